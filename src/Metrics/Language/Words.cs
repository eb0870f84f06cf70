using System.Globalization;

namespace Merit.Metrics.Language;

/// <summary>Makes words of identifiers.</summary>
internal static class Words
{
    /// <summary><c>new_leads</c> → <c>New leads</c>.</summary>
    public static string Sentence(string id) =>
        id.Length == 0 ? "" : char.ToUpperInvariant(id[0]) + id[1..].Replace('_', ' ').Replace('-', ' ');

    /// <summary>Whether a numeric format can be written with and shows the number; an empty one is that of the unit.</summary>
    public static bool IsNumberFormat(string format)
    {
        try
        {
            return format.Length == 0 || !string.Equals(1234.5.ToString(format, CultureInfo.InvariantCulture), 6789.5.ToString(format, CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
