using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Attribution;
using Merit.Host.Plugins;
using Merit.Host.Warehouse.Deriving;
using Merit.Host.Warehouse.Mapping;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using Merit.Metrics.Tables;

namespace Merit.Host.Warehouse.Testing;

/// <summary>A warehouse in memory that holds the rows of one test after the other. What follows from rows is made as a load makes it: channels, first touches, sales, journeys, credit.</summary>
internal sealed class TestWarehouse : IDisposable
{
    private const string Given = "given_rows";

    // Without one of these there is nothing to derive.
    private static readonly string[] DerivedFrom = ["touchpoints", "opportunities", "orders"];

    // What rows of other tables are completed from comes before them.
    private static readonly string[] First = ["rates", "campaigns"];

    private readonly Workspace _workspace;
    private readonly PluginCatalog _catalog;
    private readonly WarehouseSchema _schema;
    private readonly Enrichment _enrichment;
    private readonly List<string> _filled = [];
    private bool _derived;

    /// <summary>Makes every table, empty.</summary>
    /// <param name="workspace">Gives the zone, the channels and the models.</param>
    /// <param name="schema">The tables.</param>
    /// <param name="catalog">The plugins of the models.</param>
    /// <param name="stop">Interrupts the statement at work.</param>
    public TestWarehouse(Workspace workspace, WarehouseSchema schema, PluginCatalog catalog, CancellationToken stop)
    {
        (_workspace, _schema, _catalog) = (workspace, schema, catalog);
        Session = Session.Open(":memory:", new SessionSettings { TempDirectory = Path.Combine(workspace.StateDirectory, "test"), Threads = 1 }, stop);
        _enrichment = new Enrichment(Session, workspace);
        Session.AsOne(() =>
        {
            WarehouseTables.Create(Session);
            foreach (var table in schema.Tables.Where(t => Canonical.Find(t.Name) is not { Derived: true } && t.Columns.Count > 0))
            {
                Session.Execute(Layout(table).Create());
            }
        });
        Derive();
    }

    /// <summary>The engine, for questions.</summary>
    public Session Session { get; }

    /// <summary>Puts the rows of a test in the place of those before; gives the warehouse as the planner is to see it.</summary>
    public WarehouseSchema Fill(TestDefinition test)
    {
        var rows = test.Rows.GroupBy(r => r.Table, StringComparer.Ordinal).OrderBy(g => Array.IndexOf(First, g.Key) is >= 0 and var rank ? rank : First.Length)
            .ToDictionary(g => g.Key, g => Completed(_schema.Table(g.Key) ?? throw new InvalidOperationException($"There is no table '{g.Key}'."), [.. g]), StringComparer.Ordinal);
        Session.AsOne(() =>
        {
            _filled.ForEach(table => Session.Execute($"DELETE FROM main.{SqlText.Name(table)}"));
            _filled.Clear();
            Insert(rows.Where(r => !IsDerived(r.Key)));
        });

        var derives = DerivedFrom.Any(rows.ContainsKey) || (rows.TryGetValue("spend", out var spend) && spend.Any(r => !r.Values.ContainsKey("date")));
        if (derives || _derived)
        {
            Derive();
        }

        // What a test gives of a table that Merit makes stands in the place of what was made.
        Session.AsOne(() => Insert(rows.Where(r => IsDerived(r.Key))));
        _derived = derives;
        return new TestSchema(_schema, test, rows.ToDictionary(r => r.Key, r => r.Value.Select(v => v.Values).ToList(), StringComparer.Ordinal)).Read();
    }

    public void Dispose() => Session.Dispose();

    private void Insert(IEnumerable<KeyValuePair<string, IReadOnlyList<(Dictionary<string, object> Values, Place At)>>> rows)
    {
        foreach (var (table, given) in rows)
        {
            Insert(_schema.Table(table) ?? throw new InvalidOperationException(table), given);
            _filled.Add(table);
        }
    }

    private static bool IsDerived(string table) => Canonical.Find(table) is { Derived: true };

    private static TableLayout Layout(TableSchema table) =>
        new(table.Name, [.. table.Columns.Select(c => new LayoutColumn(c.Name, c.Type))], table.Key, Canonical.Find(table.Name)?.Time);

    private void Derive()
    {
        Session.AsOne(() => Derivation.Derive(Session, _workspace));
        _ = Credits.Build(Session, _workspace.Attribution, _catalog);
    }

    // A row that names no key gets one of its own; two rows of one key are a mistake of the test.
    private static IReadOnlyList<(Dictionary<string, object> Values, Place At)> Completed(TableSchema table, IReadOnlyList<TestRow> rows)
    {
        var completed = rows.Select((row, i) =>
        {
            var values = new Dictionary<string, object>(row.Values, StringComparer.Ordinal);
            foreach (var key in table.Key.Where(k => table.Column(k)?.Type == ColumnType.Text))
            {
                values.TryAdd(key, string.Create(CultureInfo.InvariantCulture, $"({table.Name} {i + 1})"));
            }

            return (Values: values, row.At);
        }).ToList();
        if (table.Key.Count > 0 && completed.GroupBy(r => Key(table, r.Values), StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } same)
        {
            throw new MeritException(TestRules.SameKey.At(same.Last().At, table.Name, string.Join(", ", table.Key), same.Key));
        }

        return completed;
    }

    private static string Key(TableSchema table, Dictionary<string, object> row) =>
        string.Join(", ", table.Key.Select(k => Convert.ToString(row.GetValueOrDefault(k), CultureInfo.InvariantCulture)));

    private void Insert(TableSchema table, IReadOnlyList<(Dictionary<string, object> Values, Place At)> rows)
    {
        var layout = Layout(table);
        var columns = layout.Columns.Where(c => rows.Any(r => r.Values.ContainsKey(c.Name))).ToList();
        var values = rows.Select((_, r) => $"({string.Join(", ", columns.Select((column, c) => string.Create(CultureInfo.InvariantCulture, $"${(r * columns.Count) + c + 1}::{Conversion.EngineType(column.Type)}")))})");
        var given = columns.Count == 0
            ? $"(FROM range({rows.Count.ToString(CultureInfo.InvariantCulture)}))"
            : $"(FROM (VALUES {string.Join(", ", values)}) AS given({SqlText.Names(columns.Select(c => c.Name))}))";
        object?[] parameters = [.. rows.SelectMany(r => columns.Select(c => r.Values.TryGetValue(c.Name, out var value) ? Value(value, c, table.Name, r.At) : null))];
        if (Enrichment.LooksTwice(layout))
        {
            Session.Execute($"CREATE OR REPLACE TEMP TABLE {Given} AS {given}", parameters);
            (given, parameters) = ($"temp.{Given}", []);
        }

        Session.Execute($"""
            INSERT INTO main.{SqlText.Name(table.Name)} ({SqlText.Names(layout.Columns.Select(c => c.Name))})
            {_enrichment.Select(layout, [.. columns.Select(c => c.Name)], given, given, "test")}
            """, parameters);
    }

    private object? Value(object value, LayoutColumn column, string table, Place at) => (value, column.Type) switch
    {
        (TimeValue { Time: { } time }, ColumnType.Timestamp) => WallClock.ToUtc(time, _workspace.Zone),
        (TimeValue { Time: { } day }, _) when day.TimeOfDay == TimeSpan.Zero => DateOnly.FromDateTime(day),
        (TimeValue time, _) => throw new MeritException(TestRules.BadTime.At(at, time.Text, $"{table}.{column.Name}")),
        _ => value,
    };
}
