using Merit.Metrics.Planning.Sql;
using Merit.Metrics.Results;
using Merit.Metrics.Semantics;
using Merit.Metrics.Tables;

namespace Merit.Metrics.Planning;

/// <summary>Reads goals at the grain of a question. Goals of sums and counts add up, each in proportion to the days asked about; any other
/// goal is the one that holds, given as the lowest and the highest.</summary>
/// <remarks>A goal is set for everything, a channel, an owner, or a campaign. Where several say something about the same group, the one set
/// for the group itself counts, not what is set for its parts on top of it.</remarks>
internal sealed class GoalQuery
{
    private const string Metric = "metric";
    private const string Level = "level";
    private const string Whole = "whole";
    private const string Share = "share";

    private readonly Question question;
    private readonly IReadOnlyList<Goal> goals;
    private readonly FactRows rows;

    private GoalQuery(Question question, IReadOnlyList<Goal> goals)
    {
        (this.question, this.goals) = (question, goals);
        rows = new FactRows(TargetsTable.Declaration.Name, question.Context);
    }

    private SqlExpr First => rows.Own(nameof(TargetsTable.period_start));

    private SqlExpr Last => rows.Own(nameof(TargetsTable.period_end));

    private SqlExpr Value => rows.Own(nameof(TargetsTable.value));

    /// <summary>Why there can be no goal at this grain, or None.</summary>
    public static NoValue Reason(Question question, Goal goal)
    {
        var targets = TargetsTable.Declaration.Name;
        return goal.Reason != NoValue.None ? goal.Reason
            : question.Context.Schema.Table(targets) is not { Loaded: true } ? NoValue.NotSet
            : question.By.Any(b => b.Dimension.Grain is null && b.Dimension.Of(targets) is null)
                || question.Where.Any(w => w.Dimension.Grain is not null || w.Dimension.Of(targets) is null) ? NoValue.NotMeaningful
            : NoValue.None;
    }

    public static SqlSelect Of(Question question, IReadOnlyList<Goal> goals) => new GoalQuery(question, goals).Build();

    private SqlSelect Build()
    {
        var columns = question.By.Select(b => new SqlOutput(b.Dimension.Grain is { } grain ? question.Context.Functions.GroupStart(grain, EachDay()) : rows.Value(b.Dimension), b.Column)).ToList();
        columns.Add(new SqlOutput(rows.Own(nameof(TargetsTable.metric)), Metric));
        columns.Add(new SqlOutput(LevelOf(), Level));
        columns.Add(new SqlOutput(Value, Whole));
        columns.Add(new SqlOutput(ShareOf(), Share));
        var tests = question.Where.Select(w => w.Test.Condition(rows.Value(w.Dimension) ?? throw new InvalidOperationException($"Goals have no {w.Dimension.Id}.")));
        var where = SqlExpr.All(tests
            .Prepend(Overlaps())
            .Prepend(new SqlIn(rows.Own(nameof(TargetsTable.metric)), [.. goals.Select(g => new SqlParameter(g.Metric))]))
            .OfType<SqlExpr>());
        var inner = new SqlSelect { Columns = columns, From = rows.Source, Joins = rows.Joins, Where = where };
        return Grouping.Select(question, new SqlSubquery(inner), [.. goals.SelectMany(Outputs)]);
    }

    private IEnumerable<SqlOutput> Outputs(Goal goal) =>
    [
        new(AtLevel(goal, goal.Additive ? "fsum" : "min", goal.Additive ? Share : Whole), goal.Low),
        new(AtLevel(goal, goal.Additive ? "fsum" : "max", goal.Additive ? Share : Whole), goal.High),
    ];

