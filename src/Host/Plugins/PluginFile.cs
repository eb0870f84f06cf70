using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Merit.Plugins;

namespace Merit.Host.Plugins;

/// <summary>What an assembly says of itself without being loaded: reading a file this way is cheap and runs none of its code.</summary>
/// <param name="Contract">The contract version it was written against; null where it is no plugin.</param>
/// <param name="References">Simple names of the assemblies it was compiled against.</param>
internal sealed record PluginFile(int? Contract, IReadOnlyList<string> References)
{
    private const ushort AttributeProlog = 1;

    /// <summary>Reads a file; null where it is not a .NET assembly.</summary>
    public static PluginFile? Read(string path)
    {
        try
        {
            using var image = new PEReader(File.OpenRead(path));
            return image.HasMetadata && image.GetMetadataReader() is { IsAssembly: true } metadata
                ? new PluginFile(ReadContract(metadata), [.. Names(metadata)])
                : null;
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Names(MetadataReader metadata) =>
        metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name));

    private static int? ReadContract(MetadataReader metadata)
    {
        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (!IsMeritPlugin(metadata, attribute))
            {
                continue;
            }

            // (entry type, contract version), in every version of the contract.
            var arguments = metadata.GetBlobReader(attribute.Value);
            if (arguments.ReadUInt16() == AttributeProlog)
            {
                _ = arguments.ReadSerializedString();
                return arguments.ReadInt32();
            }
        }

        return null;
    }

    private static bool IsMeritPlugin(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
        {
            return false;
        }

        var type = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        if (type.Kind != HandleKind.TypeReference)
        {
            return false;
        }

        var reference = metadata.GetTypeReference((TypeReferenceHandle)type);
        return metadata.StringComparer.Equals(reference.Name, nameof(MeritPluginAttribute))
            && metadata.StringComparer.Equals(reference.Namespace, typeof(MeritPluginAttribute).Namespace ?? "");
    }
}
