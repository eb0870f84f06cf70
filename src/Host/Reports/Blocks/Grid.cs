using Merit.Metrics.Results;

namespace Merit.Host.Reports.Blocks;

/// <summary>A table as a reader sees it: made once, so that every output shows the same text.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows; a total comes last.</param>
internal sealed record Grid(IReadOnlyList<GridColumn> Columns, IReadOnlyList<GridRow> Rows);

/// <summary>A column.</summary>
/// <param name="Label">Its heading.</param>
/// <param name="Numeric">Whether it is aligned to the right.</param>
internal sealed record GridColumn(string Label, bool Numeric = false)
{
    /// <summary>Whether its cells hold sentences, which may break; anything else stands on one line.</summary>
    public bool Prose { get; init; }

    /// <summary>What it means, or empty.</summary>
    public string Meaning { get; init; } = "";

    /// <summary>Where on the page it is said what it means; empty where it is not.</summary>
    public string DefinedAt { get; init; } = "";

    /// <summary>The id of what it shows, where it is a dimension or metric; otherwise empty.</summary>
    public string Id { get; init; } = "";

    /// <summary>Where the same rows stand in this column's order, on a page that can show them so; otherwise empty.</summary>
    public string SortedAt { get; init; } = "";

    /// <summary>How the rows are ordered by it: 1 upwards, −1 downwards, 0 not at all.</summary>
    public int Order { get; init; }
}

/// <summary>A row; its first cell names it.</summary>
internal sealed record GridRow(IReadOnlyList<GridCell> Cells, bool Total = false);

/// <summary>A cell.</summary>
internal sealed record GridCell(string Text)
{
    /// <summary>Why it has no value, or empty.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The figure that the text shows, for files that programs read; null for other texts, and where there is none.</summary>
    public double? Value { get; init; }

    /// <summary>What the figure is measured in.</summary>
    public Unit Unit { get; init; }

    /// <summary>The day that the text names, or that the time it names begins with; null for other texts.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>How strongly it is coloured among its like, 0 to 1, or null for not at all.</summary>
    public double? Heat { get; init; }

    /// <summary>The length of a bar behind the number, −1 to 1, or null for none.</summary>
    public double? Bar { get; init; }

    public Tone Tone { get; init; }

    /// <summary>The page about it, on a page that has others beside it; otherwise empty.</summary>
    public string At { get; init; } = "";

    /// <summary>What the row is chosen by, on a page where several can be; otherwise empty.</summary>
    public string Choice { get; init; } = "";

    /// <summary>What else is known of the figure, in small below it, or empty.</summary>
    public string Under { get; init; } = "";

    /// <summary>The figures among what stands below it, for files that programs read.</summary>
    public IReadOnlyList<BesideFigure> Beside { get; init; } = [];
}

/// <summary>A figure that stands in small below another one.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">Its value.</param>
/// <param name="Unit">What it is measured in.</param>
internal sealed record BesideFigure(string Label, double Value, Unit Unit);

/// <summary>What a colour stands for; never the only sign of it.</summary>
internal enum Tone
{
    Plain,
    Good,
    Bad,
    Warning,
}
