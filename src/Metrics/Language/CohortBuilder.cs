using Merit.Diagnostics;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Metrics.Language;

/// <summary>A cohort being declared; each call adds to the same one.</summary>
public sealed class CohortBuilder
{
    private readonly Expr by;
    private readonly Measure value;
    private readonly CohortSpan span;
    private string label;
    private string? labelZh;
    private Unit unit = Unit.Number;

    internal CohortBuilder(string id, Expr by, Measure value, CohortSpan span, Place at)
    {
        (Id, this.by, this.value, this.span, At) = (id, by, value, span, at);
        label = Words.Sentence(id);
    }

    internal string Id { get; }

    internal Place At { get; }

    /// <summary>What readers call its value, in English and Chinese.</summary>
    public CohortBuilder Label(string en, string? zh = null)
    {
        (label, labelZh) = (en, zh);
        return this;
    }

    /// <summary>How its value is written.</summary>
    public CohortBuilder As(Unit unit)
    {
        this.unit = unit;
        return this;
    }

    internal IEnumerable<MetricDefinition> Build()
    {
        var (name, nameZh) = (label, labelZh ?? label);
        var began = new Aggregate(AggregateFunction.Count, span.By.Table, null);
        var members = new CohortSize(by switch
        {
            Column<DateTime> time => began.On(time, At.File, At.Line),
            Column<DateOnly> day => began.On(day, At.File, At.Line),
            _ => began,
        });
        var happened = new CohortMeasure(value, span, members);
        var (lasts, lastsZh) = (new TimeUnit(span.Grain).Text(span.Count), new TimeUnit(span.Grain).TextZh(span.Count));
        yield return new MetricDefinition(Id, happened, At) { Label = name, LabelZh = nameZh, Unit = unit }
            .Said($"Of those that began in the period, what came of them within {lasts}.", $"本期开始的群组在 {lastsZh}内的结果。");
        yield return new MetricDefinition($"{Id}_size", members, At) { Label = $"{name}: size of the cohort", LabelZh = $"{nameZh}：群组规模" }
            .Said("How many began in the period.", "本期开始的数量。");
        yield return new MetricDefinition($"{Id}_per_member", happened / members, At) { Label = $"{name} per member", LabelZh = $"{nameZh}（人均）", Unit = unit }
            .Said($"What came of the cohort within {lasts} ÷ its size.", $"群组在 {lastsZh}内的结果 ÷ 群组规模。");
    }
}

/// <summary>When the members of a cohort began, and how long they are watched: as many of a unit, the one they began in being the first.</summary>
internal sealed record CohortSpan(ColumnNode By, int Count, TimeGrain Grain)
{
    public string Text => $"{new TimeUnit(Grain).Text(Count)} from {By}";
}

/// <summary>A measure dated by when its rows' members began, over the time they are watched.</summary>
internal sealed class CohortMeasure(Measure inner, CohortSpan span, CohortSize members) : Measure
{
    public Measure Inner { get; } = inner;

    public CohortSpan Span { get; } = span;

    public CohortSize Members { get; } = members;

    internal override IReadOnlyList<Measure> Parts => [Inner];
}

/// <summary>How many began together, the same however long after.</summary>
internal sealed class CohortSize(Aggregate began) : Measure
{
    public Aggregate Began { get; } = began;

    internal override IReadOnlyList<Measure> Parts => [Began];
}
