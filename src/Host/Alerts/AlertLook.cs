using System.Globalization;
using Merit.Diagnostics;
using Merit.Host.Delivery;
using Merit.Host.Measures;
using Merit.Host.Measures.Formatting;
using Merit.Host.Reports;
using Merit.Host.Reports.Wording;
using Merit.Host.Workspaces;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Alerts;

/// <summary>Looks at an alert's figures, as any page would ask for them.</summary>
internal sealed class AlertLook(Workspace workspace, IMeasures measures, ReportInputs inputs, TimeProvider clock)
{
    // A day on which nothing happened is not yet a day that is missing.
    private static readonly TimeSpan UsualSlack = TimeSpan.FromDays(1);

    /// <summary>The question of an alert.</summary>
    public static Request Question(Alert alert, Workspace workspace, DateOnly today) => new()
    {
        Metrics = [.. alert.When.Select(c => c.Metric).Distinct(StringComparer.Ordinal)],
        By = alert.By,
        Period = PeriodParser.Parse(alert.Period, today, workspace.WeekStart),
        Where = [.. alert.Where.Select(FilterParser.Parse)],
        Compare = alert.Compare,
    };

    /// <summary>What is to be seen, and the answer it is seen in; no answer where it cannot be asked.</summary>
    public (AlertSight Sight, Answer? Answer) At(Alert alert)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, workspace.Zone).DateTime);
        try
        {
            var answer = measures.Ask(Question(alert, workspace, today));
            IReadOnlyList<string> Reasons(string language) => HoldBack.Reasons(inputs, alert.MaxAge, now, workspace.Zone, Words.For(language));
            var reasons = Reasons("en").Zip(Reasons("zh-CN"), (en, zh) => new AlertReason(en, zh)).ToList();
            IReadOnlyList<AlertReason> old = [.. reasons, .. reasons.Count == 0 ? Short(alert, answer.Request.Period, today) : []];
            return (old.Count > 0 ? new AlertSight(old, []) : Sight(alert, answer), answer);
        }
        catch (MeritException wrong)
        {
            return (new AlertSight([.. wrong.Diagnostics.Select(d => new AlertReason(d.Message, ""))], []), null);
        }
    }

    // What the days looked at still lack would read as nothing having happened.
    private IEnumerable<AlertReason> Short(Alert alert, Period period, DateOnly today)
    {
        if (period.To is { } to && inputs.AsOf.AddDays((int)(alert.MaxAge ?? UsualSlack).TotalDays) < Earlier(to, today).AddDays(-1))
        {
            yield return AlertReason.Of("delivery.old-data", $"{inputs.AsOf:yyyy-MM-dd}");
        }
    }

    private static AlertSight Sight(Alert alert, Answer answer)
    {
        var groups = answer.Rows.Select(row => Group(alert, answer, row)).ToList();
        var (none, unknown) = (groups.Count == 0, groups.Where(g => g.Holds is null).ToList());

        // Without groups, or where nothing can be said of any, it is the alert that cannot be judged; a group among others keeps what was known of it.
        if (alert.By.Count > 0 ? none || unknown.Count < groups.Count : !none && unknown.Count == 0)
        {
            return new AlertSight([], groups);
        }

        var reasons = unknown.SelectMany(g => g.Figures).Select(f => f.Reason).Where(r => r is not NoValue.None).Distinct().Order().Select(r => new AlertReason(Reasons.Of(r, chinese: false), Reasons.Of(r, chinese: true))).ToList();
        return new AlertSight(reasons.Count > 0 ? reasons : [AlertReason.Of("alert.no-rows")], groups);
    }

    private static SeenGroup Group(Alert alert, Answer answer, AnswerRow row)
    {
        var figures = alert.When.Select(condition =>
        {
            var figure = row.Figures[answer.Metrics.ToList().FindIndex(m => m.Id == condition.Metric)];

            // A goal of some campaigns only is held against their figure, not against that of all.
            var value = condition.Of is Comparison.Target && figure.Compared is not null ? figure.Targeted ?? figure.Value : figure.Value;
            var limit = condition.Limit(figure.Compared);
            return new SeenFigure(value, limit, value is null ? figure.Reason : limit is null ? figure.ComparedReason : NoValue.None);
        }).ToList();
        var holds = alert.When.Zip(figures, (c, f) => c.Holds(f.Value, f.Limit)).ToList();
        return new SeenGroup([.. row.Dimensions.Select(Text)], holds.Contains(false) ? false : holds.Contains(null) ? null : true, figures);
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
