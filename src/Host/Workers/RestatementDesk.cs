using Merit.Diagnostics;
using Merit.Host.Pipeline;
using Merit.Host.Workers.Protocol;
using Merit.Host.Workspaces;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Workers;

/// <summary>Holds the figures of months that were over in the version before against those of now: what the last load has restated.</summary>
internal sealed class RestatementDesk(Workspace workspace, IStages stages)
{
    // Sums of doubles differ in the last bits.
    private const double Crumb = 1e-9;

    private static readonly string[] Metrics = ["cost", "new_leads", "customers", "revenue"];

    public Restatements Of(OpenMeasures now)
    {
        try
        {
            using var before = stages.OpenBefore(workspace, CancellationToken.None);
            return before is null ? new Restatements([], [], Compared: false) : Compare(before, now);
        }
        catch (MeritException)
        {
            // The scripts of now cannot be asked over the tables of then.
            return new Restatements([], [], Compared: false);
        }
    }

    private static Restatements Compare(OpenMeasures before, OpenMeasures now)
    {
        var end = before.Basis().AsOf.AddDays(1);
        var request = new Request { Metrics = Metrics, By = ["month"], Period = new Period(null, new DateOnly(end.Year, end.Month, 1), "", PeriodKind.Days) };
        var (then, today) = (before.Measures.Ask(request), now.Measures.Ask(request));
        var (old, current) = (Months(then), Months(today));
        return new Restatements(
            today.Metrics,
            [
                .. old.Keys.Union(current.Keys).OrderDescending().SelectMany(month => Metrics.Select((id, m) => new Restated(id, month, Value(old, month, m), Value(current, month, m))))
                    .Where(r => Differ(r.Before, r.Now)),
            ],
            Compared: true);
    }

    private static Dictionary<DateOnly, IReadOnlyList<Figure>> Months(Answer answer) =>
        answer.Rows.Where(r => r.Dimensions[0] is DateOnly).ToDictionary(r => r.Dimensions[0] is DateOnly month ? month : default, r => r.Figures);

    private static double? Value(Dictionary<DateOnly, IReadOnlyList<Figure>> months, DateOnly month, int metric) => months.GetValueOrDefault(month)?[metric].Value;

    private static bool Differ(double? before, double? now) => Math.Abs((before ?? 0) - (now ?? 0)) > Crumb * Math.Max(1, Math.Abs(now ?? 0));
}
