using Merit.Host.Warehouse.Deriving;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Warehouse.Tagging;

/// <summary>Which channel touchpoints with given UTM values get: asked of the same rules that load them.</summary>
internal static class TagChannels
{
    /// <summary>A channel for each, in order.</summary>
    /// <param name="workspace">The workspace, whose rules they are.</param>
    /// <param name="tags">The channel of the campaign where it has one, and the UTM values.</param>
    public static IReadOnlyList<string> Of(Workspace workspace, IReadOnlyList<(string? OfCampaign, string? Source, string? Medium, string? Campaign)> tags)
    {
        if (tags.Count == 0)
        {
            return [];
        }

        using var session = Session.Open(":memory:", new SessionSettings { TempDirectory = Path.Combine(workspace.StateDirectory, "check"), Threads = 1 });
        var rules = new ChannelRules(workspace.Channels);
        var rows = tags.Select((t, i) => $"({i}, {SqlText.TextOrNull(t.OfCampaign)}::VARCHAR, {SqlText.TextOrNull(t.Source)}::VARCHAR, {SqlText.TextOrNull(t.Medium)}::VARCHAR, {SqlText.TextOrNull(t.Campaign)}::VARCHAR)");
        return session.Query(
            $"SELECT {rules.Of("of_campaign", "NULL", rules.Match("source", "medium", "campaign"))} FROM (VALUES {string.Join(", ", rows)}) AS t(place, of_campaign, source, medium, campaign) ORDER BY place",
            r => r.GetString(0));
    }
}
