using System.Runtime.CompilerServices;
using Merit.Diagnostics;
using Merit.Metrics.Results;

namespace Merit.Metrics.Language;

/// <summary>A test being declared: what is given, what is asked, what is expected. Each call adds to the same one.</summary>
public sealed class TestBuilder
{
    private readonly List<TestRow> rows = [];
    private readonly List<string> empty = [];
    private readonly List<(string Table, string Column)> without = [];
    private readonly List<(string Table, string Period)> covers = [];
    private readonly List<string> by = [];
    private readonly List<string> where = [];
    private readonly List<Expectation> expectations = [];
    private List<TestGroup>? groups;
    private Place? groupsAt;
    private string period = "all";
    private TimeValue? today;
    private string? model;

    internal TestBuilder(string name, Place at) => (Name, At) = (name, at);

    internal string Name { get; }

    internal Place At { get; }

    /// <summary>Rows the warehouse holds: <c>spend.Row(date: "2025-03-01", amount: 100)</c>. A table with a row counts as loaded, with all its columns.</summary>
    public TestBuilder Given(params IEnumerable<TestRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        this.rows.AddRange(rows);
        return this;
    }

    /// <summary>A table that is loaded, but has no row.</summary>
    public TestBuilder Given(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        empty.Add(table.TableName);
        return this;
    }

    /// <summary>A column that no source fills, though its table is loaded.</summary>
    public TestBuilder Without<T>(Column<T> column)
    {
        ArgumentNullException.ThrowIfNull(column);
        without.Add((column.Table.TableName, column.Name));
        return this;
    }

    /// <summary>The days a table's sources have answered for; otherwise those from its first to its last row.</summary>
    public TestBuilder Covers(Table table, string period)
    {
        ArgumentNullException.ThrowIfNull(table);
        covers.Add((table.TableName, period));
        return this;
    }

    /// <summary>What day it is when the question is asked; the day after the period unless said.</summary>
    public TestBuilder Today(TimeValue day)
    {
        today = day;
        return this;
    }

    /// <summary>The days asked about, as in a query: <c>"2025-03"</c>, <c>"2025-Q1"</c>; all of them unless said.</summary>
    public TestBuilder On(string period)
    {
        this.period = period;
        return this;
    }

    /// <summary>The dimensions to group by.</summary>
    public TestBuilder By(params string[] dimensions)
    {
        by.AddRange(dimensions);
        return this;
    }

    /// <summary>Filters as in a query: <c>"channel = email"</c>; all must hold.</summary>
    public TestBuilder Where(params string[] filters)
    {
        where.AddRange(filters);
        return this;
    }

    /// <summary>The attribution model to ask by; the workspace's default unless said.</summary>
    public TestBuilder Using(string model)
    {
        this.model = model;
        return this;
    }

    /// <summary>Expects a value: of the whole, or of one group.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="value">The value; a percentage is a fraction.</param>
    /// <param name="of">The group: a value for each dimension asked by, such as <c>"email"</c> or <c>("email", "2025-03")</c>; the whole unless given.</param>
    /// <param name="within">How far the figure may lie from it: <c>0.01</c> or <c>1.Percent()</c>.</param>
    /// <param name="file">Filled by the compiler.</param>
    /// <param name="line">Filled by the compiler.</param>
    public TestBuilder Expect(
        MetricRef metric, Constant value, TestGroup? of = null, Tolerance? within = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(metric);
        expectations.Add(new Expectation(metric.Id, of, value.AsDouble, NoValue.None, within ?? default, new Place(file, line)));
        return this;
    }

    /// <summary>Expects that there is no value, for a reason such as <c>DivisionByZero</c>, or for any.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="because">The reason; any unless given.</param>
    /// <param name="of">The group; the whole unless given.</param>
    /// <param name="file">Filled by the compiler.</param>
    /// <param name="line">Filled by the compiler.</param>
    public TestBuilder ExpectNoValue(
        MetricRef metric, NoValue because = NoValue.None, TestGroup? of = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(metric);
        expectations.Add(new Expectation(metric.Id, of, null, because, default, new Place(file, line)));
        return this;
    }

    /// <summary>Expects these groups and no other, in any order.</summary>
    public TestBuilder ExpectGroups(IEnumerable<TestGroup> groups, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        (this.groups, groupsAt) = ([.. groups], new Place(file, line));
        return this;
    }

    internal TestDefinition Build() => new(Name, At)
    {
        Rows = [.. rows],
        EmptyTables = [.. empty],
        Without = [.. without],
        Covers = [.. covers],
        Period = period,
        Today = today,
        By = [.. by],
        Where = [.. where],
        Model = model,
        Expectations = [.. expectations],
        Groups = groups,
        GroupsAt = groupsAt,
    };
}
