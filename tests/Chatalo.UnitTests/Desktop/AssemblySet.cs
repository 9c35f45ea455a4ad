using System.Reflection.Metadata;

namespace Chatalo.UnitTests.Desktop;

/// <summary>Assemblies that find their types and members in each other, by names and signatures as a runtime does.</summary>
internal sealed class AssemblySet(IEnumerable<AssemblyFile> files) : IDisposable
{
    private readonly Dictionary<string, AssemblyFile> _files = files.ToDictionary(static f => f.Name, StringComparer.OrdinalIgnoreCase);

    public AssemblyFile? this[string name] => _files.GetValueOrDefault(name);

    /// <summary>What an assembly refers to and is nowhere: types, methods and fields.</summary>
    /// <param name="file">The assembly.</param>
    /// <param name="isLeftOut">Assemblies whose types are not looked for.</param>
    public IEnumerable<string> Missing(AssemblyFile file, Predicate<string> isLeftOut)
    {
        var reader = file.Reader;
        foreach (var handle in reader.TypeReferences)
        {
            var type = SignatureReader.Reference(reader, handle);
            if (!isLeftOut(type.Assembly!) && Find(type.Assembly!, type.Name!) is null)
            {
                yield return $"{file.Name} → [{type.Assembly}]{type.Name}";
            }
        }

        foreach (var member in reader.MemberReferences.Select(reader.GetMemberReference))
        {
            // Null: an array, whose methods the runtime makes, or a method of the assembly's own.
            var type = member.Parent.Kind switch
            {
                HandleKind.TypeReference => SignatureReader.Reference(reader, (TypeReferenceHandle)member.Parent),
                HandleKind.TypeSpecification => SignatureReader.Instance.GetTypeFromSpecification(reader, null, (TypeSpecificationHandle)member.Parent, 0),
                _ => null,
            };
            if (type?.Assembly is { } assembly && !isLeftOut(assembly) && !HasMember(Find(assembly, type.Name!), reader.GetString(member.Name), Describe(member)))
            {
                yield return $"{file.Name} → [{assembly}]{type.Name}: {reader.GetString(member.Name)} {Describe(member)}";
            }
        }
    }

    public void Dispose()
    {
        foreach (var file in _files.Values)
        {
            file.Dispose();
        }
    }

    private static string Describe(MemberReference member) => member.GetKind() == MemberReferenceKind.Field
        ? member.DecodeFieldSignature(SignatureReader.Instance, null).Text
        : SignatureReader.Describe(member.DecodeMethodSignature(SignatureReader.Instance, null));

    private (AssemblyFile File, TypeDefinition Type)? Find(string assembly, string name)
    {
        // A chain of forwards that comes back to where it was would not end otherwise.
        for (var steps = 0; steps < 10 && this[assembly] is { } file; steps++)
        {
            if (file.Type(name) is { } handle)
            {
                return (file, file.Reader.GetTypeDefinition(handle));
            }

            assembly = file.ForwardOf(name) ?? "";
        }

        return null;
    }

    private bool HasMember((AssemblyFile File, TypeDefinition Type)? found, string name, string signature)
    {
        for (; found is { } at; found = Base(at.File, at.Type))
        {
            var reader = at.File.Reader;
            if (at.Type.GetMethods().Select(reader.GetMethodDefinition).Any(m => reader.StringComparer.Equals(m.Name, name)
                    && SignatureReader.Describe(m.DecodeSignature(SignatureReader.Instance, null)) == signature)
                || at.Type.GetFields().Select(reader.GetFieldDefinition).Any(f => reader.StringComparer.Equals(f.Name, name)
                    && f.DecodeSignature(SignatureReader.Instance, null).Text == signature))
            {
                return true;
            }
        }

        return false;
    }

    private (AssemblyFile File, TypeDefinition Type)? Base(AssemblyFile file, TypeDefinition type)
    {
        if (type.BaseType.IsNil)
        {
            return null;
        }

        var parent = type.BaseType.Kind switch
        {
            HandleKind.TypeReference => SignatureReader.Reference(file.Reader, (TypeReferenceHandle)type.BaseType),
            HandleKind.TypeDefinition => SignatureReader.Instance.GetTypeFromDefinition(file.Reader, (TypeDefinitionHandle)type.BaseType, 0),
            _ => SignatureReader.Instance.GetTypeFromSpecification(file.Reader, null, (TypeSpecificationHandle)type.BaseType, 0),
        };
        return Find(parent.Assembly!, parent.Name!);
    }
}
