using System.Globalization;

namespace Merit.Host.Commands.Answers;

/// <summary>A raw value as text that another program reads.</summary>
internal static class Cell
{
    public static string Raw(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IReadOnlyList<string> texts => string.Join(", ", texts),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => $"{value}",
    };

    /// <summary>The rows as readers see them.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Texts(Listing listing) =>
        listing.Texts ?? [.. listing.Rows.Select(r => (IReadOnlyList<string>)[.. r.Select(Raw)])];
}
