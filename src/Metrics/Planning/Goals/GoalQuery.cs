using Merit.Metrics.Language;
using Merit.Metrics.Planning.OverTime;
using Merit.Metrics.Planning.Sql;
using Merit.Metrics.Results;
using Merit.Metrics.Tables;

namespace Merit.Metrics.Planning.Goals;

/// <summary>Reads goals at the grain of a question. Goals of sums and counts add up, each in proportion to the days asked about; any other
/// goal is the one that holds, given as the lowest and the highest.</summary>
/// <remarks>A goal is set for everything, a channel, an owner, or a campaign. The total is a group of its own: a goal for everything is no part
/// of any other group.</remarks>
internal sealed class GoalQuery
{
    private const string Metric = "metric";
    private const string Level = "level";
    private const string Whole = "whole";
    private const string Share = "share";

    private readonly Question question;
    private readonly IReadOnlyList<Goal> goals;
    private readonly FactRows rows;
    private readonly GoalDays days;

    private GoalQuery(Question question, IReadOnlyList<Goal> goals, Frame period)
    {
        (this.question, this.goals) = (question, goals);
        rows = new FactRows(TargetsTable.Declaration.Name, question.Context);
        days = new GoalDays(rows, period);
    }

    // How much of a goal without days is due by now nobody knows.
    private bool IsUntilToday => goals[0].Reading.Moves.Any(m => m is TodayMove);

    private SqlExpr Value => rows.Own(nameof(TargetsTable.value));

    /// <summary>Why there can be no goal at this grain, or None.</summary>
    public static NoValue Reason(Question question, Goal goal)
    {
        var targets = TargetsTable.Declaration.Name;
        return goal.Reason != NoValue.None ? goal.Reason
            : question.Context.Schema.Table(targets) is not { Loaded: true } ? NoValue.NotSet
            : question.Shape.HasTimeGroups && goal.Reading.Moves.Any(m => m is not TodayMove) ? NoValue.NotMeaningful
            : question.By.Any(b => b.Dimension.Grain is null && b.Dimension.Of(targets) is null)
                || question.Where.Any(w => w.Dimension.Grain is not null || w.Dimension.Of(targets) is null) ? NoValue.NotMeaningful
            : NoValue.None;
    }

    public static SqlSelect Of(Question question, IReadOnlyList<Goal> goals, Frame period) => new GoalQuery(question, goals, period).Build();

    private SqlSelect Build()
    {
        var columns = question.By.Select(b => new SqlOutput(b.Dimension.Grain is { } grain ? question.Context.Functions.GroupStart(grain, days.Each()) : rows.Value(b.Dimension), b.Column)).ToList();
        columns.Add(new SqlOutput(rows.Own(nameof(TargetsTable.metric)), Metric));
        columns.Add(new SqlOutput(LevelOf(rows), Level));
        columns.Add(new SqlOutput(Value, Whole));
        columns.Add(new SqlOutput(ShareOf(), Share));
        var tests = question.Where.Select(w => w.Test.Condition(rows.Value(w.Dimension) ?? throw new InvalidOperationException($"Goals have no {w.Dimension.Id}.")));
        var where = SqlExpr.All(tests
            .Prepend(days.Overlaps)
            .Prepend(new SqlIn(rows.Own(nameof(TargetsTable.metric)), [.. goals.Select(g => new SqlParameter(g.Metric))]))
            .OfType<SqlExpr>());
        var inner = new SqlSelect { Columns = columns, From = rows.Source, Joins = rows.Joins, Where = where };
        return Grouping.Select(question, new SqlSubquery(inner), [.. goals.SelectMany(Outputs)]);
    }

    private static IEnumerable<SqlOutput> Outputs(Goal goal) => goal.Levels.SelectMany(level => new SqlOutput[]
    {
        new(At(goal, goal.Additive ? "fsum" : "min", goal.Additive ? Share : Whole, level), goal.Low(level)),
        new(At(goal, goal.Additive ? "fsum" : "max", goal.Additive ? Share : Whole, level), goal.High(level)),
    });

    private static SqlCall At(Goal goal, string function, string column, string level)
    {
        var isMeant = new SqlBinary(
            SqlOperator.And,
            new SqlBinary(SqlOperator.Equal, new SqlColumn(null, Metric), new SqlParameter(goal.Metric)),
            new SqlBinary(SqlOperator.Equal, new SqlColumn(null, Level), new SqlConstant(level)));
        return new SqlCall("round", [new SqlAggregate(function, [new SqlColumn(null, column)], Filter: isMeant), new SqlConstant(9L)]);
    }

    /// <summary>What a goal is set for. Whoever names a campaign means it, whatever else is said.</summary>
    public static SqlExpr LevelOf(FactRows rows)
    {
        return new SqlCase(
            [
                (Has(nameof(TargetsTable.campaign_id)), new SqlConstant(GoalLevels.Campaign)),
                (Has(nameof(TargetsTable.channel)), new SqlConstant(GoalLevels.Channel)),
                (Has(nameof(TargetsTable.owner)), new SqlConstant(GoalLevels.Owner)),
            ],
            new SqlConstant(GoalLevels.All));

        SqlIsNull Has(string column) => new(rows.Own(column), Negated: true);
    }

    // A goal without days holds as a whole, whatever period is asked about.
    private SqlExpr ShareOf()
    {
        var asked = question.Shape.HasTimeGroups ? new SqlConstant(1L) : days.CountAsked;
        var part = new SqlBinary(SqlOperator.Divide, new SqlBinary(SqlOperator.Multiply, Value, asked), days.Count);
        return new SqlCase([(days.IsDated, part)], IsUntilToday ? new SqlConstant(null) : Value);
    }
}
