using Merit.Metrics.Results;

namespace Merit.Host.Reports.Verdicts;

/// <summary>What to do, most urgent first.</summary>
internal enum VerdictKind
{
    Stop,
    Fix,
    Grow,
    Keep,
    TooEarly,
    TooFew,
    Unknown,
}

/// <summary>A verdict and everything it rests on.</summary>
/// <param name="Subject">Who is judged.</param>
/// <param name="Kind">What to do.</param>
/// <param name="Why">Which rule spoke: a key of the report's words.</param>
/// <param name="Evidence">The figures it looked at.</param>
/// <param name="Stake">The money at stake, or null where it is not known.</param>
internal sealed record Verdict(Subject Subject, VerdictKind Kind, string Why, IReadOnlyList<Gauge> Evidence, Stake? Stake)
{
    /// <summary>Numbers the rule's sentence names, by the unit they are written in.</summary>
    public IReadOnlyList<(double Value, Unit Unit)> Numbers { get; init; } = [];
}

/// <summary>Money at stake: what was earned after cost, or what was spent.</summary>
internal sealed record Stake(MetricColumn Metric, Figure Figure, bool Earned);

/// <summary>A campaign or channel and the planner's figures about it.</summary>
internal sealed record Subject
{
    /// <summary>The campaign's id, or the channel.</summary>
    public required string? Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The campaign's type, or null for a channel and where it is not known.</summary>
    public string? Type { get; init; }

    public DateOnly? Start { get; init; }

    public DateOnly? End { get; init; }

    public required Gauge Cost { get; init; }

    public required Gauge Profit { get; init; }

    public required Gauge Customers { get; init; }

    public required Gauge Leads { get; init; }

    public required Gauge Roi { get; init; }

    public required Gauge Cac { get; init; }

    public required Gauge Cpl { get; init; }

    public required Gauge LeadToMql { get; init; }

    public required Gauge Score { get; init; }

    /// <summary>What an index is made of, each figure beside its target.</summary>
    public IReadOnlyList<Gauge> Parts { get; init; } = [];
}

/// <summary>A figure beside what it should be.</summary>
/// <param name="Metric">What it is.</param>
/// <param name="Figure">Its value.</param>
/// <param name="Benchmark">What is usual, or null.</param>
internal sealed record Gauge(MetricColumn Metric, Figure Figure, double? Benchmark)
{
    public double? Value => Figure.Value;

    /// <summary>Its goal, or null. A goal for a part of it says nothing about the whole.</summary>
    public double? Target => Figure is { IsPartlyTargeted: false, Targeted: not null } ? Figure.Compared : null;

    /// <summary>What it is judged by: its target, else the benchmark.</summary>
    public double? Yardstick => Target ?? Benchmark;

    /// <summary>Whether it reaches its yardstick; null where one of the two is missing.</summary>
    public bool? Met => (Value, Yardstick) switch
    {
        ({ } value, { } yardstick) => Metric.LowerIsBetter ? value <= yardstick : value >= yardstick,
        _ => null,
    };
}
