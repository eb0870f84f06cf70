using Merit.Metrics.Language;
using Merit.Metrics.Planning.Goals;

namespace Merit.Metrics.Planning.OverTime;

/// <summary>How a measure is read: by which attribution model, of which days instead of the figure's own, and over which dimensions together.</summary>
internal sealed record Reading
{
    /// <summary>As the figure stands.</summary>
    public static Reading Plain { get; } = new();

    /// <summary>The attribution model, or null for the request's.</summary>
    public string? Model { get; init; }

    /// <summary>The first turns the figure's own days, each next one the days of the one before it.</summary>
    public IReadOnlyList<TimeMove> Moves { get; private init; } = [];

    /// <summary>The columns of the answer that do not tell groups apart here.</summary>
    public IReadOnlyList<string> Over { get; private init; } = [];

    /// <summary>When the members began whose measure this is, and how long they are watched; then that is the date of the rows.</summary>
    public CohortSpan? Cohort { get; private init; }

    /// <summary>The goals toward which its rows count; null for all rows.</summary>
    public GoalCover? Cover { get; private init; }

    /// <summary>Its place in a statement: the same text, the same rows. Empty for a figure as it stands.</summary>
    public string Text => string.Join(", ", Moves.Select(m => m.Text).Concat(Over.Count == 0 ? [] : [$"over {string.Join(" and ", Over)}"]).Concat(Cohort is null ? [] : [Cohort.Text]).Concat(Cover is null ? [] : [Cover.Text]));

    public Reading Moved(TimeMove move) => this with { Moves = [.. Moves, move] };

    public Reading Of(CohortSpan cohort) => this with { Cohort = cohort };

    public Reading Toward(GoalCover goals) => this with { Cover = goals };

    public Reading TowardAll() => this with { Cover = null };

    public Reading Together(IEnumerable<string> columns) => this with { Over = [.. Over.Union(columns, StringComparer.Ordinal).Order(StringComparer.Ordinal)] };

    /// <summary>Of the figure's own days: where every day reads the same, or all of them have begun.</summary>
    public Reading Timeless() => this with { Moves = [] };
}
