using System.Text.Json.Nodes;
using Merit.Diagnostics.Rules;
using Merit.Host.Access;
using Merit.Host.Alerts;
using Merit.Host.Delivery;
using Merit.Host.Inbound;
using Merit.Host.Plugins;
using Merit.Host.Reports.Archive;
using Merit.Host.Schedules;
using Merit.Host.Workspaces.Keys;
using Merit.Host.Workspaces.Yaml;

namespace Merit.Host.Workspaces;

/// <summary>The keys of merit.yaml.</summary>
internal sealed class WorkspaceKeys
{
    private static readonly Key<string> Name = new("name", Values.Text, "The workspace's name, which reports show.") { Required = true };

    private static readonly Key<string> Currency = new("currency", Values.Currency, "The currency every amount is kept in, such as CNY.") { Required = true };

    private static readonly Key<TimeZoneInfo> Zone = new("timezone", Values.Zone, "The zone whose days, weeks and months count, such as Asia/Shanghai.") { Required = true };

    private static readonly Key<DayOfWeek> WeekStart = new(
        "week_start", Values.OneOf(Enum.GetValues<DayOfWeek>().ToDictionary(d => $"{d}".ToLowerInvariant(), d => d, StringComparer.Ordinal)), "The day weeks start on; monday unless given.");

    private static readonly Key<string> Locale = new("locale", Values.OneOf("en", "zh-CN"), "The language of labels and numbers: en (unless given) or zh-CN.");

    private static readonly Key<ChannelSettings> Channels = new("channels", ChannelKeys.Shape, "Which channel a touchpoint belongs to when no campaign or source says so.");

    private static readonly Key<IdentitySettings> Identity = new("identity", IdentityKeys.Shape, "Which records are one person; each contact_id is one unless given.");

    private static readonly Key<IReadOnlyList<ReportSettings>> Reports = new("reports", new ListShape<ReportSettings>(ReportKeys.Shape), "What 'merit run' renders.");

    private static readonly Key<ArchiveSettings> Archive = new("archive", ArchiveKeys.Shape, "Which past renderings of reports are kept, in .merit/archive.");

    private static readonly Key<MailServer> Mail = new("mail", MailKeys.Shape, "The server that mail is handed to.");

    private static readonly Key<IReadOnlyList<Named<Schedule>>> Schedules = new("schedules", new MapShape<Schedule>(new ScheduleKeys(), SourceKeys.Name), "What is loaded, rendered and sent again and again, by names of your own.");

    private static readonly Key<IReadOnlyList<Named<Alert>>> Alerts = new("alerts", new MapShape<Alert>(AlertKeys.Shape, SourceKeys.Name), "What is told as soon as figures are so, by names of your own.");

    private static readonly Key<InboundSettings> Inbound = new("inbound", InboundKeys.Shape, "What 'merit serve' takes in: events of forms and other programs, visits by short addresses. Nothing unless given.");

    private static readonly Key<AccessSettings> Access = new("access", AccessKeys.Shape, "How others reach 'merit serve', and which rows they may see; it serves this machine alone unless there are users.");

    private readonly Key<IReadOnlyList<Named<SourceDraft>>> _sources;
    private readonly Key<AttributionSettings> _attribution;
    private readonly Key<ScoringSettings> _scoring;
    private readonly AttributionKeys _attributionKeys;
    private readonly KeySet _all;

    public WorkspaceKeys(PluginCatalog catalog, string directory = "")
    {
        _attributionKeys = new AttributionKeys(catalog);
        _sources = new("sources", new MapShape<SourceDraft>(new SourceKeys(catalog, directory), SourceKeys.Name), "Where data comes from, by names of your own.");
        _attribution = new("attribution", _attributionKeys.Shape, "How conversions are shared out among touchpoints.");
        _scoring = new("scoring", new ScoringKeys(catalog).Shape, "How campaigns are scored.");
        _all = new KeySet([Name, Currency, Zone, WeekStart, Locale, _sources, Channels, Identity, _attribution, _scoring, ParameterKeys.Key, Reports, Archive, Recipients("."), Mail, Schedules, Alerts, Inbound, Access]);
    }

    /// <summary>The workspace; where something is wrong, it is among the findings and the workspace holds what could be read.</summary>
    public Workspace Read(string directory, MappingNode root, Findings findings)
    {
        var recipients = Recipients(directory);
        var values = new KeySet([.. _all.Keys.Where(k => k.Name != recipients.Name), recipients]).Read(root, findings);
        var zone = values.Get(Zone, TimeZoneInfo.Utc);
        var reports = values.Get(Reports, []);
        foreach (var twin in reports.GroupBy(r => r.Name ?? r.Template, StringComparer.OrdinalIgnoreCase).SelectMany(g => g.Skip(1)))
        {
            findings.Add(WorkspaceRules.SameReportTwice, twin.At, twin.Name ?? twin.Template);
        }

        var workspace = new Workspace
        {
            Directory = directory,
            Name = values.Get(Name, ""),
            Currency = values.Get(Currency, ""),
            Zone = zone,
            WeekStart = values.Get(WeekStart, DayOfWeek.Monday),
            Locale = values.Get(Locale, "en"),
            Sources = [.. values.Get(_sources, []).Select(s => s.Value.HasZone ? s.Value.Source : s.Value.Source with { Zone = zone })],
            Channels = values.Find(Channels) ?? new ChannelSettings(),
            Identity = values.Find(Identity),
            Attribution = (values.Find(_attribution) ?? _attributionKeys.Usual()) with { Zone = zone },
            Scoring = values.Find(_scoring) ?? new ScoringSettings(),
            Parameters = values.Get(ParameterKeys.Key, []),
            Reports = reports,
            Archive = values.Find(Archive) ?? ArchiveSettings.Usual,
            Recipients = [.. values.Get(recipients, []).Select(r => r.Value)],
            Inbound = values.Find(Inbound) ?? new InboundSettings(),
            Access = values.Find(Access) ?? new AccessSettings(),
            Mail = values.Find(Mail),
            Schedules = [.. values.Get(Schedules, []).Select(s => s.Value)],
            Alerts = [.. values.Get(Alerts, []).Select(a => a.Value.Zone.Length > 0 ? a.Value : a.Value with { Zone = zone.Id })],
        };
        IdentityKeys.Check(workspace, findings);
        return workspace;
    }

    // Paths of folders are of the workspace.
    private static Key<IReadOnlyList<Named<Recipient>>> Recipients(string directory) =>
        new("recipients", new MapShape<Recipient>(new RecipientKeys(directory), SourceKeys.Name), "Who gets reports, by names of your own: people, folders, webhooks.");

    /// <summary>What editors check and complete merit.yaml by.</summary>
    public JsonObject Schema()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Merit workspace",
            ["description"] = "The file merit.yaml of a Merit workspace.",
        };
        foreach (var (key, value) in _all.Schema())
        {
            schema[key] = value?.DeepClone();
        }

        return schema;
    }
}
