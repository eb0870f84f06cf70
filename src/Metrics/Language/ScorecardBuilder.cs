using Merit.Diagnostics;

namespace Merit.Metrics.Language;

/// <summary>A scorecard being declared; each call adds to the same one.</summary>
public sealed class ScorecardBuilder
{
    private readonly string id;
    private readonly int version;
    private readonly List<ComponentDefinition> components = [];
    private string label;
    private string? labelZh;
    private Measure? sample;
    private double minimum;
    private string scoring = "weighted-sum";

    internal ScorecardBuilder(string id, int version, Place at)
    {
        (this.id, this.version, At) = (id, version, at);
        label = Words.Sentence(id);
    }

    internal Place At { get; }

    /// <summary>What readers call it, in English and Chinese.</summary>
    public ScorecardBuilder Label(string en, string? zh = null)
    {
        (label, labelZh) = (en, zh);
        return this;
    }

    /// <summary>Adds a component: a measure of one campaign, what it weighs, and the curve that turns it into 0 to 100.</summary>
    public ScorecardBuilder Component(string id, Measure measure, double weight, ScoreCurve curve, string? label = null, string? zh = null)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(curve);
        var english = label ?? Words.Sentence(id);
        components.Add(new ComponentDefinition(id, measure, weight, curve, english, zh ?? english));
        return this;
    }

    /// <summary>Below this much of the measure there is no score: too few to judge.</summary>
    public ScorecardBuilder MinimumSample(Measure measure, double atLeast)
    {
        ArgumentNullException.ThrowIfNull(measure);
        (sample, minimum) = (measure, atLeast);
        return this;
    }

    /// <summary>The scoring plugin that joins the components; <c>weighted-sum</c> unless said otherwise.</summary>
    public ScorecardBuilder Using(string plugin)
    {
        scoring = plugin;
        return this;
    }

    internal ScorecardDefinition Build() => new(id, version, [.. components], At)
    {
        Label = label,
        LabelZh = labelZh ?? label,
        Sample = sample,
        MinimumSample = minimum,
        Scoring = scoring,
    };
}
