using Merit.Metrics.Language;
using Merit.Metrics.Planning;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Explaining;

/// <summary>Everything that can be said of a metric: what it means, what it is made of, where that comes from, how it is asked and what comes out.</summary>
/// <param name="Definition">As it is declared.</param>
/// <param name="Plan">How the question is answered.</param>
/// <param name="Made">What it is made of.</param>
/// <param name="Lineage">Where its columns come from.</param>
/// <param name="Tests">The tests that expect it.</param>
internal sealed record Explanation(
    MetricDefinition Definition, Plan Plan, MetricExplanation Made, IReadOnlyList<Lineage> Lineage, IReadOnlyList<TestDefinition> Tests)
{
    /// <summary>What the parameters are set to, by id.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The answer, or null where no warehouse is published.</summary>
    public Answer? Answer { get; init; }

    /// <summary>The rows behind the value, fact by fact; empty where no warehouse is published.</summary>
    public IReadOnlyList<RowsFound> Rows { get; init; } = [];

    /// <summary>How the engine goes about it, where that was asked for.</summary>
    public string EnginePlan { get; init; } = "";
}

/// <summary>What to explain.</summary>
/// <param name="Request">The question, of one metric.</param>
/// <param name="Rows">How many rows behind the value to show.</param>
/// <param name="EnginePlan">Whether to ask how the engine goes about it.</param>
internal sealed record ExplainRequest(Request Request, int Rows, bool EnginePlan);

/// <summary>Rows behind a value.</summary>
/// <param name="Behind">Of what.</param>
/// <param name="Count">How many.</param>
/// <param name="Shown">Some of them, a value for each column.</param>
internal sealed record RowsFound(RowsBehind Behind, long Count, IReadOnlyList<object?[]> Shown);
