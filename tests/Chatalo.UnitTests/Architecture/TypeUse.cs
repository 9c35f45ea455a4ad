using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Chatalo.UnitTests.Architecture;

/// <summary>Reads of an assembly which type uses which, in its members and in its code.</summary>
internal static class TypeUse
{
    /// <summary>The outermost types of an assembly by full name, each with the names of the types that it uses.</summary>
    public static Dictionary<string, HashSet<string>> Read(string assemblyPath)
    {
        using var file = new PEReader(File.OpenRead(assemblyPath));
        var metadata = file.GetMetadataReader();
        var uses = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var handle in metadata.TypeDefinitions)
        {
            var outermost = TypeNames.Outermost(metadata, handle);
            var found = new TypeNames(metadata);
            AddType(file, metadata, metadata.GetTypeDefinition(handle), found);
            if (!uses.TryGetValue(outermost, out var names))
            {
                uses.Add(outermost, names = new(StringComparer.Ordinal));
            }

            names.UnionWith(found.Names.Where(name => name != outermost));
        }

        return uses;
    }

    private static void AddType(PEReader file, MetadataReader metadata, TypeDefinition type, TypeNames found)
    {
        if (!type.BaseType.IsNil)
        {
            found.Add(type.BaseType);
        }

        foreach (var handle in type.GetInterfaceImplementations())
        {
            found.Add(metadata.GetInterfaceImplementation(handle).Interface);
        }

        foreach (var handle in type.GetGenericParameters().SelectMany(parameter => metadata.GetGenericParameter(parameter).GetConstraints()))
        {
            found.Add(metadata.GetGenericParameterConstraint(handle).Type);
        }

        var attributes = type.GetCustomAttributes()
            .Concat(type.GetFields().SelectMany(field => metadata.GetFieldDefinition(field).GetCustomAttributes()))
            .Concat(type.GetProperties().SelectMany(property => metadata.GetPropertyDefinition(property).GetCustomAttributes()))
            .Concat(type.GetMethods().SelectMany(method => metadata.GetMethodDefinition(method).GetCustomAttributes()));
        foreach (var handle in attributes)
        {
            found.Add(metadata.GetCustomAttribute(handle).Constructor);
        }

        foreach (var handle in type.GetFields())
        {
            found.Add(handle);
        }

        foreach (var handle in type.GetMethods())
        {
            found.Add(handle);
            AddBody(file, metadata.GetMethodDefinition(handle), found);
        }
    }

    private static void AddBody(PEReader file, MethodDefinition method, TypeNames found)
    {
        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        var body = file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            found.Add(body.LocalSignature);
        }

        foreach (var region in body.ExceptionRegions.Where(static region => !region.CatchType.IsNil))
        {
            found.Add(region.CatchType);
        }

        foreach (var handle in IlReader.Handles(body))
        {
            found.Add(handle);
        }
    }
}
