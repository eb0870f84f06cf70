using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Reports.Templates;
using Merit.Host.Workspaces;

namespace Merit.Host.Schedules;

/// <summary>All schedules of a workspace: those of merit.yaml, and those that reports name themselves.</summary>
internal sealed class ScheduleBook
{
    private ScheduleBook(Workspace workspace, IReadOnlyList<Schedule> all) => (Workspace, All) = (workspace, all);

    public Workspace Workspace { get; }

    public IReadOnlyList<Schedule> All { get; }

    /// <summary>The schedules; what is wrong with them is among the findings.</summary>
    public static ScheduleBook Of(Workspace workspace, string builtIn, Findings findings)
    {
        var store = new TemplateStore(workspace, builtIn, TemplateEngines.BuiltIn);
        List<Schedule> all = [.. workspace.Schedules, .. OfReports(workspace, store)];
        foreach (var twin in all.GroupBy(s => s.Name, StringComparer.OrdinalIgnoreCase).SelectMany(g => g.Skip(1)))
        {
            findings.Add(DeliveryRules.SameSchedule, twin.At, twin.Name);
        }

        var names = workspace.Recipients.Select(r => r.Name).ToList();
        var reports = workspace.Reports.Select(r => r.Name ?? r.Template).Concat(store.Names).ToList();
        foreach (var schedule in all)
        {
            foreach (var name in schedule.Recipients.Except(names, StringComparer.Ordinal))
            {
                findings.Add(DeliveryRules.NoRecipient, schedule.At, name, Suggestion.For(name, names));
            }

            foreach (var name in schedule.Reports.Except(reports, StringComparer.Ordinal))
            {
                findings.Add(ReportRules.NoTemplate, schedule.At, name, Suggestion.For(name, reports));
            }

            CheckEach(workspace, schedule, store, findings);
        }

        foreach (var alert in workspace.Alerts)
        {
            foreach (var name in alert.Recipients.Except(names, StringComparer.Ordinal))
            {
                findings.Add(DeliveryRules.NoRecipient, alert.At, name, Suggestion.For(name, names));
            }

            foreach (var each in Each(workspace, alert.Recipients))
            {
                findings.Add(DeliveryRules.NotForEach, alert.At, each.Name);
            }
        }

        foreach (var recipient in workspace.Recipients.Where(r => r is Delivery.MailRecipient or Delivery.EachRecipient && workspace.Mail is null))
        {
            findings.Add(DeliveryRules.NoMailServer, recipient.At, recipient.Name);
        }

        return new ScheduleBook(workspace, all);
    }

    // A recipient that stands for members gets reports of members.
    private static void CheckEach(Workspace workspace, Schedule schedule, TemplateStore store, Findings findings)
    {
        foreach (var each in Each(workspace, schedule.Recipients))
        {
            foreach (var report in schedule.Reports.Where(r => store.Find(Settings(workspace, r, schedule.At).Template, null, new Findings()) is { Front.ForEach: null }))
            {
                findings.Add(DeliveryRules.NotASeries, schedule.At, each.Name, report);
            }
        }
    }

    private static IEnumerable<Delivery.Recipient> Each(Workspace workspace, IReadOnlyList<string> recipients) => workspace.Recipients.Where(r => r is Delivery.EachRecipient && recipients.Contains(r.Name, StringComparer.Ordinal));

    /// <summary>What is to be rendered for a report's name: the entry of merit.yaml, else the template as it is.</summary>
    public static ReportSettings Settings(Workspace workspace, string report, Place at) =>
        workspace.Reports.FirstOrDefault(r => (r.Name ?? r.Template) == report) ?? new ReportSettings { Template = report, At = at };

    /// <summary>Whom a report names itself, in merit.yaml or in its front matter.</summary>
    public static IReadOnlyList<string> RecipientsOf(Workspace workspace, string builtIn, string report)
    {
        var setting = Settings(workspace, report, new Place(WorkspaceLoader.FileName));
        return setting.Recipients.Count > 0
            ? setting.Recipients
            : new TemplateStore(workspace, builtIn, TemplateEngines.BuiltIn).Find(setting.Template, null, new Findings())?.Front.Recipients ?? [];
    }

    // What is wrong with a template is found where templates are looked at.
    private static IEnumerable<Schedule> OfReports(Workspace workspace, TemplateStore store)
    {
        var named = workspace.Reports.DistinctBy(r => r.Name ?? r.Template, StringComparer.OrdinalIgnoreCase);
        var others = store.Own.DistinctBy(t => t.Name, StringComparer.Ordinal).Where(t => workspace.Reports.All(r => r.Template != t.Name)).Select(t => new ReportSettings { Template = t.Name, At = t.At });
        foreach (var report in named.Concat(others))
        {
            var front = store.Find(report.Template, null, new Findings())?.Front;
            if ((report.Timing ?? front?.Timing) is { } timing)
            {
                var name = report.Name ?? report.Template;
                yield return new Schedule
                {
                    Name = name, Timing = timing, Reports = [name], Recipients = report.Recipients.Count > 0 ? report.Recipients : front?.Recipients ?? [],
                    At = report.Timing is null ? front?.TimingAt ?? report.At : report.At,
                };
            }
        }
    }
}
