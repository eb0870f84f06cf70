namespace Merit.Metrics.Language;

/// <summary>A group of a test's answer: one value for each dimension of <see cref="TestBuilder.By"/>, in that order; <c>"(none)"</c> where it has none.
/// Converted implicitly from one text, or several in brackets; there is no need to name it.</summary>
/// <param name="Values">The values, as a query shows them.</param>
public readonly record struct TestGroup(IReadOnlyList<string> Values)
{
    /// <summary>A group by one dimension.</summary>
    public static implicit operator TestGroup(string value) => new([value]);

    /// <summary>A group by two dimensions.</summary>
    public static implicit operator TestGroup((string First, string Second) values) => new([values.First, values.Second]);

    /// <summary>A group by three dimensions.</summary>
    public static implicit operator TestGroup((string First, string Second, string Third) values) => new([values.First, values.Second, values.Third]);

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Values ?? []);
}
