using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Merit.Diagnostics.Rules;
using Merit.Host.Schedules;
using Merit.Host.Workspaces.Keys;
using Merit.Host.Workspaces.Yaml;

namespace Merit.Host.Workspaces;

/// <summary>When something is done: an expression of cron alone, or with its zone and the data it is done over.</summary>
internal static class TimingKeys
{
    private static readonly Key<string> Cron = new("cron", new CronShape(), "The times, in five fields as cron reads them, such as \"0 8 * * mon\".") { Required = true };
    private static readonly Key<TimeZoneInfo> Zone = new("timezone", Values.Zone, "The zone of these times; the workspace's unless given.");
    private static readonly Key<bool> Load = new("load", Values.Flag, "Whether the sources are loaded first; true unless given.");
    private static readonly Key<TimeSpan> MaxAge = new("max_age", Values.Duration, "How old the data may be, such as 2d; older ones are not sent, and recipients are told which they are. Any age unless given.");

    /// <summary>The keys, where others stand beside them.</summary>
    public static IReadOnlyList<Key> All { get; } = [Cron, Zone, Load, MaxAge];

    /// <summary>An expression of cron.</summary>
    public static Shape<string> Times { get; } = new CronShape();

    public static Shape<Timing> Shape { get; } = new BriefShape();

    public static Timing Read(KeyValues values) =>
        new(values.Get(Cron, ""), values.Find(Zone), values.Get(Load, true), values.FindObject(MaxAge) as TimeSpan?);

    /// <summary>An expression of cron.</summary>
    private sealed class CronShape : Shape<string>
    {
        public override string Expected => "times as cron reads them";

        public override bool TryRead(Node node, Findings findings, [MaybeNullWhen(false)] out string value)
        {
            if (!Values.Text.TryRead(node, findings, out value))
            {
                return false;
            }

            if (CronTimes.Fault(value) is not { } fault)
            {
                return true;
            }

            findings.Add(DeliveryRules.NotCron, node.At, node is ScalarNode { Written: var written } ? written : value, fault);
            return false;
        }

        public override JsonObject Schema() => Values.Text.Schema();
    }

    private sealed class BriefShape : Shape<Timing>
    {
        private readonly CronShape _brief = new();
        private readonly ObjectShape<Timing> _whole = new(new KeySet(All), (values, _) => TimingKeys.Read(values));

        public override string Expected => $"{_brief.Expected} or {_whole.Expected}";

        public override bool TryRead(Node node, Findings findings, [MaybeNullWhen(false)] out Timing value)
        {
            if (node is not ScalarNode)
            {
                return _whole.TryRead(node, findings, out value);
            }

            value = _brief.TryRead(node, findings, out var cron) ? new Timing(cron, null, Loads: true, MaxAge: null) : null;
            return value is not null;
        }

        public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(_brief.Schema(), _whole.Schema()) };
    }
}
