using System.Runtime.InteropServices;
using Merit.Metrics.Language;
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

/// <summary>Where a figure stands: its group (null for the total), the days it covers, whether it is of the other period, and what the facts gave.</summary>
internal sealed record Standing(GroupKey? Key, DateOnly? From, DateOnly? To, bool IsBefore, ResultRow? Facts);

/// <summary>Computes metrics from what the statement gave. Missing is not zero: zero is said only of what is loaded and covered.</summary>
internal sealed class Evaluator(Question question, ResultRows rows)
{
    public Outcome Of(Formula formula, Standing at) => formula switch
    {
        ConstantFormula constant => Outcome.Of(constant.Value),
        CombinedFormula both => Combined(both.Operator, Of(both.Left, at), Of(both.Right, at)),
        RequiringFormula requiring => requiring.Dimensions.All(d => IsOne(d, at)) ? Of(requiring.Inner, at) : Outcome.None(NoValue.NotMeaningful),
        AggregateLeaf leaf => Aggregate(leaf, at),
        TargetLeaf target => Target(target.Goal, at),
        BenchmarkLeaf benchmark => Benchmark(benchmark.Yardstick, at),
        _ => throw new InvalidOperationException($"No value for {formula}."),
    };

    public Outcome Target(Goal goal, Standing at)
    {
        var reason = GoalQuery.Reason(question, goal);
        return reason == NoValue.None ? Agreed(rows.Find(at.IsBefore ? Statement.GoalsBefore : Statement.Goals, at.Key), goal.Low, goal.High) : Outcome.None(reason);
    }

    /// <summary>Whether days of a figure are still to come and its sources have not answered for them.</summary>
    public bool IsUnfinished(Formula formula, Standing at) =>
        at.To is { } to && to > question.Context.Settings.Today
        && formula.Tree().OfType<AggregateLeaf>().Any(l => l.Measure.Reason == NoValue.None && l.Scan.Span != Span.AllTime
            && (l.Scan.Fact.CoveredTo is not { } covered || covered < to.AddDays(-1)));

    private Outcome Aggregate(AggregateLeaf leaf, Standing at)
    {
        if (leaf.Measure.Reason != NoValue.None)
        {
            return Outcome.None(leaf.Measure.Reason);
        }

        // A count of nothing is zero to the engine, also of days that nobody has answered for.
        var value = rows.Value(at.Facts, leaf.Measure.Column);
        return value is { } number && (number != 0 || !leaf.Measure.IsAdditive) ? Outcome.Of(number)
            : !IsCovered(leaf.Scan, at) ? Outcome.None(NoValue.NotCovered)
            : leaf.Measure.IsAdditive ? Outcome.Of(0)
            : Outcome.None(NoValue.NoRows);
    }

    private static bool IsCovered(Scan scan, Standing at) => scan.Span switch
    {
        Span.AllTime => true,
        Span.ToDate => scan.Fact.CoveredFrom is not { } first || at.To is not { } end || end > first,
        _ => (scan.Fact.CoveredFrom is not { } from || at.To is not { } to || to > from)
            && (scan.Fact.CoveredTo is not { } last || at.From is not { } start || start <= last),
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
