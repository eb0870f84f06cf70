namespace Merit.Metrics.Requests;

/// <summary>A condition on a dimension. Values are data: they reach the engine as parameters or quoted literals, never as text of a statement.</summary>
/// <param name="Dimension">The dimension's id.</param>
/// <param name="Operator">The comparison.</param>
/// <param name="Values">One value, or several for <see cref="FilterOperator.In"/> and <see cref="FilterOperator.NotIn"/>; null stands for "no value" (<c>(none)</c>).</param>
public sealed record Filter(string Dimension, FilterOperator Operator, IReadOnlyList<string?> Values);

/// <summary>The comparisons of the filter grammar.</summary>
public enum FilterOperator
{
    /// <summary>=</summary>
    Equal,

    /// <summary>!= (a missing value differs from every value)</summary>
    NotEqual,

    /// <summary>in (…)</summary>
    In,

    /// <summary>not in (…)</summary>
    NotIn,

    /// <summary>&gt;</summary>
    Greater,

    /// <summary>&gt;=</summary>
    GreaterOrEqual,

    /// <summary>&lt;</summary>
    Less,

    /// <summary>&lt;=</summary>
    LessOrEqual,

    /// <summary>contains, without regard to case</summary>
    Contains,
}
