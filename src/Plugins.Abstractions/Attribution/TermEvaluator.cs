namespace Merit.Plugins.Attribution;

/// <summary>Computes a weight for one journey in C#: what explanations show, what the engine's answer is tested against, and what a rule's own tests ask.</summary>
/// <param name="journey">The journey.</param>
/// <remarks>Numbers compare as the engine compares them: no-number equals itself and lies above every other.</remarks>
public sealed class TermEvaluator(Journey journey)
{
    private const double MicrosecondsPerDay = 86_400e6;

    /// <summary>Every touch's share of the conversion; null where the weights cannot be shared out.</summary>
    /// <param name="weight">The unnormalised weight of a touch.</param>
    public IReadOnlyList<double>? Shares(Term weight)
    {
        double[] weights = [.. Enumerable.Range(0, journey.Touches.Count).Select(touch => Evaluate(weight, touch))];
        var sum = weights.Sum();
        return sum > 0 && Array.TrueForAll(weights, w => w >= 0 && double.IsFinite(w)) ? [.. weights.Select(w => w / sum)] : null;
    }

    /// <summary>The value of a term for one touch.</summary>
    /// <param name="term">The term.</param>
    /// <param name="touch">The touch's index in the journey, from 0.</param>
    public double Evaluate(Term term, int touch) => term switch
    {
        Constant constant => constant.Value,
        Leaf leaf => Evaluate(leaf.Kind, touch),
        CountWhere count => Matching(count.Test).Count(),
        Power power => Math.Pow(Evaluate(power.Base, touch), Evaluate(power.Exponent, touch)),
        Choice choice => Evaluate(Holds(choice.Test, touch) ? choice.Then : choice.Otherwise, touch),
        Arithmetic arithmetic => Evaluate(arithmetic.Kind, Evaluate(arithmetic.Left, touch), Evaluate(arithmetic.Right, touch)),
        _ => throw new NotSupportedException($"Unknown term {term.GetType().Name}."),
    };

    /// <summary>Whether a test holds for one touch.</summary>
    /// <param name="test">The test.</param>
    /// <param name="touch">The touch's index in the journey, from 0.</param>
    public bool Holds(Test test, int touch) => test switch
    {
        Comparison comparison => Holds(comparison.Kind, Evaluate(comparison.Left, touch), Evaluate(comparison.Right, touch)),
        ChannelTest channels => journey.Touches[touch].Channel is { } channel && channels.Channels.Contains(channel, StringComparer.Ordinal),
        LatestBeforeTest before => touch == LatestBefore(before.Stage),
        LatestWhereTest where => touch == Matching(where.Test).DefaultIfEmpty(-1).Last(),
        Both both => Holds(both.Left, touch) && Holds(both.Right, touch),
        Either either => Holds(either.Left, touch) || Holds(either.Right, touch),
        Not not => !Holds(not.Test, touch),
        _ => throw new NotSupportedException($"Unknown test {test.GetType().Name}."),
    };

    private double Evaluate(LeafKind leaf, int touch) => leaf switch
    {
        LeafKind.Position => touch + 1,
        LeafKind.Count => journey.Touches.Count,
        LeafKind.AgeDays => (journey.ConvertedAt - journey.Touches[touch].OccurredAt).Ticks / TimeSpan.TicksPerMicrosecond / MicrosecondsPerDay,
        LeafKind.SameChannelCount => journey.Touches.Count(t => string.Equals(t.Unit, journey.Touches[touch].Unit, StringComparison.Ordinal)),
        _ => throw new NotSupportedException($"Unknown leaf {leaf}."),
    };

    private static double Evaluate(ArithmeticKind kind, double left, double right) => kind switch
    {
        ArithmeticKind.Add => left + right,
        ArithmeticKind.Subtract => left - right,
        ArithmeticKind.Multiply => left * right,
        ArithmeticKind.Divide => left / right,
        _ => throw new NotSupportedException($"Unknown operation {kind}."),
    };

    private static bool Holds(ComparisonKind kind, double left, double right) => kind switch
    {
        ComparisonKind.Equal => left.Equals(right),
        ComparisonKind.Less => left < right || (double.IsNaN(right) && !double.IsNaN(left)),
        ComparisonKind.LessOrEqual => left <= right || double.IsNaN(right),
        _ => throw new NotSupportedException($"Unknown comparison {kind}."),
    };

    private IEnumerable<int> Matching(Test test) => Enumerable.Range(0, journey.Touches.Count).Where(touch => Holds(test, touch));

    private int LatestBefore(Stage stage)
    {
        var reached = journey.Reached(stage);
        return Enumerable.Range(0, journey.Touches.Count).Where(touch => journey.Touches[touch].OccurredAt <= reached).DefaultIfEmpty(-1).Last();
    }
}
