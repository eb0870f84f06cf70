using Merit.Metrics.Language;

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

internal sealed record BenchmarkLeaf(Yardstick Yardstick) : Formula;

/// <summary>A benchmark as the statement gives it.</summary>
internal sealed record Yardstick(string Metric)
{
    public string Low => $"{Metric} benchmark";

    public string High => $"{Metric} benchmark to";
}
