namespace Merit.Metrics.Language;

/// <summary>A stage of a funnel: a time of a row, and what it is called. A column alone is a stage named like it (<c>mql_at</c>: <c>mql</c>).</summary>
public sealed class FunnelStage
{
    internal FunnelStage(string id, Expr reached, string? label, string? zh)
    {
        (Id, Reached, Label) = (id, reached, label ?? Words.Sentence(id));
        LabelZh = zh ?? Label;
    }

    internal string Id { get; }

    /// <summary>When a row reached it.</summary>
    internal Expr Reached { get; }

    internal string Label { get; }

    internal string LabelZh { get; }

    /// <summary>A stage named like its column.</summary>
    public static implicit operator FunnelStage(Column<DateTime> column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return new FunnelStage(NameOf(column.Name), column, null, null);
    }

    /// <summary>A stage named like its column.</summary>
    public static implicit operator FunnelStage(Column<DateOnly> column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return new FunnelStage(NameOf(column.Name), column, null, null);
    }

    private static string NameOf(string column) => column.EndsWith("_at", StringComparison.Ordinal) ? column[..^3] : column;
}
