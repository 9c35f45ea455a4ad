namespace Chatalo.UnitTests.Desktop;

/// <summary>A type in a signature.</summary>
/// <param name="Text">How it is written, the same whichever assembly holds it.</param>
/// <param name="Assembly">The assembly that it was asked from; null for types that the language knows itself.</param>
/// <param name="Name">Its full name, without the arguments of a generic type.</param>
internal sealed record SignatureType(string Text, string? Assembly = null, string? Name = null);
