namespace Merit.Metrics.Language;

/// <summary>Another metric, by its id: what <c>metrics.cpl</c> is in a script.</summary>
public sealed partial class MetricRef : Measure
{
    /// <summary>Names a metric; whether it exists is checked when all scripts have run.</summary>
    public MetricRef(string id)
        : this(id, null)
    {
    }

    private MetricRef(string id, string? model) => (Id, Model) = (id, model);

    /// <summary>The metric's id.</summary>
    public string Id { get; }

    /// <summary>The attribution model it is asked with, or null for the one of the request.</summary>
    public string? Model { get; }

    /// <summary>The metric by another attribution model.</summary>
    public Measure Using(string model) => new MetricRef(Id, model);

    /// <summary>The metric's goal, from <c>targets</c>: goals of sums and counts add up, in proportion to the days asked about;
    /// of anything else, the one goal that holds.</summary>
    public Measure Target() => new TargetMeasure(Id);

    /// <summary>The metric's yardstick, from <c>benchmarks</c>: the latest for the campaign's type, else the one for all types.</summary>
    public Measure Benchmark() => new BenchmarkMeasure(Id);
}

internal sealed class TargetMeasure(string metric) : Measure
{
    public string Metric { get; } = metric;
}

internal sealed class BenchmarkMeasure(string metric) : Measure
{
    public string Metric { get; } = metric;
}
