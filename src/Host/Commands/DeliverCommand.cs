using System.CommandLine;
using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Delivery;
using Merit.Host.Schedules;

namespace Merit.Host.Commands;

/// <summary><c>merit deliver</c></summary>
internal sealed class DeliverCommand : Verb
{
    private readonly Argument<string> _report = new("REPORT") { Description = "The report: a name under 'reports', or a template." };

    private readonly Option<string[]> _to = Names("--to", "Who gets it, by the names under 'recipients'; those the report names unless given.");

    private readonly Option<string> _key = new("--key") { Description = "What tells this delivery from others: one that was made under the same key is not made again.", HelpName = "TEXT" };

    private readonly Option<string> _item = new("--item") { Description = "Of a report made for each member, the member whose report it is; all unless given.", HelpName = "VALUE" };

    public DeliverCommand(Surroundings around)
        : base("deliver", "Sends a report over the published version, now.", around)
    {
        Arguments.Add(_report);
        Options.Add(_to);
        Options.Add(_key);
        Options.Add(_item);
    }

    protected override async Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var (workspace, _) = Around.Open(Project(parsed));
        _ = Books.Open(workspace, Around);
        var report = parsed.GetRequiredValue(_report);
        var own = ScheduleBook.RecipientsOf(workspace, Path.Combine(Around.BaseDirectory, "reports"), report);
        IReadOnlyList<string> to = parsed.GetValue(_to) is { Length: > 0 } named ? named : own.Count > 0 ? own : throw new MeritException(DeliveryRules.NobodyToSendTo.Here(report));
        var now = Around.Clock.GetUtcNow();
        var key = parsed.GetValue(_key) ?? now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);
        var schedule = new Schedule { Name = "", Timing = new Timing("", null, Loads: false, MaxAge: null), Reports = [report], Recipients = to, At = new Place(Workspaces.WorkspaceLoader.FileName) };
        var outcome = await new Consignment(workspace, Around.Stages, Around.BaseDirectory, Around.Clock) { Item = parsed.GetValue(_item) }.SendAsync(schedule, $"by hand/{report}@{key}", now, stop);
        foreach (var finding in outcome.Findings)
        {
            Output.Finding(finding);
        }

        Output.Note($"Delivered to {outcome.Delivered} of {Counted.Of(outcome.Addressed, "recipient")}.");
        return Done();
    }
}
