using Merit.Host.Delivery;

namespace Merit.Host.Schedules;

/// <summary>What was run when, and what came of it: <c>.merit/schedules.jsonl</c>.</summary>
internal sealed class RunHistory(string stateDirectory)
{
    private readonly DurableLines<RunEntry> _lines = new(Path.Combine(stateDirectory, "schedules.jsonl"));

    /// <summary>All steps, in order.</summary>
    public IReadOnlyList<RunEntry> All => _lines.Read();

    /// <summary>The runs, each as its last step left it, latest first.</summary>
    public IReadOnlyList<RunEntry> Runs =>
        [.. All.Where(e => e.Result is not RunOutcome.Known).GroupBy(e => (e.Schedule, e.Occasion)).Select(g => g.Last()).OrderByDescending(e => e.StartedAt)];

    public void Append(RunEntry entry) => _lines.Append(entry);

    /// <summary>
    /// What is due: the occasion of a run that a crash ended, else the last that has come since the schedule was last looked at; those before it are missed, and one run makes
    /// up for them all. A schedule seen for the first time is due from now on.
    /// </summary>
    public Due? DueOf(string schedule, CronTimes times, DateTimeOffset now)
    {
        var own = All.Where(e => e.Schedule == schedule).ToList();
        if (own.Count == 0)
        {
            return new Due(null, 0);
        }

        if (own.LastOrDefault(e => e.Result is not RunOutcome.Known) is { Result: RunOutcome.Begun } broken)
        {
            return new Due(broken.Occasion, broken.Missed) { GoesOn = true };
        }

        return times.LastWithin(own.Max(e => e.Occasion), now) is { } last ? new Due(last.Occasion, last.Missed) : null;
    }
}

/// <summary>A run that is due.</summary>
/// <param name="Occasion">The time it is for; null where the schedule was never seen before, and is only to be remembered.</param>
/// <param name="Missed">How many occasions before it were missed.</param>
internal sealed record Due(DateTimeOffset? Occasion, int Missed)
{
    /// <summary>Whether an earlier run of the same occasion was ended by a crash.</summary>
    public bool GoesOn { get; init; }
}

/// <summary>One step of a run.</summary>
internal sealed record RunEntry
{
    public required string Schedule { get; init; }

    /// <summary>The time the run is for.</summary>
    public required DateTimeOffset Occasion { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended; null while it runs, or where it never ended.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    public required RunOutcome Result { get; init; }

    /// <summary>How many occasions before this one were missed, and are made up for by it.</summary>
    public int Missed { get; init; }

    /// <summary>Rows in the tables that sources fill.</summary>
    public long? Rows { get; init; }

    /// <summary>By how many rows that differs from the run before.</summary>
    public long? Changes { get; init; }

    /// <summary>How many recipients were reached, of how many.</summary>
    public int Delivered { get; init; }

    public int Recipients { get; init; }

    /// <summary>What went wrong, each with its code.</summary>
    public IReadOnlyList<string>? Findings { get; init; }
}

/// <summary>How a run went.</summary>
internal enum RunOutcome
{
    /// <summary>No run: the schedule was seen for the first time.</summary>
    Known,

    Begun,

    Fine,

    /// <summary>The data were not fit to be sent.</summary>
    HeldBack,

    Failed,
}
