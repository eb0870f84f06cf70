using Merit.Host.Delivery;

namespace Merit.Host.Alerts;

/// <summary>What was seen of every alert, and what was told: <c>.merit/alerts.jsonl</c>. What is to be told is written down before it is sent.</summary>
internal sealed class AlertJournal(string stateDirectory)
{
    private readonly DurableLines<AlertEntry> _lines = new(Path.Combine(stateDirectory, "alerts.jsonl"));

    /// <summary>All entries, in order.</summary>
    public IReadOnlyList<AlertEntry> All => _lines.Read();

    public void Append(AlertEntry entry) => _lines.Append(entry);

    /// <summary>What is known of each alert, by its name.</summary>
    public IReadOnlyDictionary<string, AlertRecord> Known() => All.GroupBy(e => e.Alert, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => new AlertRecord(g.LastOrDefault(e => e.State is not null), g.LastOrDefault(e => e.State is null)?.SnoozedUntil), StringComparer.Ordinal);
}

/// <summary>One entry: a look at an alert, or word that nobody is to be told for a while.</summary>
internal sealed record AlertEntry
{
    public required string Alert { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What the alert was about.</summary>
    public string Definition { get; init; } = "";

    /// <summary>The version of the warehouse that was looked at.</summary>
    public long Version { get; init; }

    /// <summary>What is known since then; null where nobody looked.</summary>
    public AlertState? State { get; init; }

    /// <summary>What happened.</summary>
    public IReadOnlyList<AlertEvent> Happened { get; init; } = [];

    /// <summary>What is to be told; null where nothing is, or where it was.</summary>
    public AlertNotice? Notice { get; init; }

    /// <summary>Until when nobody is to be told, where somebody said so.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }
}

/// <summary>What recipients are told, word by word: what is sent again after a crash is the same.</summary>
/// <param name="Key">What tells it from all others; each recipient gets it once.</param>
/// <param name="Subject">One line.</param>
/// <param name="Words">Its sentences.</param>
/// <param name="Events">The same for programs.</param>
internal sealed record AlertNotice(string Key, string Subject, IReadOnlyList<string> Words, IReadOnlyList<AlertEvent> Events);

/// <summary>What is known of one alert.</summary>
/// <param name="Last">The last look at it, or null.</param>
/// <param name="Snoozed">Until when somebody said that nobody is to be told, or null.</param>
internal sealed record AlertRecord(AlertEntry? Last, DateTimeOffset? Snoozed)
{
    public static AlertRecord None { get; } = new(null, null);

    /// <summary>The state to go on from: none where the alert is about something else by now.</summary>
    public AlertState? StateOf(Alert alert) => Last is { } last && last.Definition == alert.Definition ? last.State : null;

    /// <summary>Until when nobody is told: the later of what merit.yaml and somebody said.</summary>
    public DateTimeOffset? SnoozedUntil(Alert alert)
    {
        if (alert.SnoozedUntil is not { } day)
        {
            return Snoozed;
        }

        var (zone, start) = (TimeZoneInfo.FindSystemTimeZoneById(alert.Zone), day.ToDateTime(TimeOnly.MinValue));
        var said = new DateTimeOffset(start, zone.GetUtcOffset(start));
        return Snoozed > said ? Snoozed : said;
    }
}
