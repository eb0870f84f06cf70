using System.Text.RegularExpressions;
using Merit.Host.Workspaces.Keys;
using Merit.Plugins.Attribution;

namespace Merit.Host.Workspaces;

/// <summary>The keys that say which touches a journey holds: those of <c>attribution</c>, and of a model that does otherwise.</summary>
internal static partial class JourneyKeys
{
    private static readonly ScalarShape<TimeSpan> Length =
        Values.Duration.Where("a length of time above zero", "a number and a unit, such as 90d", t => t > TimeSpan.Zero);

    private static readonly Key<TimeSpan> Lookback = new(
        "lookback", Length, "How long before a conversion a touchpoint may lie to take part; 90d unless given.");

    private static readonly Key<IReadOnlyList<Named<TimeSpan>>> LookbackOf = new(
        "lookback_of", new MapShape<TimeSpan>(Length), "Another lookback for some kinds of conversions, such as { lead: 30d }.");

    private static readonly Key<bool> CollapseRepeats = new(
        "collapse_repeats", Values.Flag, "Whether of touches of the same channel (or unit), one right after the other, only the first takes part; false unless given.");

    private static readonly Key<IReadOnlyList<string>> ExcludeChannels = new(
        "exclude_channels", new ListShape<string>(Values.Text, oneWillDo: true), "Channels whose touchpoints take no part.");

    private static readonly Key<IReadOnlyList<string>> ExcludeCampaigns = new(
        "exclude_campaigns", new ListShape<string>(Values.Text, oneWillDo: true), "Ids of campaigns whose touchpoints take no part.");

    private static readonly Key<bool> Chained = new(
        "chained", Values.Flag, "Whether a touchpoint counts only for the first conversion of a kind after it; false unless given: it may lead to several.");

    private static readonly Key<Stage> Until = new(
        "until", Values.OneOf(new Dictionary<string, Stage>(StringComparer.Ordinal) { ["lead"] = Stage.Lead, ["opportunity"] = Stage.Opportunity, ["conversion"] = Stage.Conversion }),
        "The stage after which touchpoints take no part: lead, opportunity or conversion (unless given otherwise).");

    private static readonly Key<IReadOnlyList<string>> Unit = new(
        "unit", new ListShape<string>(Values.Matching(ColumnForm(), "a column of touchpoints", "a column such as campaign_id"), oneWillDo: true),
        "The columns of touchpoints by which two touches are the same: channel unless given; [channel, campaign_id] is a campaign within a channel.");

    public static IReadOnlyList<Key> All { get; } = [Lookback, LookbackOf, CollapseRepeats, ExcludeChannels, ExcludeCampaigns, Chained, Until, Unit];

    public static JourneyChanges Read(KeyValues values) => new(
        values.FindObject(Lookback) as TimeSpan?,
        values.Find(LookbackOf)?.ToDictionary(l => l.Name, l => l.Value, StringComparer.Ordinal),
        values.FindObject(CollapseRepeats) as bool?,
        values.Find(ExcludeChannels),
        values.Find(ExcludeCampaigns),
        values.FindObject(Chained) as bool?,
        values.FindObject(Until) as Stage?,
        values.Find(Unit) is { Count: > 0 } unit ? unit : null);

    [GeneratedRegex("^[a-z][a-z0-9_]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ColumnForm();
}
