using Merit.Host.Measures;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using Merit.Metrics.Tables;
using Merit.Tests;

namespace Merit.Host.Tests.Measures;

/// <summary>A workspace folder and an engine in memory with the data model; a table counts as loaded once rows are put into it.</summary>
internal sealed class MeasuredWarehouse : IDisposable
{
    // Compiled once for all tests without scripts of their own.
    private static readonly Lazy<Definitions> Standard = new(() =>
    {
        using var warehouse = new MeasuredWarehouse();
        return warehouse.Load();
    });

    private readonly Dictionary<string, HashSet<string>> loaded = new(StringComparer.Ordinal);

    public MeasuredWarehouse()
    {
        Session = Session.Open(":memory:", new SessionSettings { TempDirectory = Path.Combine(Folder.Path, "temp"), Threads = 2 });
        Session.Execute("CREATE SCHEMA merit");
        foreach (var table in Canonical.Tables)
        {
            Session.Execute($"CREATE TABLE {table.Name} ({string.Join(", ", table.Columns.Select(c => $"{SqlText.Name(c.Name)} {TypeOf(c.Type)}"))})");
        }
    }

    public static DateOnly Today { get; } = new(2026, 1, 15);

    public TemporaryFolder Folder { get; } = new();

    public Session Session { get; }

    public string Locale { get; init; } = "en";

    public ScoringSettings Scoring { get; init; } = new();

    public Workspace Workspace => new()
    {
        Directory = Folder.Path,
        Name = "Test",
        Currency = "CNY",
        Locale = Locale,
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
        Attribution = new AttributionSettings { Default = "linear", Models = [] },
        Scoring = Scoring,
    };

    public WarehouseSchema Schema => new(
        [
            .. Canonical.Tables.Select(t => new TableSchema(
                t.Name, [.. t.Columns.Select(c => new ColumnSchema(c.Name, c.Type, IsLoaded(t.Name) && (c.Derived || t.Derived || loaded[t.Name].Contains(c.Name))))], IsLoaded(t.Name)) { Key = t.Key }),
        ],
        []);

    /// <summary>The repository's own scripts and those in the folder's <c>metrics</c>.</summary>
    public Definitions Definitions => Directory.Exists(Path.Combine(Folder.Path, "metrics")) ? Load() : Standard.Value;

    public Definitions Load() => new MetricScripts(Repository.Root, TimeProvider.System).Load(Workspace, Schema);

    /// <summary>Adds rows; each is a text of values as the engine reads them.</summary>
    public MeasuredWarehouse With(string table, string columns, params string[] rows)
    {
        loaded.TryAdd(table, new HashSet<string>(StringComparer.Ordinal));
        loaded[table].UnionWith(columns.Split(", "));
        Session.Execute($"INSERT INTO {table} ({columns}) VALUES {string.Join(", ", rows.Select(r => $"({r})"))}");
        return this;
    }

    public WarehouseMeasures Measures(Definitions definitions) => new(new SessionRows(Session), Schema, definitions, Workspace, Today);

    public void Dispose()
    {
        Session.Dispose();
        Folder.Dispose();
    }

    private bool IsLoaded(string table) => loaded.ContainsKey(table);

    private static string TypeOf(ColumnType type) => type switch
    {
        ColumnType.Text => "VARCHAR",
        ColumnType.Integer => "BIGINT",
        ColumnType.Number => "DOUBLE",
        ColumnType.Money => "DECIMAL(18,4)",
        ColumnType.Flag => "BOOLEAN",
        ColumnType.Date => "DATE",
        _ => "TIMESTAMP",
    };
}