    // The coarsest level that speaks of the group. The total is a group of its own: a goal for everything is no part of any other group.
    private SqlExpr AtLevel(Goal goal, string function, string column)
    {
        var groups = Levels(question.By.Select(b => b.Dimension)).ToList();
        var total = Levels([]).ToList();
        var ofGroup = SqlFunctions.Coalesce([.. groups.Select(level => At(goal, function, column, level))]);
        var value = question.Request.Total && question.By.Count > 0 && groups.Count < total.Count
            ? new SqlCase([(SqlFunctions.IsTotal(new SqlColumn(null, question.By[0].Column)), SqlFunctions.Coalesce([.. total.Select(level => At(goal, function, column, level))]))], ofGroup)
            : ofGroup;
        return new SqlCall("round", [value, new SqlConstant(9L)]);
    }

    private static SqlExpr At(Goal goal, string function, string column, string level) => new SqlAggregate(
        function,
        [new SqlColumn(null, column)],
        Filter: new SqlBinary(
            SqlOperator.And,
            new SqlBinary(SqlOperator.Equal, new SqlColumn(null, Metric), new SqlParameter(goal.Metric)),
            new SqlBinary(SqlOperator.Equal, new SqlColumn(null, Level), new SqlConstant(level))));

    private IEnumerable<string> Levels(IEnumerable<Dimension> grouped)
    {
        var said = grouped.Concat(question.Where.Select(w => w.Dimension)).Where(d => d.Grain is null).Select(d => d.Target).ToList();
        if (said.Count == 0)
        {
            yield return "all";
        }

        if (said.TrueForAll(level => level == GoalLevel.Channel))
        {
            yield return "channel";
        }

        if (said.TrueForAll(level => level == GoalLevel.Owner))
        {
            yield return "owner";
        }

        yield return "campaign";
    }

    private SqlCase LevelOf() => new(
        [
            (Has(nameof(TargetsTable.campaign_id)), new SqlConstant("campaign")),
            (Has(nameof(TargetsTable.channel)), new SqlConstant("channel")),
            (Has(nameof(TargetsTable.owner)), new SqlConstant("owner")),
        ],
        new SqlConstant("all"));

    private SqlIsNull Has(string column) => new(rows.Own(column), Negated: true);

    private SqlExpr IsDated() => new SqlBinary(SqlOperator.And, new SqlIsNull(First, Negated: true), new SqlIsNull(Last, Negated: true));

    private SqlExpr? Overlaps()
    {
        var period = question.Request.Period;
        SqlExpr? starts = period.To is { } to ? new SqlBinary(SqlOperator.Less, First, new SqlConstant(to)) : null;
        SqlExpr? ends = period.From is { } from ? new SqlBinary(SqlOperator.GreaterOrEqual, Last, new SqlConstant(from)) : null;
        return (starts, ends) is (null, null) ? null
            : new SqlBinary(SqlOperator.Or, new SqlIsNotTrue(IsDated()), SqlExpr.All(new[] { starts, ends }.OfType<SqlExpr>()) ?? SqlExpr.True);
    }

    private SqlExpr FirstDay() => question.Request.Period.From is { } from ? SqlFunctions.Later(First, new SqlConstant(from)) : First;

    private SqlExpr LastDay() => question.Request.Period.To is { } to ? SqlFunctions.Earlier(Last, new SqlConstant(to.AddDays(-1))) : Last;

    private SqlExpr EachDay() => SqlFunctions.EachDay(FirstDay(), LastDay());

    // A goal without days holds as a whole, whatever period is asked about.
    private SqlExpr ShareOf()
    {
        var days = Inclusive(First, Last);
        SqlExpr asked = question.Shape.HasTimeGroups ? new SqlConstant(1L) : Inclusive(FirstDay(), LastDay());
        var part = new SqlBinary(SqlOperator.Divide, new SqlBinary(SqlOperator.Multiply, Value, asked), days);
        return new SqlCase([(IsDated(), part)], Value);
    }

    private static SqlExpr Inclusive(SqlExpr first, SqlExpr last) => new SqlBinary(SqlOperator.Add, SqlFunctions.WholeDays(first, last), new SqlConstant(1L));
}
