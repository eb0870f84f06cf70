using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Delivery;

namespace Merit.Host.Access;

/// <summary>Something that somebody did.</summary>
internal sealed record AuditEntry
{
    public required DateTimeOffset At { get; init; }

    /// <summary>The user or the key; of a command, who is signed in to this machine.</summary>
    public required string Who { get; init; }

    /// <summary>What it was: look, ask, download, call, sign-in, sign-out, add-user and the like.</summary>
    public required string Action { get; init; }

    /// <summary>What was looked at or changed: an address with its question, or a name.</summary>
    public required string Target { get; init; }

    /// <summary>What an assistant asked for.</summary>
    public string? Detail { get; init; }

    /// <summary>What came of it: done, refused or failed.</summary>
    public required string Outcome { get; init; }

    /// <summary>The status of the answer.</summary>
    public int? Status { get; init; }

    /// <summary>Where it came from.</summary>
    public string? From { get; init; }
}

/// <summary>The record of who looked at what and changed what: lines of JSON in .merit/audit, a file for each month, to which is only ever added.</summary>
/// <param name="state">The folder of what Merit keeps.</param>
/// <param name="writer">What adds to it: each has files of its own, so that two processes never write to one.</param>
/// <param name="clock">The time.</param>
internal sealed class AuditLog(string state, string writer, TimeProvider clock)
{
    public const string Folder = "audit";

    // Nobody puts into an address as much as anybody may send.
    private const int Longest = 4000;

    private readonly Lock _writing = new();

    /// <summary>Throws where nothing can be added.</summary>
    public void Check()
    {
        var path = PathOf(clock.GetUtcNow());
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? state);
            using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new MeritException(AccessRules.NotKept.Here(refused.Message), refused);
        }
    }

    /// <summary>On the disk when this returns; throws where it cannot be kept.</summary>
    public void Add(Func<DateTimeOffset, AuditEntry> entry)
    {
        var now = clock.GetUtcNow();
        var path = PathOf(now);
        try
        {
            lock (_writing)
            {
                var made = entry(now);
                new DurableLines<AuditEntry>(path).Append(made with { Target = Cut(made.Target), Detail = made.Detail is { } detail ? Cut(detail) : null });
            }
        }
        catch (MeritException refused)
        {
            throw new MeritException(AccessRules.NotKept.Here(refused.Diagnostics[0].Message), refused);
        }
    }

    /// <summary>Everything that was recorded, the earliest first.</summary>
    public static IReadOnlyList<AuditEntry> Read(string state)
    {
        var folder = new DirectoryInfo(Path.Combine(state, Folder));
        return folder.Exists ? [.. folder.GetFiles("*.ndjson").OrderBy(f => f.Name, StringComparer.Ordinal).SelectMany(f => new DurableLines<AuditEntry>(f.FullName).Read()).OrderBy(e => e.At)] : [];
    }

    private string PathOf(DateTimeOffset now) => Path.Combine(state, Folder, string.Create(CultureInfo.InvariantCulture, $"{now:yyyy-MM}-{writer}.ndjson"));

    private static string Cut(string text) => text.Length <= Longest ? text : text[..Longest] + "…";
}
