using Merit.Metrics.Language;
using Merit.Metrics.Requests;
using Merit.Metrics.Schema;
using Merit.Metrics.Tables;

namespace Merit.Host.Warehouse.Testing;

/// <summary>What a test's warehouse counts as loaded: a table that is given, with all its columns but those left out, for the days of its rows; and what follows from it.</summary>
internal sealed class TestSchema(WarehouseSchema schema, TestDefinition test, IReadOnlyDictionary<string, List<Dictionary<string, object>>> rows)
{
    // Of all days only the calendar's own names are read here.
    private static readonly DateOnly AnyDay = new(2000, 1, 1);

    public WarehouseSchema Read()
    {
        var filled = new FilledColumns(
            schema.Tables.Where(t => IsGiven(t.Name)).SelectMany(t => t.Columns.Where(c => !IsLeftOut(t.Name, c.Name)).Select(c => (t.Name, c.Name))), IsGiven("scores"), schema.Kinds.Values);
        return schema with { Tables = [.. schema.Tables.Select(t => Table(t, filled))] };
    }

    private TableSchema Table(TableSchema table, FilledColumns filled)
    {
        var derived = Canonical.Find(table.Name) is { Derived: true };
        var loaded = derived ? filled.IsDerivedLoaded(table.Name) : IsGiven(table.Name);
        var (from, to) = Covered(table);
        return table with
        {
            Columns = [.. table.Columns.Select(c => c with { Loaded = loaded && filled.Has(table.Name, c.Name) && !IsLeftOut(table.Name, c.Name) })],
            Loaded = loaded,
            CoveredFrom = derived ? null : from,
            CoveredTo = derived ? null : to,
        };
    }

    private bool IsGiven(string table) => rows.ContainsKey(table) || test.EmptyTables.Contains(table, StringComparer.Ordinal);

    private bool IsLeftOut(string table, string column) => test.Without.Contains((table, column));

    private (DateOnly? From, DateOnly? To) Covered(TableSchema table)
    {
        foreach (var (_, period) in test.Covers.Where(c => string.Equals(c.Table, table.Name, StringComparison.Ordinal)))
        {
            var days = PeriodParser.Parse(period, AnyDay, DayOfWeek.Monday);
            return (days.From, days.To?.AddDays(-1));
        }

        var time = Canonical.Find(table.Name)?.Time;
        var dates = time is null || !rows.TryGetValue(table.Name, out var given)
            ? []
            : given.Select(r => r.TryGetValue(time, out var value) && value is TimeValue { Time: { } at } ? DateOnly.FromDateTime(at) : (DateOnly?)null).ToList();
        return (dates.Min(), dates.Max());
    }
}
