using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Chatalo.UnitTests.Desktop;

/// <summary>An assembly that is read, not loaded: it may be for another framework.</summary>
internal sealed class AssemblyFile : IDisposable
{
    private readonly PEReader _file;
    private readonly Dictionary<string, TypeDefinitionHandle> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _forwards = new(StringComparer.Ordinal);

    private AssemblyFile(PEReader file)
    {
        _file = file;
        Reader = file.GetMetadataReader();
        var definition = Reader.GetAssemblyDefinition();
        (Name, Version) = (Reader.GetString(definition.Name), definition.Version);
        foreach (var handle in Reader.TypeDefinitions)
        {
            _types.Add(SignatureReader.FullName(Reader, handle), handle);
        }

        foreach (var type in Reader.ExportedTypes.Select(Reader.GetExportedType))
        {
            _forwards[SignatureReader.FullName(Reader, type)] = Target(type);
        }
    }

    public MetadataReader Reader { get; }

    public string Name { get; }

    public Version Version { get; }

    public IEnumerable<(string Name, Version Version)> References =>
        Reader.AssemblyReferences.Select(Reader.GetAssemblyReference).Select(r => (Reader.GetString(r.Name), r.Version));

    /// <summary>Reads a file; null if it holds no assembly.</summary>
    public static AssemblyFile? Open(string path)
    {
        var file = new PEReader(File.OpenRead(path));
        if (file.HasMetadata && file.GetMetadataReader().IsAssembly)
        {
            return new(file);
        }

        file.Dispose();
        return null;
    }

    /// <summary>The type of that name, if it is in this assembly.</summary>
    public TypeDefinitionHandle? Type(string name) => _types.TryGetValue(name, out var handle) ? handle : null;

    /// <summary>The assembly that this one says the type is in.</summary>
    public string? ForwardOf(string name) => _forwards.GetValueOrDefault(name);

    public void Dispose() => _file.Dispose();

    private string Target(ExportedType type) => type.Implementation.Kind == HandleKind.ExportedType
        ? Target(Reader.GetExportedType((ExportedTypeHandle)type.Implementation))
        : Reader.GetString(Reader.GetAssemblyReference((AssemblyReferenceHandle)type.Implementation).Name);
}
