using Merit.Diagnostics.Rules;
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

    public static ObjectShape<ChannelSettings> Shape { get; } = new(new KeySet([Rules, Custom, Aliases]), Make);

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
