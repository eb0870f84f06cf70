using Merit.Diagnostics;
using Merit.Host.Measures;
using Merit.Metrics.Language;
using Merit.Metrics.Requests;
using Merit.Metrics.Tables;

namespace Merit.Host.Scoring;

/// <summary>A campaign that can be scored.</summary>
internal sealed record Campaign(string Id, string Name, string Type);

/// <summary>Lists the campaigns, by a question like any other: how many are there, by campaign.</summary>
internal static class Campaigns
{
    private const string Count = "(campaigns)";

    /// <summary>The metric that counts them; no script can declare one of this name.</summary>
    public static MetricDefinition Metric { get; } = new(Count, Define.Count(new CampaignsTable()).AllTime(), new Place("metrics"));

    /// <summary>Every campaign that has an id and a type.</summary>
    public static IEnumerable<Campaign> All(IMeasures measures) =>
        from row in measures.Ask(new Request { Metrics = [Count], By = ["campaign", "campaign_name", "type"] }).Rows
        let id = row.Dimensions[0] as string
        let type = row.Dimensions[2] as string
        where id is not null && type is not null
        select new Campaign(id, row.Dimensions[1] as string ?? id, type);
}
