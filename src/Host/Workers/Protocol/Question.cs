using System.Text.Json.Serialization;
using Merit.Host.Access;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Workers.Protocol;

/// <summary>What the process that serves asks of one that holds the engine. It carries words as people write them, never a statement.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "ask")]
[JsonDerivedType(typeof(FiguresQuestion), "figures")]
[JsonDerivedType(typeof(PageQuestion), "page")]
[JsonDerivedType(typeof(ExplainQuestion), "explain")]
[JsonDerivedType(typeof(CatalogueQuestion), "catalogue")]
[JsonDerivedType(typeof(RunsQuestion), "runs")]
internal abstract record Question
{
    /// <summary>Who asks. A question of nobody is not answered.</summary>
    public Visitor? For { get; init; }
}

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

/// <summary>A template, with what its reader wants instead of what it says.</summary>
/// <param name="Template">Its text, or null for a template of reports by name.</param>
/// <param name="Name">Its name.</param>
internal sealed record PageQuestion(string Name, string? Template) : Question<PagePart>
{
    public string? Period { get; init; }

    public Comparison? Compare { get; init; }

    public IReadOnlyList<string> Where { get; init; } = [];

    public string? Model { get; init; }

    /// <summary><c>en</c> or <c>zh-CN</c>.</summary>
    public required string Locale { get; init; }
}

/// <summary>What a metric means, where it comes from and how it is asked: what <c>merit explain</c> says.</summary>
/// <param name="Figures">The question, of one metric.</param>
/// <param name="Rows">How many rows behind the value to show.</param>
internal sealed record ExplainQuestion(FiguresQuestion Figures, int Rows) : Question<Explained>
{
    /// <summary><c>en</c> or <c>zh-CN</c>.</summary>
    public string Locale { get; init; } = "en";
}

/// <summary>All that can be asked for.</summary>
internal sealed record CatalogueQuestion : Question<Catalogue>;

/// <summary>What the published version was made of.</summary>
internal sealed record RunsQuestion : Question<Runs>;
