using System.Globalization;
using DuckDB.NET.Data;
using Merit.Metrics.Language;
using Merit.Metrics.Planning;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;
using Merit.Metrics.Schema;
using Merit.Metrics.Tables;

namespace Merit.Metrics.Tests.Planning;

/// <summary>The canonical tables in an engine in memory; a table counts as loaded once rows (even none) are put into it.</summary>
internal sealed class TestWarehouse : IDisposable
{
    private readonly DuckDBConnection connection = new("Data Source=:memory:");
    private readonly Dictionary<string, HashSet<string>> loaded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (DateOnly From, DateOnly To)> coverage = new(StringComparer.Ordinal);
    private readonly List<string> models = [];

    public TestWarehouse()
    {
        connection.Open();
        foreach (var table in Canonical.Tables)
        {
            Execute($"CREATE TABLE \"{table.Name}\" ({string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\" {TypeOf(c.Type)}{Default(table.Name, c.Name)}"))})");
        }
    }

    /// <summary>For many small questions: threads cost more than they bring.</summary>
    public TestWarehouse OnOneThread()
    {
        Execute("SET threads TO 1");
        return this;
    }

    public WarehouseSchema Schema => new(
        [
            .. Canonical.Tables.Select(t => new TableSchema(
                t.Name,
                [.. Columns(t).Select(c => new ColumnSchema(c.Name, c.Type, t.Derived || IsLoaded(t.Name, c.Name)))],
                loaded.ContainsKey(t.Name))
            {
                Key = t.Key,
                CoveredFrom = coverage.TryGetValue(t.Name, out var days) ? days.From : null,
                CoveredTo = coverage.TryGetValue(t.Name, out var until) ? until.To : null,
            }),
        ],
        models)
    {
        Participation = Participation,
        Kinds = Kinds,
        Goals = Goals,
    };

    public IReadOnlyList<string> Participation { get; set; } = [];

    public IReadOnlyDictionary<string, string> Kinds { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal) { ["sale"] = "sales" };

    public IReadOnlyList<GoalSchema>? Goals { get; set; }

    public PlannerSettings Settings { get; set; } = new("UTC", DayOfWeek.Monday, new DateOnly(2026, 1, 15), "linear");

    /// <summary>Adds rows; the columns are those named, values in the engine's own words for text, numbers and dates.</summary>
    public TestWarehouse With(string table, string columns, params object?[][] rows)
    {
        var names = columns.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!loaded.TryGetValue(table, out var known))
        {
            loaded[table] = known = new HashSet<string>(StringComparer.Ordinal);
        }

        known.UnionWith(names);
        foreach (var chunk in rows.Chunk(500))
        {
            var values = string.Join(", ", chunk.Select(r => $"({string.Join(", ", r.Select(Literal))})"));
            Execute($"INSERT INTO \"{table}\" ({string.Join(", ", names.Select(n => $"\"{n}\""))}) VALUES {values}");
        }

        return this;
    }

    public TestWarehouse Covering(string table, string from, string to)
    {
        coverage[table] = (DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture));
        return this;
    }

    public TestWarehouse WithModel(string name)
    {
        models.Add(name);
        Execute($"ALTER TABLE credits ADD COLUMN \"{name}\" DOUBLE");
        return this;
    }

    // Conversions are sales unless a test says otherwise.
    private static string Default(string table, string column) => column is "kind" && table is ("credits" or "conversions") ? " DEFAULT 'sale'" : "";

    public void Clear(params IEnumerable<string> tables)
    {
        foreach (var table in tables)
        {
            Execute($"DELETE FROM \"{table}\"");
        }
    }

    public Plan Plan(Definitions definitions, Request request) => new Planner(Schema, definitions, Settings).Plan(request);

    public Answer Ask(Definitions definitions, Request request)
    {
        var plan = Plan(definitions, request);
        return plan.Read(Rows(plan.Sql, plan.Parameters));
    }

    public IReadOnlyList<object?[]> Rows(string sql, IReadOnlyList<object?> parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new DuckDBParameter(parameter ?? DBNull.Value));
        }

        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add([.. row.Select(v => v is DBNull ? null : v)]);
        }

        return rows;
    }

    public void Dispose() => connection.Dispose();

    private IEnumerable<CanonicalColumn> Columns(CanonicalTable table) =>
        table.Name == "credits" ? table.Columns.Concat(models.Select(m => new CanonicalColumn(m, ColumnType.Number, ""))) : table.Columns;

    private bool IsLoaded(string table, string column) => loaded.TryGetValue(table, out var columns) && columns.Contains(column);

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Literal(object? value) => value switch
    {
        null => "NULL",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        bool flag => flag ? "TRUE" : "FALSE",
        DateOnly day => $"DATE '{day:yyyy-MM-dd}'",
        DateTime time => string.Create(CultureInfo.InvariantCulture, $"TIMESTAMP '{time:yyyy-MM-dd HH:mm:ss}'"),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static string TypeOf(ColumnType type) => type switch
    {
        ColumnType.Text => "VARCHAR",
        ColumnType.Integer => "BIGINT",
        ColumnType.Number => "DOUBLE",
        ColumnType.Money => "DECIMAL(18, 4)",
        ColumnType.Flag => "BOOLEAN",
        ColumnType.Date => "DATE",
        _ => "TIMESTAMP",
    };
}
