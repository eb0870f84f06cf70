using Merit.Metrics.Language;
using Merit.Metrics.Planning.OverTime;
using Merit.Metrics.Planning.Sql;
using Merit.Metrics.Results;
using Merit.Metrics.Semantics;
using Merit.Metrics.Tables;

namespace Merit.Metrics.Planning;

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

    private readonly Frame period;

    private GoalQuery(Question question, IReadOnlyList<Goal> goals, Frame period)
    {
        (this.question, this.goals, this.period) = (question, goals, period);
        rows = new FactRows(TargetsTable.Declaration.Name, question.Context);
    }

    // How much of a goal without days is due by now nobody knows.
    private bool IsUntilToday => goals[0].Reading.Moves.Any(m => m is TodayMove);

    private SqlExpr First => rows.Own(nameof(TargetsTable.period_start));

    private SqlExpr Last => rows.Own(nameof(TargetsTable.period_end));

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
        new(AtLevel(goal, goal.Additive ? "fsum" : "min", goal.Additive ? Share : Whole, lowest: true), goal.Low),
        new(AtLevel(goal, goal.Additive ? "fsum" : "max", goal.Additive ? Share : Whole, lowest: false), goal.High),
    ];

    private SqlExpr AtLevel(Goal goal, string function, string column, bool lowest)
    {
        var ofGroup = Coarsest([.. question.By.Select(b => b.Dimension)]);
        var value = question.Request.Total && question.By.Count > 0
            ? new SqlCase([(SqlFunctions.IsTotal(new SqlColumn(null, question.By[0].Column)), Coarsest([]))], ofGroup)
            : ofGroup;
        return new SqlCall("round", [value, new SqlConstant(9L)]);

        // What is set for the group itself; else what is set for its parts. Parts of two kinds overlap in ways nobody has said: then the
        // lowest and the highest differ, and there is no one goal.
        SqlExpr Coarsest(IReadOnlyList<Dimension> grouped)
        {
            var levels = Levels(grouped).Select(level => At(goal, function, column, level)).ToList();
            return levels.Count switch
            {
                1 => levels[0],
                2 => SqlFunctions.Coalesce(levels),
                _ => SqlFunctions.Coalesce([levels[0], new SqlCall(lowest ? "least" : "greatest", [.. levels.Skip(1)])]),
            };
        }
    }

    private static SqlExpr At(Goal goal, string function, string column, string level) => new SqlAggregate(
        function,
        [new SqlColumn(null, column)],
        Filter: new SqlBinary(
            SqlOperator.And,
            new SqlBinary(SqlOperator.Equal, new SqlColumn(null, Metric), new SqlParameter(goal.Metric)),
            new SqlBinary(SqlOperator.Equal, new SqlColumn(null, Level), new SqlConstant(level))));

    // The level of the group itself first, then those of its parts.
    private IEnumerable<string> Levels(IReadOnlyList<Dimension> grouped)
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
        SqlExpr? starts = period.To is { } to ? new SqlBinary(SqlOperator.Less, First, new SqlConstant(to)) : null;
        SqlExpr? ends = period.From is { } from ? new SqlBinary(SqlOperator.GreaterOrEqual, Last, new SqlConstant(from)) : null;
        return (starts, ends) is (null, null) ? null
            : new SqlBinary(SqlOperator.Or, new SqlIsNotTrue(IsDated()), SqlExpr.All(new[] { starts, ends }.OfType<SqlExpr>()) ?? SqlExpr.True);
    }

    private SqlExpr FirstDay() => period.From is { } from ? SqlFunctions.Later(First, new SqlConstant(from)) : First;

    private SqlExpr LastDay() => period.To is { } to ? SqlFunctions.Earlier(Last, new SqlConstant(to.AddDays(-1))) : Last;

    private SqlExpr EachDay() => SqlFunctions.EachDay(IsDated(), FirstDay(), LastDay());

    // A goal without days holds as a whole, whatever period is asked about.
    private SqlExpr ShareOf()
    {
        var days = Inclusive(First, Last);
        SqlExpr asked = question.Shape.HasTimeGroups ? new SqlConstant(1L) : Inclusive(FirstDay(), LastDay());
        var part = new SqlBinary(SqlOperator.Divide, new SqlBinary(SqlOperator.Multiply, Value, asked), days);
        return new SqlCase([(IsDated(), part)], IsUntilToday ? new SqlConstant(null) : Value);
    }

    private static SqlExpr Inclusive(SqlExpr first, SqlExpr last) => new SqlBinary(SqlOperator.Add, SqlFunctions.WholeDays(first, last), new SqlConstant(1L));
}
