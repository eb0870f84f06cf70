using Merit.Metrics.Language;

namespace Merit.Metrics.Tests.Naive;

/// <summary>The types a row's value can have here; numbers are exact or not.</summary>
internal enum Kind
{
    Number,
    Text,
    Flag,
    Day,
    Time,
}

/// <summary>An expression over one row three times: as an author writes it, as the language holds it, and as plain C# that knows nothing of the planner.</summary>
internal sealed class Term
{
    public required Kind Kind { get; init; }

    /// <summary>Of a number: whether it is an exact decimal rather than a floating-point number.</summary>
    public bool IsExact { get; init; }

    /// <summary>As an author writes it.</summary>
    public required string Text { get; init; }

    public required Expr Expr { get; init; }

    /// <summary>The value of a row: decimal or double, string, bool, DateOnly, DateTime (UTC), or null.</summary>
    public required Func<Row, Scene, object?> Value { get; init; }

    public IReadOnlyList<Term> Parts { get; init; } = [];

    /// <summary>The same of other parts.</summary>
    public Func<IReadOnlyList<Term>, Term>? Again { get; init; }

    public Expr<double> Number => (Expr<double>)Expr;

    public Expr<string> Words => (Expr<string>)Expr;

    public Expr<bool> Flag => (Expr<bool>)Expr;

    public Expr<DateOnly> Day => (Expr<DateOnly>)Expr;

    public Expr<DateTime> Time => (Expr<DateTime>)Expr;

    /// <summary>Simpler expressions of the same kind, simplest first.</summary>
    public IEnumerable<Term> Smaller()
    {
        foreach (var part in Parts.Where(p => p.Kind == Kind))
        {
            yield return part;
        }

        for (var i = 0; Again is not null && i < Parts.Count; i++)
        {
            foreach (var smaller in Parts[i].Smaller())
            {
                yield return Again([.. Parts.Take(i), smaller, .. Parts.Skip(i + 1)]);
            }
        }
    }

    public override string ToString() => Text;
}
