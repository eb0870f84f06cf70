namespace Merit.Metrics.Language;

/// <content>Measures held against those of other groups of the same answer.</content>
public abstract partial class Measure
{
    /// <summary>As a fraction of the total over all values of the dimensions named, the answer's other dimensions being the same:
    /// <c>metrics.revenue.ShareOf("channel")</c>. No value where the answer is not grouped by them.</summary>
    public Measure ShareOf(string dimension, params string[] more) => new ShareMeasure(this, [dimension, .. more]);

    /// <summary>Over all values of the dimensions named together, the answer's other dimensions being the same: what a part is divided by that only part of the
    /// rows belongs to, <c>metrics.rejected_leads / metrics.new_leads.Across("leads.reject_reason")</c>. The metric itself where the answer is not grouped by them.</summary>
    public Measure Across(string dimension, params string[] more) => new AcrossMeasure(this, [dimension, .. more]);

    /// <summary>As a fraction of the answer's total.</summary>
    public Measure ShareOfTotal() => new ShareMeasure(this, []);

    /// <summary>The group's place among the groups of the answer, in each day, week, month, quarter or year by itself: 1 is the highest, or the lowest of a
    /// metric of which lower is better. Equal values share a place. No value for a total or without groups.</summary>
    public Measure Rank() => new RankMeasure(this, null);

    /// <summary>The group's place among the values of one dimension, the answer's other dimensions being the same.</summary>
    public Measure Rank(string dimension) => new RankMeasure(this, dimension);
}

/// <summary>A fraction of the total over some dimensions; none named: over all.</summary>
internal sealed class ShareMeasure(Measure inner, IReadOnlyList<string> dimensions) : Measure
{
    public Measure Inner { get; } = inner;

    public IReadOnlyList<string> Dimensions { get; } = dimensions;

    internal override IReadOnlyList<Measure> Parts => [Inner];
}

/// <summary>A measure over all values of some dimensions together.</summary>
internal sealed class AcrossMeasure(Measure inner, IReadOnlyList<string> dimensions) : Measure
{
    public Measure Inner { get; } = inner;

    public IReadOnlyList<string> Dimensions { get; } = dimensions;

    internal override IReadOnlyList<Measure> Parts => [Inner];
}

/// <summary>A place among the groups that differ in one dimension; none named: in any but time.</summary>
internal sealed class RankMeasure(Measure inner, string? dimension) : Measure
{
    public Measure Inner { get; } = inner;

    public string? Dimension { get; } = dimension;

    internal override IReadOnlyList<Measure> Parts => [Inner];
}
