using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Pipeline;
using Merit.Host.Reports;
using Merit.Host.Reports.Wording;
using Merit.Host.Schedules;
using Merit.Host.Workspaces;

namespace Merit.Host.Delivery;

/// <summary>Renders reports over the published version and sends them, or a word on why they are held back.</summary>
internal sealed class Consignment(Workspace workspace, IStages stages, string baseDirectory, TimeProvider clock)
{
    /// <summary>How long to wait between attempts, where it is not as usual.</summary>
    public IReadOnlyList<TimeSpan>? Waits { get; init; }

    /// <summary>Of a series, the only member whose report is sent; all where null.</summary>
    public string? Item { get; init; }

    /// <summary>Sends reports to recipients, each at most once for a key.</summary>
    /// <param name="schedule">What is sent to whom.</param>
    /// <param name="key">What tells this occasion from all others.</param>
    /// <param name="occasion">The time it is for.</param>
    /// <param name="stop">Asks to stop.</param>
    public async Task<Outcome> SendAsync(Schedule schedule, string key, DateTimeOffset occasion, CancellationToken stop)
    {
        var findings = new Findings();
        var words = Words.For(workspace.Locale);
        using var open = stages.Open(workspace, stop);
        var inputs = open.Basis();
        var reasons = HoldBack.Reasons(inputs, schedule.Timing.MaxAge, clock.GetUtcNow(), workspace.Zone, words);
        var rows = inputs.Loads.Sum(l => l.Loaded);
        if (schedule.Recipients.Count == 0 || schedule.Reports.Count == 0)
        {
            return new Outcome(rows, 0, reasons.Count > 0, findings.All);
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), workspace.Zone).DateTime);
        var (sent, dates) = (new SentReports(workspace.StateDirectory), new DateText(words));
        var parcel = new Parcel { Key = key, Schedule = schedule.Name, Occasion = occasion, Workspace = workspace.Name, Subject = "" };
        if (reasons.Count > 0)
        {
            var titles = string.Join(", ", schedule.Reports);
            findings.Add(DeliveryRules.HeldBack, schedule.At, titles, string.Join(' ', reasons).TrimEnd('.', '。'));
            parcel = parcel with { Key = $"{key}/held-back", Subject = words.Say("delivery.held-back", titles, workspace.Name), Words = [words["delivery.held-back-why"], .. reasons] };
        }
        else
        {
            var rendering = new ReportRun(workspace, open.Measures, inputs, today) { BuiltIn = Path.Combine(baseDirectory, "reports"), Item = Item };
            var made = rendering.Make([.. schedule.Reports.Select(r => ScheduleBook.Settings(workspace, r, schedule.At))]);
            findings.AddRange(rendering.Warnings);
            parcel = parcel with
            {
                Reports = made,
                Words = sent.Since(made, key, words, at => Moment(at, dates)),
                Subject = Sending.Subject(made, workspace.Name, dates.Day(today)),
                Today = dates.Day(today),
            };
        }

        var sending = new Sending(open.Measures, parcel, made => sent.Since(made, key, words, at => Moment(at, dates)));
        var keep = new HashSet<MadeReport>(ReferenceEqualityComparer.Instance);
        using var post = new Post(workspace, clock, Waits);
        var (delivered, addressed) = (0, 0);
        foreach (var recipient in schedule.Recipients.Select(post.To))
        {
            foreach (var (to, own, part) in sending.Parcels(recipient, findings))
            {
                var became = await post.SendAsync(own, to, part, findings, stop);
                addressed++;
                delivered += became is DeliveryState.Delivered ? 1 : 0;
                keep.UnionWith(became is DeliveryState.Delivered or DeliveryState.Unknown ? own.Reports : []);
            }
        }

        foreach (var report in parcel.Reports.Where(keep.Contains))
        {
            sent.Keep(report, key, clock.GetUtcNow());
        }

        return new Outcome(rows, delivered, reasons.Count > 0, findings.All) { Addressed = addressed };
    }

    private string Moment(DateTimeOffset at, DateText dates)
    {
        var local = TimeZoneInfo.ConvertTime(at, workspace.Zone);
        return $"{dates.Day(DateOnly.FromDateTime(local.DateTime))} {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>What came of it.</summary>
    /// <param name="Rows">Rows in the tables that sources fill.</param>
    /// <param name="Delivered">How many recipients were reached.</param>
    /// <param name="HeldBack">Whether the data were not fit.</param>
    /// <param name="Findings">What is worth saying.</param>
    internal sealed record Outcome(long Rows, int Delivered, bool HeldBack, IReadOnlyList<Diagnostic> Findings)
    {
        /// <summary>How many there were to reach: recipients, and members of those that are one for each.</summary>
        public int Addressed { get; init; }
    }
}
