using Merit.Diagnostics;
using Merit.Host.Schedules;
using Merit.Host.Workspaces.Keys;

namespace Merit.Host.Workspaces;

/// <summary>One entry of <c>reports</c>: a template and what to override of its front matter.</summary>
internal sealed record ReportSettings
{
    public required string Template { get; init; }

    public string? Period { get; init; }

    public string? Compare { get; init; }

    public IReadOnlyList<string> Where { get; init; } = [];

    /// <summary>What it is written as; the template's formats where empty.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>What parameters of the template are set to.</summary>
    public IReadOnlyList<Named<string>> Parameters { get; init; } = [];

    /// <summary>The output file's name without extension; null for the template's.</summary>
    public string? Name { get; init; }

    /// <summary>When it is sent, where it is not the template that says so.</summary>
    public Timing? Timing { get; init; }

    /// <summary>Who gets it; the template's where empty.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    public required Place At { get; init; }
}
