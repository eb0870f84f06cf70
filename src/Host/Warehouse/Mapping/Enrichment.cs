using Merit.Host.Warehouse.Deriving;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Metrics.Tables;

namespace Merit.Host.Warehouse.Mapping;

/// <summary>What Merit adds to rows on their way into a table of the data model: one name per channel, a touchpoint's campaign and channel, who says what was spent.</summary>
internal sealed class Enrichment(Session session, Workspace workspace)
{
    private readonly ChannelRules _channels = new(workspace.Channels);

    /// <summary>A SELECT of the table's columns, in order.</summary>
    /// <param name="layout">The table.</param>
    /// <param name="filled">The columns that <paramref name="rows"/> has.</param>
    /// <param name="rows">A table, view or subquery.</param>
    /// <param name="all">The same with rows that will not be loaded, which is faster to look through.</param>
    /// <param name="source">The source's name.</param>
    public string Select(TableLayout layout, IReadOnlyList<string> filled, string rows, string all, string source)
    {
        var isModel = Canonical.Find(layout.Name) is not null;
        var columns = layout.Columns.ToDictionary(
            c => c.Name,
            c => filled.Contains(c.Name, StringComparer.OrdinalIgnoreCase) ? $"t.{SqlText.Name(c.Name)}" : $"NULL::{Conversion.EngineType(c.Type)}",
            StringComparer.Ordinal);
        if (isModel && columns.TryGetValue("channel", out var channel))
        {
            columns["channel"] = _channels.OneName(channel);
        }

        var joins = layout.Name switch
        {
            "touchpoints" => Touchpoints(columns, all),
            "spend" => Set(columns, "source", $"coalesce({columns["source"]}, {SqlText.Text(source)})"),
            "opportunities" => Set(columns, "outcome", OneOutcome(columns["outcome"])),
            "rates" => Set(columns, "currency", $"upper(trim({columns["currency"]}))"),
            _ => "",
        };
        return $"SELECT {string.Join(", ", layout.Columns.Select(c => $"{columns[c.Name]} AS {SqlText.Name(c.Name)}"))} FROM {rows} AS t{joins}";
    }

    /// <summary>Whether the rows of a table are looked through before they are selected, so that they must be a table of their own.</summary>
    public static bool LooksTwice(TableLayout layout) => layout.Name is "touchpoints";

    private string Touchpoints(Dictionary<string, string> columns, string all)
    {
        // Rules and names are matched once for each combination of values that occurs, not once for each row.
        session.Execute($"""
            CREATE OR REPLACE TEMP TABLE utm AS
            WITH combinations AS (SELECT DISTINCT {columns["utm_source"]} AS source, {columns["utm_medium"]} AS medium, {columns["utm_campaign"]} AS campaign FROM {all} AS t),
            named AS (SELECT lower(trim(utm_campaign)) AS name, min(campaign_id) AS campaign_id FROM main.campaigns WHERE utm_campaign IS NOT NULL GROUP BY 1 HAVING count(*) = 1)
            SELECT source, medium, campaign, campaign_id, {_channels.Match("source", "medium", "campaign")} AS channel
            FROM combinations LEFT JOIN named ON name = lower(trim(campaign))
            """);
        var (source, medium, campaign, own) = (columns["utm_source"], columns["utm_medium"], columns["utm_campaign"], columns["campaign_id"]);
        columns["campaign_id"] = $"coalesce({own}, u.campaign_id)";
        columns["channel"] = _channels.Of("c.channel", columns["channel"], "u.channel");
        return $"""

            LEFT JOIN temp.utm AS u ON u.source IS NOT DISTINCT FROM {source} AND u.medium IS NOT DISTINCT FROM {medium} AND u.campaign IS NOT DISTINCT FROM {campaign}
            LEFT JOIN main.campaigns AS c ON c.campaign_id = coalesce({own}, u.campaign_id)
            """;
    }

    private static string OneOutcome(string outcome) =>
        $"CASE WHEN lower(trim({outcome})) IN ('won', 'lost') THEN lower(trim({outcome})) ELSE {outcome} END";

    private static string Set(Dictionary<string, string> columns, string name, string value)
    {
        columns[name] = value;
        return "";
    }
}
