using Merit.Host.Alerts;
using Merit.Host.Reports;

namespace Merit.Host.Delivery;

/// <summary>What is delivered to one recipient on one occasion.</summary>
internal sealed record Parcel
{
    /// <summary>What tells it from every other; a second one of the same key is not delivered.</summary>
    public required string Key { get; init; }

    /// <summary>The schedule; empty for one by hand.</summary>
    public required string Schedule { get; init; }

    public required DateTimeOffset Occasion { get; init; }

    public required string Workspace { get; init; }

    /// <summary>One line that says what it is.</summary>
    public required string Subject { get; init; }

    /// <summary>The day it is of, as its readers read it.</summary>
    public string Today { get; init; } = "";

    /// <summary>The reports, or none where it says why there are none.</summary>
    public IReadOnlyList<MadeReport> Reports { get; init; } = [];

    /// <summary>What to know before reading, one sentence each: why reports are held back, say.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The alert it tells about, or null.</summary>
    public ToldAlert? Alert { get; init; }
}

/// <summary>An alert and what is told of it.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Events">What happened.</param>
internal sealed record ToldAlert(Alert Alert, IReadOnlyList<AlertEvent> Events);

/// <summary>A report, rendered to be sent.</summary>
/// <param name="Name">The name of its files.</param>
/// <param name="Title">Its title.</param>
/// <param name="Facts">The days it is about, what it compares with, how far the data go.</param>
/// <param name="Findings">Its sentences and key figures, most important first.</param>
/// <param name="Markdown">The whole of it as text.</param>
/// <param name="Files">Its files.</param>
internal sealed record MadeReport(
    string Name, string Title, IReadOnlyList<string> Facts, IReadOnlyList<DigestLine> Findings, string Markdown, IReadOnlyList<ReportFile> Files)
{
    /// <summary>What it was made of: its name in merit.yaml, or its template.</summary>
    public string Of { get; init; } = "";

    /// <summary>The member of a series it is about, or null.</summary>
    public SeriesMember? Member { get; init; }

    /// <summary>The last day of the data.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>Identifies the definitions it was made with.</summary>
    public string DefinitionHash { get; init; } = "";
}

/// <summary>A line of what a report says in short: a sentence, or a figure with its name.</summary>
/// <param name="Label">The figure's name, or empty.</param>
/// <param name="Text">The sentence, or the figure.</param>
internal sealed record DigestLine(string Label, string Text);
