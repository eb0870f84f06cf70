using System.Runtime.InteropServices;
using Merit.Metrics.Language;
using Merit.Metrics.Planning.Goals;
using Merit.Metrics.Planning.OverTime;
using Merit.Metrics.Results;
using Merit.Metrics.Tables;

namespace Merit.Metrics.Planning;

/// <summary>A value, or why there is none.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Outcome(double? Value, NoValue Reason)
{
    public static Outcome Of(double value) => new(value, NoValue.None);

    public static Outcome None(NoValue reason) => new(null, reason);
}

/// <summary>Computes metrics from what the statement gave. Missing is not zero: zero is said only of what is loaded and covered.</summary>
/// <param name="question">The question.</param>
/// <param name="rows">What the statement gave.</param>
/// <param name="standings">Where figures stand.</param>
/// <param name="groups">The groups of the answer, among which they are ranked.</param>
internal sealed class Evaluator(Question question, ResultRows rows, Standings standings, IReadOnlyList<GroupKey> groups)
{
    private readonly Ranking ranking = new(question, standings, groups);

    public Outcome Of(Formula formula, Standing at) => formula switch
    {
        ConstantFormula constant => Outcome.Of(constant.Value),
        CombinedFormula both => Combined(both.Operator, Of(both.Left, at), Of(both.Right, at)),
        RequiringFormula requiring => requiring.Dimensions.All(d => IsOne(d, at)) ? Of(requiring.Inner, at) : Outcome.None(NoValue.NotMeaningful),
        AggregateLeaf leaf => Aggregate(leaf, at),
        TargetLeaf target => Target(target.Goal, at),
        TargetedFormula targeted => Targeted(targeted, at),
        BenchmarkLeaf benchmark => Benchmark(benchmark.Yardstick, at),
        ChangeFormula change => Change(change, Of(change.Now, at), Of(change.Before, at)),
        ShareFormula share => Share(share, at),
        RankFormula rank => ranking.Of(rank, at, Of),
        OnTrackFormula track => OnTrack(track, Of(track.Reached, at), Of(track.Expected, at)),
        _ => throw new InvalidOperationException($"No value for {formula}."),
    };

    public Outcome Target(Goal goal, Standing at) => Found(goal, at).Value;

    // What goals say of a group, and what the goals that say it are set for: the group itself, else its parts. Parts of two kinds overlap in ways
    // nobody has said.
    private (Outcome Value, string? Level) Found(Goal goal, Standing at)
    {
        if (GoalQuery.Reason(question, goal) is not NoValue.None and var reason)
        {
            return (Outcome.None(reason), null);
        }

        if (Moved(at.Days, goal.Reading, at) is null)
        {
            return (Outcome.None(NoValue.NotMeaningful), null);
        }

        var row = rows.Find(at.IsBefore ? Statement.GoalsBefore : Statement.Goals, at.Key);
        var levels = GoalLevels.For(question, ofTotal: at.Key is null && question.By.Count > 0);
        var said = levels.Select(level => (Value: Agreed(row, goal.Low(level), goal.High(level)), level)).Where(l => l.Value.Reason != NoValue.NotSet).ToList();
        return said switch
        {
            [] => (Outcome.None(NoValue.NotSet), null),
            [var only] => only,
            [var first, ..] when first.level == levels[0] || said.TrueForAll(l => l.Value == first.Value) => first,
            _ => (Outcome.None(NoValue.NotMeaningful), null),
        };
    }

    private Outcome Targeted(TargetedFormula targeted, Standing at)
    {
        var (goal, found) = Found(targeted.Goal, at);
        if (goal.Value is null)
        {
            return goal;
        }

        var (_, ofGroup, ofTotal) = targeted.Levels.First(l => l.Level == found);
        return Of(at.Key is null ? ofTotal : ofGroup, at);
    }

    /// <summary>Whether days of a figure are still to come and its sources have not answered for them.</summary>
    public bool IsUnfinished(Formula formula, Standing at) =>
        formula.Tree().OfType<AggregateLeaf>().Any(l => l.Measure.Reason == NoValue.None && l.Scan.Span != Span.AllTime
            && Days(l.Scan, at) is { To: { } to } && (IsAhead(to, l.Scan.Fact.CoveredTo)
                || (EventPath.DaysToFollow([l.Measure.Value, l.Measure.Condition]) is > 0 and var days && IsAhead(to.AddDays(days), null))));

    private bool IsAhead(DateOnly to, DateOnly? covered) => to > question.Context.Settings.Today && (covered is null || covered < to.AddDays(-1));

    private Outcome Aggregate(AggregateLeaf leaf, Standing at)
    {
        if (leaf.Measure.Reason != NoValue.None)
        {
            return Outcome.None(leaf.Measure.Reason);
        }

        if (Days(leaf.Scan, at) is not { } days)
        {
            return Outcome.None(NoValue.NotMeaningful);
        }

        if (leaf.Scan.Reading.Cohort is not null && days.From > question.Context.Settings.Today)
        {
            return Outcome.None(NoValue.NotCovered);
        }

        // A count of nothing is zero to the engine, also of days that nobody has answered for.
        var value = rows.Value(Row(leaf.Scan, at), leaf.Measure.Column);
        return value is { } number && (number != 0 || !leaf.Measure.IsAdditive) ? Outcome.Of(number)
            : !IsCovered(leaf.Scan, days) ? Outcome.None(NoValue.NotCovered)
            : leaf.Measure.IsAdditive ? Outcome.Of(0)
            : Outcome.None(NoValue.NoRows);
    }

