using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using Merit.Metrics.Semantics;

namespace Merit.Metrics.Planning;

/// <summary>The dimensions that scripts declare, and segments as dimensions of yes and no: reached like columns of their table.</summary>
internal sealed class DeclaredValues(Definitions definitions, Facts facts)
{
    private readonly RowTypes types = new(facts.Schema);

    public IReadOnlyList<Dimension> Dimensions => [.. definitions.Dimensions.Select(d => Of(d.Id, d.Label, d.LabelZh, d.Value.Node))];

    public Dimension Segment(SegmentDefinition segment) => Of(DimensionCatalog.Segment, segment.Label, segment.LabelZh, segment.Condition.Node);

    private Dimension Of(string id, string label, string labelZh, RowNode node)
    {
        var value = Reuse.Found(definitions, node);
        var type = types.Of(value);

        // An exact number of the engine's has more digits than any number here.
        var shown = type == ColumnType.Money ? ColumnType.Number : type;
        return new Dimension(id, label, labelZh, shown, null, GoalLevel.Campaign, fact => Reach(fact, value, shown), value.Table);
    }

    private Computed? Reach(string fact, FoundNode value, ColumnType type)
    {
        var own = value.Columns.Select(c => facts.Lookups.Find(fact, c.Table, c.Name)).ToList();
        return own.Count > 0 && own.TrueForAll(o => o is not null) ? new Computed(value, [.. own.OfType<Reach>()], type) : null;
    }
}
