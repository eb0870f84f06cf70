using Merit.Diagnostics;
using Merit.Host.Reports.Templates;
using Merit.Metrics.Requests;

namespace Merit.Host.Alerts;

/// <summary>What is told as soon as figures are so: an entry of <c>alerts</c>.</summary>
internal sealed record Alert
{
    public required string Name { get; init; }

    /// <summary>What readers call it, or null for its name.</summary>
    public LocalText? Title { get; init; }

    /// <summary>What must hold; all of it.</summary>
    public required IReadOnlyList<AlertCondition> When { get; init; }

    /// <summary>Dimensions, of which each group is looked at by itself.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>The days looked at, as they are written.</summary>
    public string Period { get; init; } = Merit.Metrics.Requests.Period.All.Name;

    public IReadOnlyList<string> Where { get; init; } = [];

    /// <summary>For how long it must hold before it is told.</summary>
    public TimeSpan For { get; init; }

    /// <summary>After how long it is told again while it goes on; never where null.</summary>
    public TimeSpan? Renotify { get; init; }

    /// <summary>Whether nobody is told that it is over.</summary>
    public bool EndsQuietly { get; init; }

    /// <summary>The day until whose beginning nobody is told anything.</summary>
    public DateOnly? SnoozedUntil { get; init; }

    /// <summary>When it is looked at besides after every load, or null.</summary>
    public string? Cron { get; init; }

    /// <summary>The zone of these times and days.</summary>
    public required string Zone { get; init; }

    /// <summary>How old the data may be.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>Who is told, by the names under <c>recipients</c>.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    public required Place At { get; init; }

    /// <summary>What its figures are held against besides numbers.</summary>
    public Comparison Compare => When.Select(c => c.Of).FirstOrDefault(of => of is not Comparison.None);

    /// <summary>What it is about: where that changes, what was known of it is of something else.</summary>
    public string Definition => string.Join('\n', [.. When.Select(c => c.Written), $"by {string.Join(", ", By)}", Period, .. Where]);
}
