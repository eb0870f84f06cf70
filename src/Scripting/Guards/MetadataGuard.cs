using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Merit.Scripting.Guards;

/// <summary>Reads what a compiled assembly refers to and refuses what is not on the list, whether it has just been compiled or comes from the cache.</summary>
/// <remarks>Plain loops: this runs at every start, and queries over handles would be compiled anew for every kind of handle.</remarks>
internal static class MetadataGuard
{
    private static readonly HashSet<string> Platform = new(StringComparer.Ordinal) { "System.Private.CoreLib", "System.Runtime", "System.Collections", "System.Linq" };

    /// <summary>The first thing in the assembly that scripts may not use, or null when it is clean.</summary>
    /// <param name="image">The assembly.</param>
    /// <param name="own">The simple name of the generated assembly, whose members scripts may use freely.</param>
    /// <exception cref="BadImageFormatException">The bytes are no assembly.</exception>
    public static string? FirstViolation(ImmutableArray<byte> image, string own)
    {
        using var file = new PEReader(image);
        var reader = file.GetMetadataReader();
        return Structure(file, reader)
            ?? Assemblies(reader, own)
            ?? Types(reader, own)
            ?? Members(reader, own)
            ?? Signatures(reader)
            ?? Code(file, reader);
    }

    /// <summary>What an instruction names, if scripts may not use it.</summary>
    public static string? Refused(MetadataReader reader, int token, string own)
    {
        if (token == 0)
        {
            return null;
        }

        var handle = MetadataTokens.EntityHandle(token);
        return handle.Kind switch
        {
            HandleKind.TypeReference => Refused(Name(reader, (TypeReferenceHandle)handle), own),
            HandleKind.TypeSpecification => Refused(Head(reader, handle), own),
            HandleKind.MemberReference => RefusedMember(reader, (MemberReferenceHandle)handle, own),
            HandleKind.MethodSpecification => Refused(reader, MetadataTokens.GetToken(reader.GetMethodSpecification((MethodSpecificationHandle)handle).Method), own),
            _ => null,
        };
    }

    /// <summary>Whether no safe C# becomes this instruction: it takes memory for what it is not.</summary>
    public static bool IsRefused(ILOpCode code) => code is ILOpCode.Calli or ILOpCode.Jmp or ILOpCode.Localloc or ILOpCode.Cpblk or ILOpCode.Initblk
        or ILOpCode.Arglist or ILOpCode.Mkrefany or ILOpCode.Refanyval or ILOpCode.Refanytype or ILOpCode.Unaligned;

    /// <summary>The instructions of a method; none where it has no body.</summary>
    public static Instructions Body(PEReader file, MetadataReader reader, MethodDefinitionHandle handle)
    {
        var address = reader.GetMethodDefinition(handle).RelativeVirtualAddress;
        return new Instructions(address == 0 ? [] : file.GetMethodBody(address).GetILBytes());
    }

    // Anything but plain managed code and its tables.
    private static string? Structure(PEReader file, MetadataReader reader)
    {
        if (file.PEHeaders.CorHeader?.Flags.HasFlag(CorFlags.ILOnly) != true)
        {
            return "native code";
        }

        if (reader.GetTableRowCount(TableIndex.ModuleRef) + reader.GetTableRowCount(TableIndex.ImplMap) > 0)
        {
            return "extern";
        }

        if (reader.ManifestResources.Count + reader.ExportedTypes.Count + reader.AssemblyFiles.Count > 0)
        {
            return "resources or forwarded types";
        }

        foreach (var handle in reader.MethodDefinitions)
        {
            if (IsNative(reader.GetMethodDefinition(handle).ImplAttributes))
            {
                return "extern";
            }
        }

        return null;
    }

    // "Runtime" is what a delegate's methods are.
    private static bool IsNative(MethodImplAttributes implementation) =>
        (implementation & MethodImplAttributes.CodeTypeMask) is MethodImplAttributes.Native or MethodImplAttributes.OPTIL
        || implementation.HasFlag(MethodImplAttributes.InternalCall) || implementation.HasFlag(MethodImplAttributes.Unmanaged);

