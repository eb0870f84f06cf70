using Merit.Host.Links;
using Merit.Host.Warehouse.Versions;
using Merit.Host.Workspaces;

namespace Merit.Host.Warehouse.Tagging;

/// <summary>The campaigns of the latest version, as links know them.</summary>
internal static class CampaignTags
{
    /// <summary>All of them, or null where nothing is published.</summary>
    public static IReadOnlyList<TaggedCampaign>? Of(Workspace workspace, CancellationToken stop)
    {
        var versions = PublishedVersions.Of(workspace);
        if (versions.Latest is null)
        {
            return null;
        }

        using var session = versions.OpenLatest(stop);
        return session.Query(
            "SELECT campaign_id, name, utm_campaign, channel FROM main.campaigns ORDER BY campaign_id",
            r => new TaggedCampaign(r.GetString(0), r.IsDBNull(1) ? null : r.GetString(1), r.IsDBNull(2) ? null : r.GetString(2), r.IsDBNull(3) ? null : r.GetString(3)));
    }
}
