using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Attribution.Totals;

/// <summary>A file with a path in each row: CSV (with a header) or Parquet.</summary>
/// <param name="File">The file, absolute.</param>
/// <param name="Path">The column that holds the path.</param>
internal sealed record PathFile(string File, string Path)
{
    /// <summary>What stands between the channels of a path.</summary>
    public string Separator { get; init; } = " > ";

    /// <summary>The column that counts conversions; each row is one conversion unless given.</summary>
    public string? Conversions { get; init; }

    /// <summary>The column of their value; none unless given.</summary>
    public string? Value { get; init; }

    /// <summary>The column that counts journeys without conversion; there are none unless given.</summary>
    public string? Nulls { get; init; }

    private string Source => System.IO.Path.GetExtension(File).ToUpperInvariant() is ".PARQUET" or ".PQ"
        ? $"read_parquet({SqlText.Text(File)})"
        : $"read_csv({SqlText.Text(File)}, header = true)";

    /// <summary>A query for the rows: path, conversions, value, nulls.</summary>
    /// <exception cref="MeritException">A column is not there.</exception>
    public string Rows(Session session)
    {
        var columns = session.Query($"DESCRIBE SELECT * FROM {Source}", row => row.GetString(0));
        var named = new[] { Path, Conversions, Value, Nulls }.OfType<string>();
        var missing = named.Where(c => !columns.Contains(c, StringComparer.OrdinalIgnoreCase)).Select(c => AttributionRules.NoSuchColumn.Here(File, c, Suggestion.For(c, columns).TrimEnd('.'))).ToList();
        return missing.Count > 0 ? throw new MeritException(missing) :
            $"""
            SELECT {SqlText.Name(Path)}::VARCHAR AS path, {Figure(Conversions, "1e0")} AS conversions, {Figure(Value, "0e0")} AS value, {Figure(Nulls, "0e0")} AS nulls FROM {Source}
            """;
    }

    private static string Figure(string? column, string otherwise) => column is null ? otherwise : $"coalesce({SqlText.Name(column)}::DOUBLE, 0e0)";
}
