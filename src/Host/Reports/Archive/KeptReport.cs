using System.Text.Json.Serialization;
using Merit.Host.Delivery;

namespace Merit.Host.Reports.Archive;

/// <summary>A report as it was.</summary>
internal sealed record KeptReport
{
    /// <summary>The name of its files.</summary>
    public required string Report { get; init; }

    /// <summary>What tells the occasion from others: a delivery's, or what the files hold.</summary>
    public required string Key { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Title { get; init; }

    /// <summary>The days it is about, as its readers read them.</summary>
    public required string Days { get; init; }

    public required IReadOnlyList<string> Facts { get; init; }

    /// <summary>What it says in short.</summary>
    public required IReadOnlyList<DigestLine> Figures { get; init; }

    /// <summary>The names of its files.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>What it was made of: the report's name in merit.yaml, or its template; empty where it was kept by a version that did not say.</summary>
    public string Of { get; init; } = "";

    /// <summary>The member of a series it is about, or null.</summary>
    public string? Item { get; init; }

    /// <summary>The last day of the data; null where it was kept by a version that did not say.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Identifies the definitions it was made with.</summary>
    public string DefinitionHash { get; init; } = "";

    /// <summary>Where its files are.</summary>
    [JsonIgnore]
    public string Folder { get; init; } = "";

    /// <summary>The time as addresses name it.</summary>
    [JsonIgnore]
    public string Time => Path.GetFileName(Folder);
}
