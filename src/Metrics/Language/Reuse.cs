namespace Merit.Metrics.Language;

/// <summary>Puts what parameters and segments stand for in the place of their names.</summary>
internal static class Reuse
{
    /// <summary>The same expression without names; every name must be declared, and no segment be made of itself.</summary>
    public static RowNode Expand(Definitions definitions, RowNode node) => node switch
    {
        ParameterNode parameter => new LiteralNode(definitions.Parameter(parameter.Id)?.Value ?? throw Unknown(parameter.Id)),
        SegmentNode segment => Found(definitions, definitions.Segment(segment.Id)?.Condition.Node ?? throw Unknown(segment.Id)),
        _ => node.Map(part => Expand(definitions, part)),
    };

    /// <summary>A value of a table's rows, for these and for rows that look them up.</summary>
    public static FoundNode Found(Definitions definitions, RowNode value)
    {
        var whole = Expand(definitions, value);
        return new FoundNode(whole.Columns.Select(c => c.Table).First(), whole);
    }

    private static InvalidOperationException Unknown(string id) => new($"'{id}' is used but not declared, which the checks of definitions find.");
}
