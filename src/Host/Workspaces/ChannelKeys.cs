using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Deriving;
using Merit.Host.Workspaces.Keys;

namespace Merit.Host.Workspaces;

/// <summary>The keys of <c>channels</c>.</summary>
internal static class ChannelKeys
{
    private static readonly Key<string> Channel = new("channel", Values.Text, "The channel a matching touchpoint belongs to.") { Required = true };
    private static readonly Key<string> Source = new("source", Values.Text, "What utm_source must be; * stands for any text.");
    private static readonly Key<string> Medium = new("medium", Values.Text, "What utm_medium must be; * stands for any text.");
    private static readonly Key<string> Campaign = new("campaign", Values.Text, "What utm_campaign must be; * stands for any text.");

    private static readonly Key<string> Rules = new("rules", Values.OneOf("ga4", "none"), "The built-in rules tried after your own: ga4 (the default channel groups of GA4; used unless given) or none.");

    private static readonly Key<IReadOnlyList<ChannelRule>> Custom = new(
        "custom", new ListShape<ChannelRule>(new ObjectShape<ChannelRule>(new KeySet([Channel, Source, Medium, Campaign]), Rule)), "Rules of your own, tried first, in order.");

    private static readonly Key<IReadOnlyList<Named<string>>> Aliases = new(
        "aliases", new MapShape<string>(Values.Text), "One name for each channel, by alternative name, such as e-mail: email.");

    private static readonly IReadOnlyDictionary<SiteKind, Key<IReadOnlyList<string>>> OfKind = new Dictionary<SiteKind, Key<IReadOnlyList<string>>>
    {
        [SiteKind.Search] = SitesOf("search", "Search engines"),
        [SiteKind.Social] = SitesOf("social", "Social networks"),
        [SiteKind.Video] = SitesOf("video", "Video sites"),
        [SiteKind.Shopping] = SitesOf("shopping", "Shopping sites"),
        [SiteKind.Assistant] = SitesOf("assistant", "Assistants such as chatgpt.com"),
    };

    private static readonly Key<IReadOnlyDictionary<SiteKind, IReadOnlyList<string>>> Sites = new(
        "sites", new ObjectShape<IReadOnlyDictionary<SiteKind, IReadOnlyList<string>>>(new KeySet([.. OfKind.Values]), (values, _) => OfKind.ToDictionary(k => k.Key, k => values.Get(k.Value, []))),
        "Sources of your own by what kind of site they are, beside those the built-in rules know.");

    public static ObjectShape<ChannelSettings> Shape { get; } = new(new KeySet([Rules, Custom, Sites, Aliases]), Make);

    private static Key<IReadOnlyList<string>> SitesOf(string name, string what) =>
        new(name, new ListShape<string>(Values.Text, oneWillDo: true), $"{what}: a name as in utm_source, which also stands for its hosts, or one host.");

    private static ChannelSettings Make(KeyValues values, Findings findings)
    {
        var aliases = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var alias in values.Get(Aliases, []))
        {
            if (!aliases.TryAdd(alias.Name, alias.Value))
            {
                findings.Add(WorkspaceRules.DuplicateKey, alias.At, alias.Name, values.Get(Aliases, []).First(a => string.Equals(a.Name, alias.Name, StringComparison.OrdinalIgnoreCase)).At.Line);
            }
        }

        return new ChannelSettings
        {
            Rules = values.Get(Custom, []),
            Sites = values.Find(Sites) ?? new Dictionary<SiteKind, IReadOnlyList<string>>(),
            Ga4 = values.Get(Rules, "ga4") is "ga4",
            Aliases = aliases,
        };
    }

    private static ChannelRule Rule(KeyValues values, Findings findings)
    {
        var rule = new ChannelRule(values.Get(Channel, ""), values.Find(Source), values.Find(Medium), values.Find(Campaign), values.Mapping.At);
        if (rule is { Source: null, Medium: null, Campaign: null } && !values.Mapping.Entries.Any(e => e.Key is "source" or "medium" or "campaign"))
        {
            findings.Add(WorkspaceRules.EmptyChannelRule, rule.At, rule.Channel);
        }

        return rule;
    }
}
