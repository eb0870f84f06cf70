using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Merit.Scripting.Guards;

/// <summary>What the guard needs to know of a signature: the type at its head, and whether a pointer occurs in it.</summary>
internal readonly record struct Signature(TypeName Head, bool Unsafe);

/// <summary>Decodes signatures.</summary>
internal sealed class SignatureReader : ISignatureTypeProvider<Signature, object?>
{
    public static SignatureReader Instance { get; } = new();

    public Signature GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => new(MetadataGuard.Name(reader, handle), false);

    public Signature GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public Signature GetGenericInstantiation(Signature genericType, ImmutableArray<Signature> typeArguments) =>
        genericType with { Unsafe = genericType.Unsafe || typeArguments.Any(a => a.Unsafe) };

    public Signature GetPointerType(Signature elementType) => elementType with { Unsafe = true };

    public Signature GetFunctionPointerType(MethodSignature<Signature> signature) => new(default, true);

    public Signature GetModifiedType(Signature modifier, Signature unmodifiedType, bool isRequired) => unmodifiedType;

    // The members of an array are the runtime's own and harmless; so are those of a type of the script itself.
    public Signature GetArrayType(Signature elementType, ArrayShape shape) => elementType with { Head = default };

    public Signature GetSZArrayType(Signature elementType) => elementType with { Head = default };

    public Signature GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => default;

    public Signature GetByReferenceType(Signature elementType) => elementType;

    public Signature GetPinnedType(Signature elementType) => elementType with { Unsafe = true };

    public Signature GetPrimitiveType(PrimitiveTypeCode typeCode) => default;

    public Signature GetGenericMethodParameter(object? genericContext, int index) => default;

    public Signature GetGenericTypeParameter(object? genericContext, int index) => default;
}
