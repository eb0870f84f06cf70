namespace Merit.Metrics.Language;

/// <summary>Makes words of identifiers.</summary>
internal static class Words
{
    /// <summary><c>new_leads</c> → <c>New leads</c>.</summary>
    public static string Sentence(string id) =>
        id.Length == 0 ? "" : char.ToUpperInvariant(id[0]) + id[1..].Replace('_', ' ').Replace('-', ' ');
}
