using Merit.Metrics.Planning.OverTime;
using Merit.Metrics.Results;

namespace Merit.Metrics.Planning.Goals;

/// <summary>A goal as the statement gives it: by what it is set for, the lowest and the highest that hold; they differ where there is not one goal.</summary>
/// <param name="Metric">The metric it is for.</param>
/// <param name="Reading">Of which days.</param>
/// <param name="Additive">Whether goals of parts add up.</param>
/// <param name="Levels">What such goals are set for in this warehouse.</param>
internal sealed record Goal(string Metric, Reading Reading, bool Additive, IReadOnlyList<string> Levels)
{
    /// <summary>Why there can be no goal at this grain.</summary>
    public NoValue Reason { get; init; }

    public IEnumerable<string> Columns => Levels.SelectMany(level => new[] { Low(level), High(level) });

    public string Low(string level) => Name(level, "target");

    public string High(string level) => Name(level, "target to");

    private string Name(string level, string end) => $"{Metric} {end}{(level == GoalLevels.All ? "" : $" by {level}")}{(Reading.Text.Length == 0 ? "" : $", {Reading.Text}")}";
}

/// <summary>A metric of that for which its goals are set, so that like is compared with like: what it is depends on which goals hold where a figure stands.</summary>
/// <param name="Goal">The goals.</param>
/// <param name="Levels">The metric by what its goals are set for: of a group, and of the answer's total, to which goals without days belong also where groups
/// are of days.</param>
internal sealed record TargetedFormula(Goal Goal, IReadOnlyList<(string Level, Formula OfGroup, Formula OfTotal)> Levels) : Formula
{
    public override IEnumerable<Formula> Parts => Levels.SelectMany(l => ReferenceEquals(l.OfGroup, l.OfTotal) ? new[] { l.OfGroup } : [l.OfGroup, l.OfTotal]);
}

internal sealed record TargetLeaf(Goal Goal) : Formula;
