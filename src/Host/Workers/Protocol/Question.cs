using System.Text.Json.Serialization;
using Merit.Host.Access;
using Merit.Host.Warehouse.Identity;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Workers.Protocol;

/// <summary>What the process that serves asks of one that holds the engine. It carries words as people write them, never a statement.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "ask")]
[JsonDerivedType(typeof(FiguresQuestion), "figures")]
[JsonDerivedType(typeof(PageQuestion), "page")]
[JsonDerivedType(typeof(ExplainQuestion), "explain")]
[JsonDerivedType(typeof(CatalogueQuestion), "catalogue")]
[JsonDerivedType(typeof(CardQuestion), "card")]
[JsonDerivedType(typeof(RunsQuestion), "runs")]
[JsonDerivedType(typeof(RestatedQuestion), "restated")]
[JsonDerivedType(typeof(PersonQuestion), "person")]
[JsonDerivedType(typeof(JourneyQuestion), "journey")]
[JsonDerivedType(typeof(CreditQuestion), "credit")]
internal abstract record Question
{
    /// <summary>Who asks. A question of nobody is not answered.</summary>
    public Visitor? For { get; init; }

    /// <summary>What it is about, for a worker that was asked about the same before to answer it; null where that would not help.</summary>
    [JsonIgnore]
    public virtual string? Subject => null;

    /// <summary>Whether its answer is made of templates too, which may be edited while workers hold the rest.</summary>
    [JsonIgnore]
    public virtual bool ReadsTemplates => false;
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

    public override string? Subject => Name;

    public override bool ReadsTemplates => true;
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
internal sealed record CatalogueQuestion : Question<Catalogue>
{
    public override bool ReadsTemplates => true;
}

/// <summary>What pages need to know of the workspace: templates name schedules.</summary>
internal sealed record CardQuestion : Question<WorkspaceCard>
{
    public override bool ReadsTemplates => true;
}

/// <summary>What the published version was made of.</summary>
internal sealed record RunsQuestion : Question<Runs>;

/// <summary>One person: what <c>merit explain contact</c> says.</summary>
/// <param name="Id">The id of one of its contacts, or null.</param>
/// <param name="Email">Its address, or null.</param>
internal sealed record PersonQuestion(string? Id, string? Email) : Question<Person>;

/// <summary>One conversion, touch by touch: what <c>merit explain journey</c> says.</summary>
/// <param name="Conversion">Its id.</param>
internal sealed record JourneyQuestion(string Conversion) : Question<ToldJourney>;

/// <summary>Credit in total as it is, and as another model or lookback would have it: what <c>merit attribute</c> says.</summary>
/// <param name="Unit">What earns it: <c>channel</c> or <c>campaign</c>.</param>
/// <param name="Model">The other model; the usual one where null.</param>
/// <param name="LookbackDays">The other lookback; as usual where null.</param>
internal sealed record CreditQuestion(string Unit, string? Model, int? LookbackDays) : Question<MovedCredit>;

/// <summary>Which figures of months that were over the last load has changed.</summary>
internal sealed record RestatedQuestion : Question<Restatements>;
