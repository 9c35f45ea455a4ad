namespace Chatalo.ModuleTests.Faults;

/// <summary>What it would mean to ask twice.</summary>
internal enum CallKind
{
    Read,
    Change,
    Send,
}
