using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Warehouse.Deriving;

/// <summary>Which channel UTM values mean: the workspace's own rules in order, then Google Analytics 4's default channel groups.</summary>
internal sealed class ChannelRules(ChannelSettings settings)
{
    /// <summary>The channel of a visit that names no source at all.</summary>
    public const string Direct = "direct";

    /// <summary>The channel of values that no rule knows.</summary>
    public const string Unassigned = "unassigned";

    /// <summary>An expression for the channel; never null.</summary>
    public string Match(string source, string medium, string campaign)
    {
        var own = settings.Rules.Select(rule =>
        {
            (string? Pattern, string Value)[] parts = [(rule.Source, source), (rule.Medium, medium), (rule.Campaign, campaign)];
            var tests = parts.Where(p => p.Pattern is not null).Select(p => $"{Plain(p.Value)} LIKE {Like(p.Pattern ?? "")} ESCAPE '\\'");
            return $"WHEN {string.Join(" AND ", tests)} THEN {SqlText.Text(rule.Channel)}";
        });
        var standard = settings.Ga4
            ? Ga4Channels.Rules(new SourceSites(settings.Sites), Plain(source), Plain(medium), Plain(campaign)).Select(r => $"WHEN {r.Condition} THEN {SqlText.Text(r.Channel)}")
            : [];
        return $"CASE {string.Join(" ", [.. own, .. standard, $"WHEN true THEN {SqlText.Text(Unassigned)}"])} END";
    }

    /// <summary>An expression for a touchpoint's channel: its campaign's, else what its source says, else what the rules make of its UTM values.</summary>
    public string Of(string ofCampaign, string own, string byRules) => OneName($"coalesce({ofCampaign}, {own}, {byRules})");

    /// <summary>An expression for a channel's one name, by the aliases; a name that differs from a listed one only in case or blanks is that one.</summary>
    public string OneName(string channel)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in settings.Aliases.Values.Concat(settings.Rules.Select(r => r.Channel)))
        {
            names.TryAdd(name, name);
        }

        foreach (var (alias, name) in settings.Aliases)
        {
            names[alias.Trim()] = name;
        }

        var cases = string.Concat(names.Select(n => $" WHEN {SqlText.Text(n.Key.ToLowerInvariant())} THEN {SqlText.Text(n.Value)}"));
        return cases.Length == 0 ? channel : $"CASE lower(trim({channel})){cases} ELSE {channel} END";
    }

    private static string Plain(string value) => $"lower(trim(coalesce({value}, '')))";

    private static string Like(string pattern)
    {
        var escaped = pattern.Trim().ToLowerInvariant()
            .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
        return SqlText.Text(escaped.Replace('*', '%'));
    }
}
