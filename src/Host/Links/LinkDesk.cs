using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Deriving;
using Merit.Host.Warehouse.Tagging;
using Merit.Host.Workspaces;

namespace Merit.Host.Links;

/// <summary>Makes tagged links, and says what is wrong with them and which channel their touches will have: that of the rules touchpoints are loaded by.</summary>
internal sealed class LinkDesk(Workspace workspace)
{
    private static readonly string[] Tags = ["utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term"];

    private readonly Findings _findings = new();

    /// <summary>What is wrong with the links made.</summary>
    public IReadOnlyList<Diagnostic> Findings => _findings.All;

    /// <summary>The links that could be made, in order.</summary>
    public IReadOnlyList<TaggedLink> Make(IReadOnlyList<LinkTag> tags, CancellationToken stop)
    {
        var campaigns = CampaignTags.Of(workspace, stop);

        // Whatever else is wrong with a link, whether its campaign is known is worth knowing at once.
        var looked = tags.Select(tag => (Tag: tag, IsSound: IsSound(tag), Campaign: string.IsNullOrWhiteSpace(tag.Campaign) ? default : Find(tag, campaigns))).ToList();
        var sound = looked.Where(t => t.IsSound && t.Campaign.Exists).ToList();
        List<(LinkTag Tag, TaggedCampaign? Campaign, IReadOnlyList<(string Name, string Value)> Utm)> made =
            [.. sound.Select(t => (t.Tag, t.Campaign.Campaign, Utm(t.Tag, t.Campaign.Campaign)))];
        var channels = TagChannels.Of(workspace, [.. made.Select(m => (m.Campaign?.Channel, Value(m.Utm, "utm_source"), Value(m.Utm, "utm_medium"), Value(m.Utm, "utm_campaign")))]);
        List<TaggedLink> links = [.. made.Select((m, i) => new TaggedLink(m.Tag, m.Campaign, m.Utm, channels[i]))];
        foreach (var link in links.Where(l => l.Channel is ChannelRules.Unassigned))
        {
            Add(LinkRules.NoChannel, link.Tag, link.Tag.Source, link.Tag.Medium, link.Channel);
        }

        return links;
    }

    private bool IsSound(LinkTag tag)
    {
        var before = _findings.All.Count;
        if (!Uri.TryCreate(tag.Url, UriKind.Absolute, out var page) || page.Scheme is not ("https" or "http") || page.Host.Length == 0 || tag.Url.Any(char.IsWhiteSpace))
        {
            Add(LinkRules.NoPage, tag, tag.Url);
        }
        else if (page.Query.TrimStart('?').Split('&').Select(p => Uri.UnescapeDataString(p.Split('=')[0])).FirstOrDefault(p => Tags.Contains(p, StringComparer.OrdinalIgnoreCase)) is { } there)
        {
            Add(LinkRules.TaggedAlready, tag, tag.Url, there);
        }

        foreach (var (name, value, example) in new[] { ("campaign", tag.Campaign, "Name the campaign it is for."), ("source", tag.Source, "Say where it will stand: --source newsletter, poster, google, …"), ("medium", tag.Medium, "Say what kind of thing that is: --medium email, social, cpc, qr, …") })
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                Add(LinkRules.Missing, tag, name, example);
            }
        }

        foreach (var (name, value) in new[] { ("utm_source", tag.Source), ("utm_medium", tag.Medium) })
        {
            if (!string.IsNullOrWhiteSpace(value) && Written(value) is var better && better != value)
            {
                Add(LinkRules.Spelling, tag, name, value, better);
            }
        }

        return _findings.All.Count == before;
    }

    // By id, by utm_campaign, by name; capitals do not matter, as they do not when touchpoints are given to campaigns.
    private (bool Exists, TaggedCampaign? Campaign) Find(LinkTag tag, IReadOnlyList<TaggedCampaign>? campaigns)
    {
        var asked = (tag.Campaign ?? "").Trim();
        if (campaigns is null or [])
        {
            Add(LinkRules.CampaignsNotLoaded, tag, asked);
            return (true, null);
        }

        Func<TaggedCampaign, string?>[] ways = [c => c.Id, c => c.Tag, c => c.Name];
        var found = ways.Select(way => campaigns.Where(c => string.Equals(way(c)?.Trim(), asked, StringComparison.OrdinalIgnoreCase)).ToList()).FirstOrDefault(f => f.Count > 0);
        if (found is not [var campaign, ..])
        {
            var near = Nearest.To(asked, campaigns.SelectMany(c => ways.Select(way => way(c))).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList());
            Add(LinkRules.UnknownCampaign, tag, asked, near is null ? "Name one by its id, its utm_campaign or its name; a new one must be loaded first, by 'merit load'." : $"Did you mean '{near}'? A new campaign must be loaded first, by 'merit load'.");
            return (false, null);
        }

        var own = Tag(campaign);
        if (string.IsNullOrWhiteSpace(campaign.Tag))
        {
            Add(LinkRules.NotGiven, tag, $"the campaign '{campaign.Id}' has no utm_campaign", $"Give it the utm_campaign '{own}' where it comes from, and load it again.");
        }
        else if (campaigns.Count(c => string.Equals(c.Tag?.Trim(), own, StringComparison.OrdinalIgnoreCase)) > 1)
        {
            Add(LinkRules.NotGiven, tag, $"several campaigns have the utm_campaign '{own}'", "Give each campaign a utm_campaign of its own where it comes from, and load them again.");
        }

        return (true, campaign);
    }

    private static IReadOnlyList<(string Name, string Value)> Utm(LinkTag tag, TaggedCampaign? campaign)
    {
        (string Name, string? Value)[] values =
        [
            ("utm_source", tag.Source), ("utm_medium", tag.Medium), ("utm_campaign", campaign is null ? Written(tag.Campaign ?? "") : Tag(campaign)), ("utm_content", tag.Content), ("utm_term", tag.Term),
        ];
        return [.. values.Where(v => !string.IsNullOrWhiteSpace(v.Value)).Select(v => (v.Name, (v.Value ?? "").Trim()))];
    }

    private static string Tag(TaggedCampaign campaign) => string.IsNullOrWhiteSpace(campaign.Tag) ? Written(campaign.Id) : campaign.Tag.Trim();

    private static string? Value(IReadOnlyList<(string Name, string Value)> utm, string name) => utm.FirstOrDefault(u => u.Name == name).Value;

    // As a value is best written: small letters, hyphens for blanks.
    private static string Written(string value) => string.Join('-', value.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private void Add(DiagnosticRule rule, LinkTag tag, params object?[] values) => _findings.AddRange([rule.Here(values) with { At = tag.At }]);
}
