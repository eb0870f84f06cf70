using Merit.Metrics.Language;
using Merit.Metrics.Planning.OverTime;
using Merit.Metrics.Results;

namespace Merit.Metrics.Planning;

/// <summary>A metric with every reference followed: arithmetic over leaves that the statement gives.</summary>
internal abstract record Formula
{
    public virtual IEnumerable<Formula> Parts => [];

    public IEnumerable<Formula> Tree() => Parts.SelectMany(p => p.Tree()).Prepend(this);
}

internal sealed record ConstantFormula(double Value) : Formula;

internal sealed record CombinedFormula(Formula Left, MeasureOperator Operator, Formula Right) : Formula
{
    public override IEnumerable<Formula> Parts => [Left, Right];
}

/// <summary>Means something only for one value of each of the dimensions.</summary>
internal sealed record RequiringFormula(IReadOnlyList<string> Dimensions, Formula Inner) : Formula
{
    public override IEnumerable<Formula> Parts => [Inner];
}

/// <summary>An aggregate of a scan, by the name of its column; or the reason why it can have no value.</summary>
internal sealed record AggregateLeaf(Scan Scan, ScanMeasure Measure) : Formula;

internal sealed record TargetLeaf(Goal Goal) : Formula;

internal sealed record BenchmarkLeaf(Yardstick Yardstick) : Formula;

/// <summary>A goal as the statement gives it: the lowest and the highest that hold; they differ where there is not one goal.</summary>
internal sealed record Goal(string Metric, Reading Reading, bool Additive)
{
    public string Low => Name("target");

    public string High => Name("target to");

    /// <summary>Why there can be no goal at this grain.</summary>
    public NoValue Reason { get; init; }

    private string Name(string end) => Reading.Text.Length == 0 ? $"{Metric} {end}" : $"{Metric} {end}, {Reading.Text}";
}

/// <summary>A benchmark as the statement gives it.</summary>
internal sealed record Yardstick(string Metric)
{
    public string Low => $"{Metric} benchmark";

    public string High => $"{Metric} benchmark to";
}
