using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Alerts;
using Merit.Host.Reports.Templates;
using Merit.Host.Workspaces.Keys;
using Merit.Host.Workspaces.Yaml;
using Merit.Metrics.Requests;

namespace Merit.Host.Workspaces;

/// <summary>An entry of <c>alerts</c>.</summary>
internal static class AlertKeys
{
    // Whether a period can be read does not depend on the day it is read on.
    private static readonly DateOnly SomeDay = new(2000, 1, 1);

    private static readonly ScalarShape<TimeSpan> Length = Values.Duration.Where("a length of time above zero", "a number and a unit, such as 2d or 12h", t => t > TimeSpan.Zero);

    private static readonly Key<IReadOnlyList<AlertCondition>> When = new(
        "when", new ListShape<AlertCondition>(new ConditionShape(), oneWillDo: true), "What must hold, such as cpl > 50, lead_to_mql < 15% or new_leads < 70% of previous; of a list, all of it.") { Required = true };

    private static readonly Key<LocalText> Title = new("title", FrontMatterReader.Texts, "What readers call it: a text, or one in each language: { en: …, zh: … }. Its name unless given.");
    private static readonly Key<IReadOnlyList<string>> By = new("by", new ListShape<string>(Values.Text, oneWillDo: true), "Dimensions, such as channel or campaign_name: each group is looked at by itself.");
    private static readonly Key<string> Period = new("period", new CheckedText(text => PeriodParser.Parse(text, SomeDay, DayOfWeek.Monday)), "The days looked at, such as last-30d or this-month; all unless given.");
    private static readonly Key<IReadOnlyList<string>> Where = new("where", new ListShape<string>(new CheckedText(text => FilterParser.Parse(text)), oneWillDo: true), "Filters such as channel = email; all must hold.");
    private static readonly Key<TimeSpan> For = new("for", Length, "For how long it must hold, at every look, before it is told, such as 2d; it is told at once unless given.");
    private static readonly Key<TimeSpan> Renotify = new("renotify", Length, "After how long it is told again while it goes on, such as 1w; once only unless given.");
    private static readonly Key<bool> Recovery = new("recovery", Values.Flag, "Whether its end is told; true unless given.");
    private static readonly Key<DateOnly> SnoozeUntil = new("snooze_until", Values.Date, "The day before which nobody is told, such as 2025-12-01.");
    private static readonly Key<string> Cron = new("cron", TimingKeys.Times, "When it is looked at besides after every load, in five fields as cron reads them.");
    private static readonly Key<TimeZoneInfo> Zone = new("timezone", Values.Zone, "The zone of these times and days; the workspace's unless given.");
    private static readonly Key<TimeSpan> MaxAge = new("max_age", Length, "How old the data may be, such as 2d: of older ones nothing is said but that they are missing.");

    /// <summary>An entry. Its zone is that of the workspace where it names none.</summary>
    public static Shape<Alert> Shape { get; } = new ObjectShape<Alert>(new KeySet([When, Title, By, Period, Where, For, Renotify, Recovery, SnoozeUntil, Cron, Zone, MaxAge, ScheduleKeys.Recipients]), Make);

    private static Alert Make(KeyValues values, Findings findings)
    {
        var alert = new Alert
        {
            Name = values.Mapping.Path[(values.Mapping.Path.LastIndexOf('.') + 1)..],
            Title = values.Find(Title),
            When = values.Get(When, []),
            By = values.Get(By, []),
            Period = values.Get(Period, Metrics.Requests.Period.All.Name),
            Where = values.Get(Where, []),
            For = values.Get(For, TimeSpan.Zero),
            Renotify = values.FindObject(Renotify) as TimeSpan?,
            EndsQuietly = !values.Get(Recovery, true),
            SnoozedUntil = values.FindObject(SnoozeUntil) as DateOnly?,
            Cron = values.Find(Cron),
            Zone = values.Find(Zone)?.Id ?? "",
            MaxAge = values.FindObject(MaxAge) as TimeSpan?,
            Recipients = values.Get(ScheduleKeys.Recipients, []),
            At = values.Mapping.At,
        };
        string[] against = [.. alert.When.Where(c => c.Of is not Comparison.None).Select(c => Named(c.Of)).Distinct(StringComparer.Ordinal)];
        if (against.Length > 1)
        {
            findings.Add(AlertRules.ComparesTwice, values.At(When), alert.Name, string.Join(" and ", against));
        }

        return alert;
    }

    private static string Named(Comparison of) => Reports.Comparisons.ByName.First(c => c.Value == of).Key;

    /// <summary>A condition.</summary>
    private sealed class ConditionShape : Shape<AlertCondition>
    {
        public override string Expected => "a condition";

        public override bool TryRead(Node node, Findings findings, [MaybeNullWhen(false)] out AlertCondition value)
        {
            value = null;
            if (!Values.Text.TryRead(node, findings, out var text))
            {
                return false;
            }

            try
            {
                value = AlertCondition.Parse(text);
                return true;
            }
            catch (MeritException wrong)
            {
                // A message that repeats the text must not repeat what a variable held.
                findings.AddRange(node is ScalarNode { Written: var written } && text != written
                    ? [WorkspaceRules.BadValue.At(node.At, node.Path, written, "a condition", "a condition such as cpl > 50.")]
                    : wrong.Diagnostics.Select(d => d with { At = node.At }));
                return false;
            }
        }

        public override JsonObject Schema() => Values.Text.Schema();
    }
}
