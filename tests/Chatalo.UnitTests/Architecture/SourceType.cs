namespace Chatalo.UnitTests.Architecture;

/// <summary>A type as it is declared.</summary>
/// <param name="Name">Its full name, as metadata writes it.</param>
/// <param name="Namespace">The namespace it is in.</param>
/// <param name="Folder">The folder of its file within the project, such as <c>Client/Http</c>; empty for the project's own.</param>
/// <param name="File">Its file, from the root of the repository.</param>
/// <param name="IsPublic">Whether others see it.</param>
internal sealed record SourceType(string Name, string Namespace, string Folder, string File, bool IsPublic);
