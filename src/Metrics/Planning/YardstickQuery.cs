using Merit.Metrics.Planning.Sql;
using Merit.Metrics.Tables;

namespace Merit.Metrics.Planning;

/// <summary>Reads benchmarks: for every campaign the latest of its type, else the latest for all types; at the grain of the question the
/// lowest and the highest, which differ where the group holds campaigns of several yardsticks.</summary>
internal sealed class YardstickQuery(Question question, string latest)
{
    private const string Metric = "metric";
    private const string Type = "type";
    private const string Value = "value";

    // An industry's own benchmark goes before a later one for all industries.
    private const long IndustryFirst = 10_000_000;

    /// <summary>For every metric and type the benchmark that holds.</summary>
    public SqlSelect Latest()
    {
        var rows = new FactRows(BenchmarksTable.Declaration.Name, question.Context);
        var industry = Given(rows.Own(nameof(BenchmarksTable.industry)));
        SqlExpr? own = question.Context.Settings.Industry is { } name ? new SqlBinary(SqlOperator.Equal, industry, new SqlParameter(name)) : null;
        var day = SqlFunctions.WholeDays(new SqlConstant(DateOnly.MinValue), SqlFunctions.Coalesce([rows.Own(nameof(BenchmarksTable.as_of)), new SqlConstant(DateOnly.MinValue)]));
        SqlExpr rank = own is null ? day : new SqlCase([(own, new SqlBinary(SqlOperator.Add, day, new SqlConstant(IndustryFirst)))], day);
        var inner = new SqlSelect
        {
            Columns =
            [
                new SqlOutput(rows.Own(nameof(BenchmarksTable.metric)), Metric),
                new SqlOutput(Given(rows.Own(nameof(BenchmarksTable.campaign_type))), Type),
                new SqlOutput(rows.Own(nameof(BenchmarksTable.value)), Value),
                new SqlOutput(rank, "rank"),
            ],
            From = rows.Source,
            Where = SqlExpr.All(
            [
                new SqlIn(rows.Own(nameof(BenchmarksTable.metric)), [.. question.Yardsticks.Select(y => new SqlParameter(y.Metric))]),
                own is null ? new SqlIsNull(industry) : new SqlBinary(SqlOperator.Or, new SqlIsNull(industry), own),
            ]),
        };
        return new SqlSelect
        {
            Columns =
            [
                new SqlOutput(Column(Metric), null), new SqlOutput(Column(Type), null),
                new SqlOutput(new SqlAggregate("arg_max", [Column(Value), Column("rank")]), Value),
            ],
            From = new SqlSubquery(inner),
            GroupBy = [Column(Metric), Column(Type)],
        };
    }

    /// <summary>By the dimensions campaigns have; null where no campaigns are loaded.</summary>
    public SqlSelect? OfCampaigns()
    {
        var table = CampaignsTable.Declaration.Name;
        if (question.Context.Schema.Table(table) is not { Loaded: true })
        {
            return null;
        }

        var rows = new FactRows(table, question.Context);
        var reached = question.By.Where(b => b.Dimension.Grain is null && b.Dimension.Of(table) is not null).ToList();
        var columns = reached.Select(b => new SqlOutput(rows.Value(b.Dimension), b.Column)).ToList();
        foreach (var yardstick in question.Yardsticks)
        {
            columns.Add(new SqlOutput(SqlFunctions.Coalesce([Joined(rows, yardstick, typed: true), Joined(rows, yardstick, typed: false)]), yardstick.Low));
        }

        // A filter that campaigns do not have, such as a lead's source, leaves the yardstick as it is.
        var tests = question.Where.Where(w => w.Dimension.Grain is null && w.Dimension.Of(table) is not null)
            .Select(w => rows.Value(w.Dimension) is { } value ? w.Test.Condition(value) : SqlExpr.True);
        var inner = new SqlSelect { Columns = columns, From = rows.Source, Where = SqlExpr.All(tests), Joins = rows.Joins };
        return Grouping.Select(
            question,
            new SqlSubquery(inner),
            [.. question.Yardsticks.SelectMany(y => new[] { Extreme("min", y, y.Low), Extreme("max", y, y.High) })],
            [.. reached.Select(b => b.Column)],
            Totals.Always);
    }

    /// <summary>For groups that no campaign is known of.</summary>
    public SqlSelect ForAll() => Grouping.Select(
        question,
        new SqlTable(latest),
        [
            .. question.Yardsticks.SelectMany(y => new[] { y.Low, y.High }.Select(column => new SqlOutput(
                new SqlAggregate("max", [Column(Value)], Filter: new SqlBinary(SqlOperator.And, IsOf(Column(Metric), y), new SqlIsNull(Column(Type)))), column))),
        ],
        []);

    private SqlColumn Joined(FactRows rows, Yardstick yardstick, bool typed)
    {
        var join = rows.Join(latest, yardstick.Metric + (typed ? " of type" : " of all"), alias => new SqlBinary(
            SqlOperator.And,
            IsOf(new SqlColumn(alias, Metric), yardstick),
            typed ? new SqlBinary(SqlOperator.Equal, new SqlColumn(alias, Type), rows.Own(nameof(CampaignsTable.type))) : new SqlIsNull(new SqlColumn(alias, Type))));
        return new SqlColumn(join.Alias, Value);
    }

    private static SqlOutput Extreme(string function, Yardstick yardstick, string name) => new(new SqlAggregate(function, [Column(yardstick.Low)]), name);

    private static SqlBinary IsOf(SqlExpr column, Yardstick yardstick) => new(SqlOperator.Equal, column, new SqlParameter(yardstick.Metric));

    private static SqlColumn Column(string name) => new(null, name);

    private static SqlExpr Given(SqlExpr text) => new SqlCall("nullif", [text, new SqlConstant("")]);
}
