namespace Merit.Connectors.Http.Describing;

/// <summary>The descriptions that come with the connector, by the vendor's short name.</summary>
internal static class ShippedVendors
{
    private const string Extension = ".yaml";

    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(ShippedVendors).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(Extension, StringComparison.Ordinal)).Select(n => n[..^Extension.Length]).Order(StringComparer.Ordinal)];

    /// <summary>The text of one, or null.</summary>
    public static string? Find(string vendor)
    {
        if (!Names.Contains(vendor, StringComparer.Ordinal) || typeof(ShippedVendors).Assembly.GetManifestResourceStream(vendor + Extension) is not { } stream)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