    private static string? Assemblies(MetadataReader reader, string own)
    {
        foreach (var handle in reader.AssemblyReferences)
        {
            var name = reader.GetString(reader.GetAssemblyReference(handle).Name);
            if (name != own && !Owned.Assembly(name) && !Platform.Contains(name))
            {
                return name;
            }
        }

        return null;
    }

    private static string? Types(MetadataReader reader, string own)
    {
        foreach (var handle in reader.TypeReferences)
        {
            if (Refused(Name(reader, handle), own) is { } name)
            {
                return name;
            }
        }

        return null;
    }

    private static string? Members(MetadataReader reader, string own)
    {
        foreach (var handle in reader.MemberReferences)
        {
            if (RefusedMember(reader, handle, own) is { } name)
            {
                return name;
            }
        }

        return null;
    }

    private static string? RefusedMember(MetadataReader reader, MemberReferenceHandle handle, string own)
    {
        var member = reader.GetMemberReference(handle);
        var type = Head(reader, member.Parent);
        var name = reader.GetString(member.Name);
        return type.FullName is null || AllowedMember(type, name, own) ? null : $"{type.FullName}.{name}";
    }

    // The type a reference stands for; nothing where it is the script's own.
    private static TypeName Head(MetadataReader reader, EntityHandle type) => type.Kind switch
    {
        HandleKind.TypeReference => Name(reader, (TypeReferenceHandle)type),
        HandleKind.TypeSpecification => reader.GetTypeSpecification((TypeSpecificationHandle)type).DecodeSignature(SignatureReader.Instance, null).Head,
        _ => default,
    };

    private static string? Code(PEReader file, MetadataReader reader)
    {
        foreach (var handle in reader.MethodDefinitions)
        {
            var instructions = Body(file, reader, handle);
            while (instructions.MoveNext())
            {
                if (IsRefused(instructions.Code))
                {
                    return "unsafe code";
                }
            }
        }

        return null;
    }

    // Pointers can be used without naming any type or member.
    private static string? Signatures(MetadataReader reader)
    {
        var found = false;
        for (var row = 1; row <= reader.GetTableRowCount(TableIndex.StandAloneSig); row++)
        {
            var signature = reader.GetStandaloneSignature(MetadataTokens.StandaloneSignatureHandle(row));
            found |= signature.GetKind() != StandaloneSignatureKind.LocalVariables || HasUnsafe(signature.DecodeLocalSignature(SignatureReader.Instance, null));
        }

        foreach (var handle in reader.FieldDefinitions)
        {
            found |= reader.GetFieldDefinition(handle).DecodeSignature(SignatureReader.Instance, null).Unsafe;
        }

        foreach (var handle in reader.MethodDefinitions)
        {
            var method = reader.GetMethodDefinition(handle).DecodeSignature(SignatureReader.Instance, null);
            found |= method.ReturnType.Unsafe || HasUnsafe(method.ParameterTypes);
        }

        return found ? "unsafe code" : null;
    }

    private static bool HasUnsafe(ImmutableArray<Signature> signatures)
    {
        foreach (var signature in signatures)
        {
            if (signature.Unsafe)
            {
                return true;
            }
        }

        return false;
    }

    private static string? Refused(TypeName type, string own) =>
        type.FullName is null || type.Assembly == own || (Owned.Assembly(type.Assembly) ? Owned.Type(type.FullName) : AllowList.EmittedType(type.FullName))
            ? null
            : type.FullName;

    private static bool AllowedMember(TypeName type, string member, string own) =>
        type.Assembly == own || (Owned.Assembly(type.Assembly) ? Owned.Type(type.FullName) : AllowList.EmittedMember(type.FullName, member));

    internal static TypeName Name(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        if (type.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            var outer = Name(reader, (TypeReferenceHandle)type.ResolutionScope);
            return outer with { FullName = outer.FullName + "+" + name };
        }

        var space = reader.GetString(type.Namespace);
        var assembly = type.ResolutionScope.Kind == HandleKind.AssemblyReference
            ? reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name)
            : "";
        return new TypeName(assembly, space.Length == 0 ? name : space + "." + name);
    }
}

/// <summary>A type by the assembly it is looked for in and its full name; nothing for a type of the script itself.</summary>
internal readonly record struct TypeName(string Assembly, string FullName);
