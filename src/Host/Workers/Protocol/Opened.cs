using Merit.Diagnostics;
using Merit.Host.Access;
using Merit.Host.Alerts;

namespace Merit.Host.Workers.Protocol;

/// <summary>The first thing a worker says: what it has opened.</summary>
internal sealed record Opened
{
    /// <summary>Identifies the state of the workspace when it was opened.</summary>
    public string Stamp { get; init; } = "";

    /// <summary>When today is over in the workspace's zone, and with it what relative periods mean; null where that is not known.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The workspace, or null where merit.yaml is wrong.</summary>
    public WorkspaceCard? Workspace { get; init; }

    /// <summary>What keeps it from answering questions; what needs no script is answered all the same.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Code of a script still runs in it and cannot be stopped: the process must be ended.</summary>
    public bool Spent { get; init; }

    /// <summary>Throws what keeps it from answering, if anything does.</summary>
    public void ThrowIfClosed()
    {
        if (Findings.Count > 0)
        {
            throw new MeritException([.. Findings.Select(f => f.Diagnostic)]);
        }
    }
}

/// <summary>What pages need to know of a workspace.</summary>
internal sealed record WorkspaceCard
{
    public required string Name { get; init; }

    public required string Currency { get; init; }

    /// <summary><c>en</c> or <c>zh-CN</c>.</summary>
    public required string Locale { get; init; }

    /// <summary>The zone of its days.</summary>
    public required string Zone { get; init; }

    /// <summary>The folder of rendered reports, absolute.</summary>
    public required string OutDirectory { get; init; }

    /// <summary>The attribution models, the default one first.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>How others reach it, and which rows they may see.</summary>
    public AccessSettings Access { get; init; } = new();

    /// <summary>The folder of what Merit keeps, absolute.</summary>
    public required string StateDirectory { get; init; }

    /// <summary>What is run again and again.</summary>
    public IReadOnlyList<ScheduleCard> Schedules { get; init; } = [];

    /// <summary>The names of who gets reports.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>What is told as soon as figures are so.</summary>
    public IReadOnlyList<Alert> Alerts { get; init; } = [];
}

/// <summary>What pages need to know of a schedule.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cron">Its times.</param>
/// <param name="Zone">The zone of its times.</param>
/// <param name="Reports">What is sent.</param>
/// <param name="Recipients">The names of those who get it.</param>
internal sealed record ScheduleCard(string Name, string Cron, string Zone, IReadOnlyList<string> Reports, IReadOnlyList<string> Recipients);