    private Frame? Days(Scan scan, Standing at) =>
        Moved(standings.Days(at, scan.Reading.Over), scan.Reading, at) is not { } days ? null
        : scan.Reading.Cohort is { } cohort ? standings.Watched(days, cohort, at)
        : days;

    // Rows without a date have neither days before them nor a window that ends with them.
    private Frame? Moved(Frame days, Reading reading, Standing at) =>
        reading.Moves.Count > 0 && at.IsUndated ? null : days.Moved(reading.Moves, question.Context.Settings.Today, question.Context.Settings.WeekStart);

    private ResultRow? Row(Scan scan, Standing at)
    {
        if (scan.Reading.Over is not { Count: > 0 } over)
        {
            return at.Facts;
        }

        var part = Statement.Together(at.Part, scan.Reading);
        var rest = question.By.Select((b, i) => over.Contains(b.Column, StringComparer.Ordinal) ? null : at.Key?.Values[i]).ToArray();
        return at.Key is null && over.Count < question.By.Count ? rows.Total(part) : rows.Group(part, new GroupKey(rest));
    }

    private static bool IsCovered(Scan scan, Frame days) => scan.Span switch
    {
        Span.AllTime => true,
        Span.ToDate => scan.Fact.CoveredFrom is not { } first || days.To is not { } end || end > first,
        _ => (scan.Fact.CoveredFrom is not { } from || days.To is not { } to || to > from)
            && (scan.Fact.CoveredTo is not { } last || days.From is not { } start || start <= last),
    };

    private Outcome Benchmark(Yardstick yardstick, Standing at)
    {
        var ofCampaigns = at.Key is null && question.By.Any(IsOfCampaigns)
            ? rows.Total(Statement.Yardsticks)
            : rows.Group(Statement.Yardsticks, new GroupKey([.. question.By.Select((b, i) => IsOfCampaigns(b) ? at.Key?.Values[i] : null)]));
        var found = Agreed(ofCampaigns, yardstick.Low, yardstick.High);
        return found.Reason != NoValue.NotSet ? found
            : Agreed(rows.Group(Statement.Fallback, new GroupKey([.. question.By.Select(_ => (object?)null)])), yardstick.Low, yardstick.High);
    }

    private static bool IsOfCampaigns((Semantics.Dimension Dimension, string Column) by) =>
        by.Dimension.Grain is null && by.Dimension.Of(CampaignsTable.Declaration.Name) is not null;

    private Outcome Agreed(ResultRow? row, string low, string high) => (rows.Value(row, low), rows.Value(row, high)) switch
    {
        ({ } least, { } most) => least.Equals(most) ? Outcome.Of(least) : Outcome.None(NoValue.NotMeaningful),
        _ => Outcome.None(NoValue.NotSet),
    };

    // One value of a dimension: grouped by it and not in the total, or filtered to it. A campaign's name stands for the campaign.
    private bool IsOne(string dimension, Standing at) =>
        question.By.Any(b => at.Key is not null && Stands(b.Dimension, dimension)) || question.Where.Any(w => w.Test.IsSingle && Stands(w.Dimension, dimension));

    private static bool Stands(Semantics.Dimension dimension, string required) =>
        string.Equals(dimension.Id, required, StringComparison.Ordinal) || (string.Equals(required, "campaign", StringComparison.Ordinal) && dimension.IsCampaign);

    // Of the answer's total every part is the whole.
    private Outcome Share(ShareFormula share, Standing at) =>
        share.Columns is null ? Outcome.None(NoValue.NotMeaningful)
        : Combined(MeasureOperator.Divide, Of(share.Part, at), Of(at.Key is null ? share.Part : share.Whole, at));

    private static Outcome Change(ChangeFormula change, Outcome now, Outcome before) => (now.Value, before.Value) switch
    {
        (null, _) => now,
        (_, null) => before,
        (_, 0) when change.Relative => Outcome.None(NoValue.DivisionByZero),
        ({ } n, { } b) => Outcome.Of(change.Relative ? (n - b) / Math.Abs(b) : n - b),
    };

    private static Outcome OnTrack(OnTrackFormula track, Outcome reached, Outcome expected) => (reached.Value, expected.Value) switch
    {
        (null, _) => reached,
        (_, null) => expected,
        ({ } value, { } plan) => Outcome.Of((track.LowerIsBetter ? value <= plan : value >= plan) ? 1 : 0),
    };

    private static Outcome Combined(MeasureOperator op, Outcome left, Outcome right) => (left.Value, right.Value) switch
    {
        (null, _) => left,
        (_, null) => right,
        (_, 0) when op == MeasureOperator.Divide => Outcome.None(NoValue.DivisionByZero),
        ({ } l, { } r) => Outcome.Of(op switch
        {
            MeasureOperator.Add => l + r,
            MeasureOperator.Subtract => l - r,
            MeasureOperator.Multiply => l * r,
            _ => l / r,
        }),
    };
}
