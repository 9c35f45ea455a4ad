using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Chatalo.UnitTests.Desktop;

/// <summary>Writes the types of signatures, so that those of two assemblies can be compared.</summary>
internal sealed class SignatureReader : ISignatureTypeProvider<SignatureType, object?>
{
    public static SignatureReader Instance { get; } = new();

    /// <summary>A method's or field's name and types, in one text.</summary>
    public static string Describe(MethodSignature<SignatureType> signature) =>
        $"{(signature.Header.IsInstance ? "" : "static ")}{signature.ReturnType.Text} `{signature.GenericParameterCount}({Join(signature.ParameterTypes)})";

    public SignatureType GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => Reference(reader, handle);

    public SignatureType GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        var name = FullName(reader, handle);
        return new(name, reader.GetString(reader.GetAssemblyDefinition().Name), name);
    }

    public SignatureType GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public SignatureType GetPrimitiveType(PrimitiveTypeCode typeCode) => new(typeCode.ToString());

    public SignatureType GetGenericInstantiation(SignatureType genericType, ImmutableArray<SignatureType> typeArguments) =>
        genericType with { Text = $"{genericType.Text}<{Join(typeArguments)}>" };

    public SignatureType GetSZArrayType(SignatureType elementType) => new(elementType.Text + "[]");

    public SignatureType GetArrayType(SignatureType elementType, ArrayShape shape) => new($"{elementType.Text}[{new string(',', shape.Rank - 1)}]");

    public SignatureType GetByReferenceType(SignatureType elementType) => new(elementType.Text + "&");

    public SignatureType GetPointerType(SignatureType elementType) => new(elementType.Text + "*");

    public SignatureType GetPinnedType(SignatureType elementType) => elementType;

    public SignatureType GetFunctionPointerType(MethodSignature<SignatureType> signature) => new("method " + Describe(signature));

    public SignatureType GetGenericTypeParameter(object? genericContext, int index) => new("!" + index);

    public SignatureType GetGenericMethodParameter(object? genericContext, int index) => new("!!" + index);

    public SignatureType GetModifiedType(SignatureType modifier, SignatureType unmodifiedType, bool isRequired) =>
        isRequired ? new($"{unmodifiedType.Text} modreq({modifier.Text})") : unmodifiedType;

    /// <summary>The type that a reference means.</summary>
    public static SignatureType Reference(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        if (type.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            var outer = Reference(reader, (TypeReferenceHandle)type.ResolutionScope);
            return outer with { Text = $"{outer.Text}+{name}", Name = $"{outer.Name}+{name}" };
        }

        var assembly = type.ResolutionScope.Kind == HandleKind.AssemblyReference
            ? reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name
            : reader.GetAssemblyDefinition().Name;
        var full = Qualify(reader.GetString(type.Namespace), name);
        return new(full, reader.GetString(assembly), full);
    }

    /// <summary>The full name of a type, with + before nested ones.</summary>
    public static string FullName(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var name = reader.GetString(type.Name);
        return type.IsNested ? $"{FullName(reader, type.GetDeclaringType())}+{name}" : Qualify(reader.GetString(type.Namespace), name);
    }

    /// <summary>The full name of a type that an assembly takes from another.</summary>
    public static string FullName(MetadataReader reader, ExportedType type)
    {
        var name = reader.GetString(type.Name);
        return type.Implementation.Kind == HandleKind.ExportedType
            ? $"{FullName(reader, reader.GetExportedType((ExportedTypeHandle)type.Implementation))}+{name}"
            : Qualify(reader.GetString(type.Namespace), name);
    }

    private static string Qualify(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";

    private static string Join(ImmutableArray<SignatureType> types) => string.Join(',', types.Select(static t => t.Text));
}
