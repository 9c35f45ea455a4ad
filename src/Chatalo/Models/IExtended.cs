namespace Chatalo;

/// <summary>
/// An object that PowerShell sees with more than its own properties. ConvertTo-Json reads an object's own properties first, so what a property is
/// here in another type (a TimeSpan, which JSON has no word for) is a text there.
/// </summary>
internal interface IExtended
{
    /// <summary>The properties to add, or to see instead of the object's own of the same name.</summary>
    IEnumerable<KeyValuePair<string, object>> Extensions { get; }

    /// <summary>The objects in it that may have some too.</summary>
    IEnumerable<IExtended> Parts { get; }
}
