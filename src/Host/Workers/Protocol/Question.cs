using System.Text.Json.Serialization;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Workers.Protocol;

/// <summary>What the process that serves asks of one that holds the engine. It carries words as people write them, never a statement.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "ask")]
[JsonDerivedType(typeof(FiguresQuestion), "figures")]
internal abstract record Question;

/// <summary>A question with the type of what answers it.</summary>
internal abstract record Question<TAnswer> : Question;

/// <summary>The figures of metrics: the words of <c>merit query</c>.</summary>
internal sealed record FiguresQuestion : Question<Answer>
{
    public required IReadOnlyList<string> Metrics { get; init; }

    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>Such as <c>last-month</c>; all days unless given.</summary>
    public string? Period { get; init; }

    /// <summary>Filters, each such as <c>channel = email</c>.</summary>
    public IReadOnlyList<string> Where { get; init; } = [];

    public Comparison Compare { get; init; }

    public bool Total { get; init; }

    public IReadOnlyList<string> Sort { get; init; } = [];

    public int? Limit { get; init; }

    public string? Model { get; init; }
}
