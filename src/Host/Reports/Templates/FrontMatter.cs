using Merit.Diagnostics;
using Merit.Host.Schedules;

namespace Merit.Host.Reports.Templates;

/// <summary>What a template says about itself; merit.yaml may override the parts it names.</summary>
internal sealed record FrontMatter
{
    public required LocalText Title { get; init; }

    /// <summary>One sentence for the list of reports.</summary>
    public LocalText Description { get; init; } = LocalText.Empty;

    /// <summary>The campaign type the report is about, or null for all.</summary>
    public string? Type { get; init; }

    public Written? Period { get; init; }

    public Metrics.Requests.Comparison Compare { get; init; }

    /// <summary>Filters, all of which must hold.</summary>
    public IReadOnlyList<Written> Where { get; init; } = [];

    /// <summary><c>html</c>, <c>md</c>.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>The attribution model of attributed metrics, or null for the workspace's default.</summary>
    public string? Model { get; init; }

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
