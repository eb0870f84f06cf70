using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Mapping;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Warehouse.Staging;
using Merit.Host.Workspaces;

namespace Merit.Host.Warehouse.Loading;

/// <summary>Keeps the rows that cannot be loaded, each with its place, which is looked up only now.</summary>
/// <param name="session">The draft.</param>
/// <param name="source">The source.</param>
/// <param name="staged">Its rows.</param>
/// <param name="mapping">What they are mapped by.</param>
/// <param name="warnings">Where is told what the user should know.</param>
/// <param name="withholds">Whether rows may hold what nobody may keep: then their place and the reason are kept, but neither the row nor values.</param>
internal sealed class Rejection(Session session, Source source, Staged staged, SourceMapping mapping, List<Diagnostic> warnings, bool withholds = false)
{
    private const int Shown = 5;

    private static readonly string Row = SqlText.Name(Staged.RowId);

    /// <summary>Where rejects are kept.</summary>
    public const string Rejects = "merit.rejects";

    /// <summary>Keeps rows with a value that cannot be converted, an empty key or a missing rate; gives how many.</summary>
    public long KeepUnsound(string into = Rejects)
    {
        var failure = SqlText.Name(SourceMapping.Failure);
        session.Execute($"""
            CREATE OR REPLACE TEMP TABLE bad AS
            SELECT {Row} AS id, {failure} AS failure, {Case(c => SqlText.TextOrNull(c.Column))} AS column_name, {Case(c => c.Reason)} AS reason
            FROM temp.{mapping.View} WHERE {SqlText.Name(SourceMapping.Kept)} AND {failure} IS NOT NULL
            """);
        return Keep(into, "reason");
    }

    /// <summary>Keeps all rows of a key but the first; gives how many, and the others as a relation.</summary>
    public (long Count, string Others) KeepDuplicates(IReadOnlyList<string> key)
    {
        session.Execute($"""
            CREATE OR REPLACE TEMP TABLE bad AS
            SELECT id, first, {SqlText.Text(string.Join(", ", key))} AS column_name
            FROM ({Firsts(key)}) WHERE id <> first
            """);
        var count = Keep(Rejects, "'duplicate of row ' || f.line || CASE WHEN f.file = l.file THEN '' ELSE ' of ' || f.file END", "JOIN temp.located AS f ON f.id = b.first", ", first");
        return (count, $"(SELECT * FROM {mapping.Sound} WHERE {Row} NOT IN (SELECT id FROM temp.bad))");
    }

    // Rows kept from load to load lie in the order they came; which of two counts must not depend on it.
    private string Firsts(IReadOnlyList<string> key) => staged.Order.Count == 0
        ? $"SELECT {Row} AS id, min({Row}) OVER (PARTITION BY {SqlText.Names(key)}) AS first FROM {mapping.Sound}"
        : $"""
            SELECT m.{Row} AS id, first_value(m.{Row}) OVER (PARTITION BY {string.Join(", ", key.Select(k => $"m.{SqlText.Name(k)}"))} ORDER BY {string.Join(", ", staged.Order.Select(o => $"s.{SqlText.Name(o)}"))}) AS first
            FROM {mapping.Sound} AS m JOIN {staged.Relation} AS s ON s.{Row} = m.{Row}
            """;

    private long Keep(string into, string reason, string join = "", string alsoLocate = "")
    {
        Locate(alsoLocate.Length == 0 ? "SELECT id FROM temp.bad" : "SELECT id FROM temp.bad UNION SELECT first FROM temp.bad");
        return session.Execute($"""
            INSERT INTO {into}
            SELECT {SqlText.Text(source.Name)}, {SqlText.Text(source.Into)}, l.file, l.line, b.column_name, {(withholds ? RejectLog.Discreet(reason) : reason)},
                {(withholds ? SqlText.Text(RejectLog.Withheld) : $"coalesce(l.raw, {RowAsJson}::VARCHAR)")}
            FROM temp.bad AS b JOIN temp.located AS l ON l.id = b.id {join} JOIN {staged.Relation} AS s ON s.{Row} = b.id
            ORDER BY b.id
            """);
    }

    private string RowAsJson => $"to_json(struct_pack({string.Join(", ", staged.Columns.Select(c => $"{SqlText.Name(c.Name)} := {AsItStands(c)}"))}))";

    private static string AsItStands(StagedColumn column) =>
        column.Faults is { } faults ? $"coalesce(s.{SqlText.Name(faults)}, CAST(s.{SqlText.Name(column.Name)} AS VARCHAR))" : $"s.{SqlText.Name(column.Name)}";

    private void Locate(string wanted)
    {
        session.Execute($"CREATE OR REPLACE TEMP TABLE located (id BIGINT, file VARCHAR, line BIGINT, raw VARCHAR)");
        if (staged.TellsPlaces)
        {
            session.Execute($"""
                INSERT INTO temp.located
                SELECT w.id, s.{SqlText.Name(RowStage.Place)}, s.{SqlText.Name(RowStage.Number)}, NULL FROM ({wanted}) AS w JOIN {staged.Relation} AS s ON s.{Row} = w.id
                """);
            return;
        }

        foreach (var segment in staged.Segments)
        {
            var ordinals = session.Query(
                $"SELECT id - $1 FROM ({wanted}) WHERE id >= $1 AND id < $2 ORDER BY 1", r => r.GetInt64(0), segment.First, segment.First + segment.Count);
            if (ordinals.Count == 0)
            {
                continue;
            }

            session.Append("temp", "main", "located", appender =>
            {
                foreach (var place in segment.Locator.Locate(ordinals))
                {
                    appender.CreateRow().AppendValue(segment.First + place.Ordinal).AppendValue(segment.File).AppendValue(place.Row).AppendValue(place.Raw).EndRow();
                }
            });
        }
    }

    /// <summary>Says of which currencies and days there were no rates, by what is kept.</summary>
    public void SayMissingRates()
    {
        if (!mapping.Checks.Any(c => c.MissingRate))
        {
            return;
        }

        var missing = session.Query(
            $"SELECT reason, count(*) FROM {Rejects} WHERE source = $1 AND column_name = 'currency' AND starts_with(reason, 'no rate for ') GROUP BY 1 ORDER BY 2 DESC, 1",
            r => (Reason: r.GetString(0), Rows: r.GetInt64(1)), source.Name);
        if (missing.Count > 0)
        {
            var shown = string.Join("; ", missing.Take(Shown).Select(m => m.Reason)) + (missing.Count > Shown ? "; …" : "");
            warnings.Add(LoadRules.NoRate.At(source.At, source.Name, missing.Sum(m => m.Rows), shown));
        }
    }

    private string Case(Func<Check, string> part) =>
        $"CASE {SqlText.Name(SourceMapping.Failure)}{string.Concat(mapping.Checks.Select((c, i) => string.Create(CultureInfo.InvariantCulture, $" WHEN {i} THEN {part(c)}")))} END";
}
