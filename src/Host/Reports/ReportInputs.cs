using Merit.Host.Measures;
using Merit.Host.Scoring;
using Merit.Host.Testing;
using Merit.Host.Warehouse;
using Merit.Metrics.Requests;

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

    /// <summary>The rules on rows of whoever looks; empty for who may see all.</summary>
    public IReadOnlyList<Filter> Rules { get; init; } = [];

    /// <summary>The same for who may see some rows only: scores of campaigns that they see, and nothing that was counted over all rows.</summary>
    /// <param name="rules">Which rows.</param>
    /// <param name="measures">Figures of these rows.</param>
    public ReportInputs Only(IReadOnlyList<Filter> rules, IMeasures measures)
    {
        var campaigns = measures.Ask(new Request { Metrics = ["campaigns"], By = ["campaign"] }).Rows.Where(r => r.Figures[0].Value > 0).Select(r => r.Dimensions[0]).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return this with { Rules = rules, Scores = [.. Scores.Where(s => campaigns.Contains(s.CampaignId))], Loads = [], Rejects = [], DataTests = [] };
    }

    /// <summary>Identifies the metrics, scorecards and settings the numbers were made with.</summary>
    public required string DefinitionHash { get; init; }

    /// <summary>The last day the data tell about.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Merit's version.</summary>
    public required string Version { get; init; }
}
