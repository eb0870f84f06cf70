using Merit.Diagnostics;
using Merit.Metrics.Results;

namespace Merit.Metrics.Language;

/// <summary>A metric being declared; each call adds to the same one.</summary>
public sealed class MetricBuilder
{
    private readonly string id;
    private readonly Measure measure;
    private readonly List<string> requires = [];
    private readonly List<string> tags = [];
    private string label;
    private string? labelZh;
    private string description = "";
    private string? descriptionZh;
    private string owner = "";
    private Unit unit = Unit.Number;
    private bool lowerIsBetter;
    private string format = "";
    private string? deprecated;

    internal MetricBuilder(string id, Measure measure, Place at)
    {
        (this.id, this.measure, At) = (id, measure, at);
        label = Words.Sentence(id);
    }

    internal Place At { get; }

    /// <summary>What readers call it, in English and Chinese.</summary>
    public MetricBuilder Label(string en, string? zh = null)
    {
        (label, labelZh) = (en, zh);
        return this;
    }

    /// <summary>What it means, in English and Chinese.</summary>
    public MetricBuilder Describe(string en, string? zh = null)
    {
        (description, descriptionZh) = (en, zh);
        return this;
    }

    /// <summary>How it is written; a percentage is a fraction (0.2 is 20 %).</summary>
    public MetricBuilder As(Unit unit)
    {
        this.unit = unit;
        return this;
    }

    /// <summary>A fall of it is good.</summary>
    public MetricBuilder LowerIsBetter()
    {
        lowerIsBetter = true;
        return this;
    }

    /// <summary>It means something only for one value of a dimension: asked without, it has no value (a score without <c>campaign</c>).</summary>
    public MetricBuilder Requires(string dimension)
    {
        requires.Add(dimension);
        return this;
    }

    /// <summary>How its figures are written, where its unit's way does not do: <c>"0.00"</c>, <c>"#,##0.0 'km'"</c>, as in a spreadsheet.</summary>
    public MetricBuilder Format(string pattern)
    {
        format = pattern;
        return this;
    }

    /// <summary>It is on its way out: whoever uses it is warned, and told what to use instead (<c>"use cpl"</c>).</summary>
    public MetricBuilder Deprecated(string instead)
    {
        deprecated = instead;
        return this;
    }

    /// <summary>Who answers for its definition.</summary>
    public MetricBuilder Owner(string name)
    {
        owner = name;
        return this;
    }

    /// <summary>Words to find it by.</summary>
    public MetricBuilder Tags(params string[] words)
    {
        tags.AddRange(words);
        return this;
    }

    internal MetricDefinition Build() => new(id, measure, At)
    {
        Label = label,
        LabelZh = labelZh ?? label,
        Description = description,
        DescriptionZh = descriptionZh ?? description,
        Unit = unit,
        LowerIsBetter = lowerIsBetter,
        Requires = [.. requires],
        Owner = owner,
        Tags = [.. tags],
        Format = format,
        Deprecated = deprecated,
    };
}
