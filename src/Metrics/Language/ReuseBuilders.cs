using Merit.Diagnostics;
using Merit.Metrics.Schema;

namespace Merit.Metrics.Language;

/// <summary>A parameter being declared; used by its name: <c>parameters.half_life</c>.</summary>
public sealed class ParameterBuilder
{
    private ParameterDefinition definition;

    internal ParameterBuilder(string id, ColumnType type, object value, Place at) =>
        definition = new ParameterDefinition(id, type, value, at) { Label = Words.Sentence(id), LabelZh = Words.Sentence(id) };

    /// <summary>What readers call it, in English and Chinese.</summary>
    public ParameterBuilder Label(string en, string? zh = null)
    {
        definition = definition with { Label = en, LabelZh = zh ?? en };
        return this;
    }

    internal ParameterDefinition Build() => definition;
}

/// <summary>A dimension being declared.</summary>
public sealed class DimensionBuilder
{
    private DimensionDefinition definition;

    internal DimensionBuilder(string id, Expr value, Place at) =>
        definition = new DimensionDefinition(id, value, at) { Label = Words.Sentence(id), LabelZh = Words.Sentence(id) };

    /// <summary>What readers call it, in English and Chinese.</summary>
    public DimensionBuilder Label(string en, string? zh = null)
    {
        definition = definition with { Label = en, LabelZh = zh ?? en };
        return this;
    }

    internal DimensionDefinition Build() => definition;
}

/// <summary>A segment being declared; used by its name: <c>segments.enterprise</c>.</summary>
public sealed class SegmentBuilder
{
    private SegmentDefinition definition;

    internal SegmentBuilder(string id, Expr<bool> condition, Place at) =>
        definition = new SegmentDefinition(id, condition, at) { Label = Words.Sentence(id), LabelZh = Words.Sentence(id) };

    /// <summary>What readers call it, in English and Chinese.</summary>
    public SegmentBuilder Label(string en, string? zh = null)
    {
        definition = definition with { Label = en, LabelZh = zh ?? en };
        return this;
    }

    internal SegmentDefinition Build() => definition;
}
