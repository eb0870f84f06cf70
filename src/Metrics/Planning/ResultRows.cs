using System.Globalization;
using Merit.Metrics.Schema;

namespace Merit.Metrics.Planning;

/// <summary>The statement's rows, sorted by what they say: groups, their totals, the other period, goals, benchmarks.</summary>
internal sealed class ResultRows
{
    private readonly Question question;
    private readonly Dictionary<string, int> columns;
    private readonly Dictionary<string, Dictionary<GroupKey, ResultRow>> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResultRow> totals = new(StringComparer.Ordinal);

    public ResultRows(Question question, Statement statement, IEnumerable<object?[]> rows)
    {
        this.question = question;
        columns = statement.Columns.Select((name, index) => (name, index)).ToDictionary(c => c.name, c => c.index, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            Add(row);
        }
    }

    /// <summary>The groups that have rows in the period.</summary>
    public IEnumerable<GroupKey> Groups => GroupsOf(Statement.Now);

    /// <summary>The groups that a part has rows of.</summary>
    public IEnumerable<GroupKey> GroupsOf(string part) => Part(part).Where(g => g.Value.Rows > 0).Select(g => g.Key);

    /// <summary>All groups of days, where the statement gives them.</summary>
    public IEnumerable<GroupKey> GroupsOfDays => Part(Statement.GroupsOfDays).Keys;

    /// <summary>A group's row of a part, or the total's.</summary>
    public ResultRow? Find(string part, GroupKey? key) => key is { } group ? Group(part, group) : Total(part);

    public ResultRow? Group(string part, GroupKey key) => Part(part).GetValueOrDefault(key);

    public ResultRow? Total(string part) => totals.GetValueOrDefault(part);

    public double? Value(ResultRow? row, string column) => row is not null && columns.TryGetValue(column, out var index) ? row.Values[index] : null;

    private Dictionary<GroupKey, ResultRow> Part(string part) =>
        groups.TryGetValue(part, out var known) ? known : groups[part] = [];

    private void Add(object?[] row)
    {
        var dimensions = question.By.Count;
        var part = (string?)row[0] ?? "";
        var isTotal = row[1] is true;
        var values = new double?[row.Length - 3 - dimensions];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Number(row[3 + dimensions + i]);
        }

        var result = new ResultRow(Number(row[2 + dimensions]) ?? 0, values);
        if (dimensions == 0 || isTotal)
        {
            totals[part] = result;
        }

        if (!isTotal)
        {
            var key = new object?[dimensions];
            for (var i = 0; i < dimensions; i++)
            {
                key[i] = Plain(row[2 + i], question.By[i].Dimension.Type);
            }

            Part(part)[new GroupKey(key)] = result;
        }
    }

    private static double? Number(object? value) => value is null or DBNull ? null : Convert.ToDouble(value, CultureInfo.InvariantCulture);

    // Readers differ in how they give a day or a whole number; the answer does not.
    private static object? Plain(object? value, ColumnType type) => (value, type) switch
    {
        (null or DBNull, _) => null,
        (DateTime time, ColumnType.Date) => DateOnly.FromDateTime(time),
        (IConvertible number, ColumnType.Integer) => number.ToInt64(CultureInfo.InvariantCulture),
        _ => value,
    };
}

/// <summary>One row: how many rows of facts it stands for, and its values.</summary>
internal sealed record ResultRow(double Rows, IReadOnlyList<double?> Values);
