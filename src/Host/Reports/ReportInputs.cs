using Merit.Host.Scoring;
using Merit.Host.Testing;
using Merit.Host.Warehouse;

namespace Merit.Host.Reports;

/// <summary>What a report shows beside the answers to its questions.</summary>
internal sealed record ReportInputs
{
    /// <summary>The campaigns' scores, campaign to date.</summary>
    public IReadOnlyList<CampaignScore> Scores { get; init; } = [];

    /// <summary>What came of each source in the last load.</summary>
    public IReadOnlyList<LoadSummary> Loads { get; init; } = [];

    /// <summary>Rows that were not loaded; a few of each source are enough.</summary>
    public IReadOnlyList<RejectedRow> Rejects { get; init; } = [];

    /// <summary>What tests of the data found.</summary>
    public IReadOnlyList<DataTestResult> DataTests { get; init; } = [];

    /// <summary>Identifies the metrics, scorecards and settings the numbers were made with.</summary>
    public required string DefinitionHash { get; init; }

    /// <summary>The last day the data tell about.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Merit's version.</summary>
    public required string Version { get; init; }
}
