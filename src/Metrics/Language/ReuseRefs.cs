namespace Merit.Metrics.Language;

/// <summary>A parameter, by its id: what <c>parameters.cheap_source</c> is in a script.</summary>
/// <typeparam name="T">The type of its value.</typeparam>
public class ParameterRef<T> : Expr<T>
{
    /// <summary>Names a parameter; whether it exists is checked when all scripts have run.</summary>
    public ParameterRef(string id)
        : base(new ParameterNode(id)) => Id = id;

    /// <summary>The parameter's id.</summary>
    public string Id { get; }
}

/// <summary>A parameter that is a number: it goes into values of rows and into arithmetic of metrics.</summary>
/// <param name="id">Its id.</param>
public sealed class NumberParameter(string id) : ParameterRef<double>(id)
{
    /// <summary>The same number for every group.</summary>
    public static implicit operator Measure(NumberParameter parameter) => new ParameterMeasure(parameter.Id);
}

/// <summary>A segment, by its id: what <c>segments.enterprise</c> is in a script. A condition, also for rows of other tables that look up its table.</summary>
public sealed class SegmentRef : Expr<bool>
{
    /// <summary>Names a segment; whether it exists is checked when all scripts have run.</summary>
    public SegmentRef(string id)
        : base(new SegmentNode(id)) => Id = id;

    /// <summary>The segment's id.</summary>
    public string Id { get; }
}

/// <summary>A declared dimension, by its id: what <c>dimensions.size_band</c> is in a script; it goes wherever a dimension is named.</summary>
/// <param name="id">Its id.</param>
public sealed class DimensionRef(string id)
{
    /// <summary>The dimension's id.</summary>
    public string Id { get; } = id;

    /// <summary>Its id.</summary>
    public static implicit operator string(DimensionRef dimension) => dimension.Id;

    /// <inheritdoc/>
    public override string ToString() => Id;
}

internal sealed class ParameterMeasure(string parameter) : Measure
{
    public string Parameter { get; } = parameter;
}

/// <summary>A parameter's value.</summary>
internal sealed record ParameterNode(string Id) : RowNode
{
    public override RowNode Map(Func<RowNode, RowNode> part) => this;
}

/// <summary>Whether the row, or the one it looks up, is in a segment.</summary>
internal sealed record SegmentNode(string Id) : RowNode
{
    public override RowNode Map(Func<RowNode, RowNode> part) => this;
}

/// <summary>A value of the row of a table; missing where that row is not found.</summary>
internal sealed record FoundNode(string Table, RowNode Value) : RowNode
{
    public override IReadOnlyList<RowNode> Parts => [Value];

    public override RowNode Map(Func<RowNode, RowNode> part) => this with { Value = part(Value) };
}
