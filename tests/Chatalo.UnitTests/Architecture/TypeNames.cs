using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Chatalo.UnitTests.Architecture;

/// <summary>Collects the types that a signature names: those of the assembly itself, and those of others.</summary>
internal sealed class TypeNames(MetadataReader metadata) : ISignatureTypeProvider<object?, object?>
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>The outermost types by full name; of a type of another assembly <c>[Assembly]</c> before it.</summary>
    public IReadOnlyCollection<string> Names => _names;

    public void Add(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                _names.Add(Outermost(metadata, (TypeDefinitionHandle)handle));
                break;
            case HandleKind.TypeReference:
                _names.Add(Outermost((TypeReferenceHandle)handle));
                break;
            case HandleKind.TypeSpecification:
                metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null);
                break;
            case HandleKind.MethodDefinition:
                var method = metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
                Add(method.GetDeclaringType());
                method.DecodeSignature(this, null);
                break;
            case HandleKind.FieldDefinition:
                var field = metadata.GetFieldDefinition((FieldDefinitionHandle)handle);
                Add(field.GetDeclaringType());
                field.DecodeSignature(this, null);
                break;
            case HandleKind.MemberReference:
                AddMember(metadata.GetMemberReference((MemberReferenceHandle)handle));
                break;
            case HandleKind.MethodSpecification:
                var generic = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                Add(generic.Method);
                generic.DecodeSignature(this, null);
                break;
            case HandleKind.StandaloneSignature:
                var signature = metadata.GetStandaloneSignature((StandaloneSignatureHandle)handle);
                if (signature.GetKind() == StandaloneSignatureKind.LocalVariables)
                {
                    signature.DecodeLocalSignature(this, null);
                }

                break;
        }
    }

    /// <summary>The full name of a type, or of the one that it is nested in.</summary>
    public static string Outermost(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return type.IsNested ? Outermost(metadata, type.GetDeclaringType()) : $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }

    object? ISimpleTypeProvider<object?>.GetPrimitiveType(PrimitiveTypeCode typeCode) => null;

    object? ISimpleTypeProvider<object?>.GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Named(handle);

    object? ISimpleTypeProvider<object?>.GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => Named(handle);

    object? ISignatureTypeProvider<object?, object?>.GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => Named(handle);

    object? ISZArrayTypeProvider<object?>.GetSZArrayType(object? elementType) => null;

    object? IConstructedTypeProvider<object?>.GetArrayType(object? elementType, ArrayShape shape) => null;

    object? IConstructedTypeProvider<object?>.GetByReferenceType(object? elementType) => null;

    object? IConstructedTypeProvider<object?>.GetGenericInstantiation(object? genericType, ImmutableArray<object?> typeArguments) => null;

    object? IConstructedTypeProvider<object?>.GetPointerType(object? elementType) => null;

    object? ISignatureTypeProvider<object?, object?>.GetFunctionPointerType(MethodSignature<object?> signature) => null;

    object? ISignatureTypeProvider<object?, object?>.GetGenericMethodParameter(object? genericContext, int index) => null;

    object? ISignatureTypeProvider<object?, object?>.GetGenericTypeParameter(object? genericContext, int index) => null;

    object? ISignatureTypeProvider<object?, object?>.GetModifiedType(object? modifier, object? unmodifiedType, bool isRequired) => null;

    object? ISignatureTypeProvider<object?, object?>.GetPinnedType(object? elementType) => null;

    private object? Named(EntityHandle handle)
    {
        Add(handle);
        return null;
    }

    private void AddMember(MemberReference member)
    {
        Add(member.Parent);
        if (member.GetKind() == MemberReferenceKind.Field)
        {
            member.DecodeFieldSignature(this, null);
        }
        else
        {
            member.DecodeMethodSignature(this, null);
        }
    }

    private string Outermost(TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return type.ResolutionScope.Kind switch
        {
            HandleKind.TypeReference => Outermost((TypeReferenceHandle)type.ResolutionScope),
            HandleKind.AssemblyReference =>
                $"[{metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name)}]{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}",
            _ => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}",
        };
    }
}
