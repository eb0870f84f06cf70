using Merit.Diagnostics;
using Merit.Host.Schedules;
using Merit.Host.Workspaces.Keys;

namespace Merit.Host.Reports.Templates;

/// <summary>What a template says about itself; merit.yaml may override the parts it names.</summary>
internal sealed record FrontMatter
{
    public required LocalText Title { get; init; }

    /// <summary>One sentence for the list of reports.</summary>
    public LocalText Description { get; init; } = LocalText.Empty;

    /// <summary>The campaign type the report is about, or null for all.</summary>
    public Written? Type { get; init; }

    /// <summary>What merit.yaml and the command line may set, each with the value it has otherwise.</summary>
    public IReadOnlyList<Named<string>> Parameters { get; init; } = [];

    /// <summary>What there is a report of each for, or null for one report.</summary>
    public ForEach? ForEach { get; init; }

    public Written? Period { get; init; }

    public Metrics.Requests.Comparison Compare { get; init; }

    /// <summary>Filters, all of which must hold.</summary>
    public IReadOnlyList<Written> Where { get; init; } = [];

    /// <summary>What it is written as; the usual formats where empty.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>The attribution model of attributed metrics, or null for the workspace's default.</summary>
    public Written? Model { get; init; }

    /// <summary>When the report is sent, or null.</summary>
    public Timing? Timing { get; init; }

    public Place? TimingAt { get; init; }

    /// <summary>Who gets it, by the names under <c>recipients</c>.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];
}

/// <summary>A text in both languages; the Chinese one may be empty.</summary>
internal sealed record LocalText(string English, string Chinese)
{
    public static LocalText Empty { get; } = new("", "");
}

/// <summary>Something to be parsed later, with its place.</summary>
internal sealed record Written(string Text, Place At);

/// <summary><c>for_each</c>: one report for every value of a dimension.</summary>
/// <param name="By">The dimension.</param>
/// <param name="Having">The metric by which a value is known to be there: that it has any; null for the usual one.</param>
/// <param name="Limit">How many at most, the largest by that metric first; null for all.</param>
/// <param name="At">Where it stands.</param>
internal sealed record ForEach(string By, string? Having, int? Limit, Place At);
