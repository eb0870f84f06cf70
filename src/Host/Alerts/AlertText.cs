using System.Globalization;
using Merit.Host.Reports.Wording;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;
using Merit.Metrics.Schema;

namespace Merit.Host.Alerts;

/// <summary>What readers read of alerts, in mails and on pages alike.</summary>
internal sealed class AlertText(Voice voice, IReadOnlyList<MetricColumn> metrics)
{
    // A message names the first; the page has them all.
    private const int MostGroups = 12;

    private readonly Words _words = voice.Words;

    /// <summary>The words it speaks in.</summary>
    public Words Words => _words;

    /// <summary>What an alert is called.</summary>
    public static string Title(Alert alert, Words words) => alert.Title is { } title ? words.Choose(title.English, title.Chinese) : alert.Name;

    /// <summary>What must hold: "CPL above ¥50".</summary>
    public string Condition(Alert alert) => string.Join(_words["alert.and"], alert.When.Select((c, i) => $"{Label(c, i)} {_words.Say($"alert.sign.{c.Sign}", Limit(c, null))}"));

    /// <summary>A group as readers call it; empty for an alert without groups.</summary>
    public string Group(Alert alert, IReadOnlyList<string?> group) =>
        string.Join(" · ", group.Select((value, i) => voice.Group(value, new DimensionColumn(i < alert.By.Count ? alert.By[i] : "", "", "", ColumnType.Text))));

    /// <summary>The figures of its conditions: "CPL ¥533, above ¥50".</summary>
    public string Figures(Alert alert, IReadOnlyList<SeenFigure> figures) => figures.Count != alert.When.Count
        ? _words["alert.gone"]
        : string.Join(_words["alert.and"], alert.When.Zip(figures).Select((pair, i) => Figure(pair.First, pair.Second, i)));

    private string Figure(AlertCondition condition, SeenFigure figure, int place)
    {
        var shown = $"{Label(condition, place)} {voice.Format.Text(figure.Value, Metric(condition))}";
        return condition.Holds(figure.Value, figure.Limit) is { } holds
            ? $"{shown}{_words["alert.comma"]}{_words.Say($"alert.{(holds ? "sign" : "not")}.{condition.Sign}", Limit(condition, figure.Limit))}"
            : $"{shown}{_words.Say("alert.why", voice.Reason(figure.Reason))}";
    }

    /// <summary>What recipients are told.</summary>
    public AlertNotice Notice(Alert alert, IReadOnlyList<AlertEvent> tell, Period period, string workspace, DateTimeOffset now)
    {
        var worst = tell.Select(e => e.What).OrderBy(Urgency).First();
        var several = tell.Count > MostGroups ? [_words.Say("alert.more", tell.Count - MostGroups)] : Array.Empty<string>();
        return new AlertNotice(
            $"alert/{alert.Name}@{now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)}",
            _words.Say($"alert.subject.{worst}", Title(alert, _words), workspace),
            [_words.Say("alert.about", Condition(alert), voice.Dates.Period(period)), .. tell.OrderBy(e => Urgency(e.What)).Take(MostGroups).Select(e => Line(alert, e)), .. several],
            tell);
    }

    private string Line(Alert alert, AlertEvent happened)
    {
        var what = happened.What switch
        {
            AlertNews.Unknown => AlertReason.Joined(happened.Why, _words),
            AlertNews.Back => "",
            _ => Figures(alert, happened.Figures),
        };
        var line = _words.Say($"alert.line.{happened.What}", what, happened.Since is { } since ? Moment(since, alert) : "");
        return happened.Group.Count == 0 ? line : $"{Group(alert, happened.Group)}{_words["alert.colon"]}{line}";
    }

    private string Moment(DateTimeOffset at, Alert alert)
    {
        var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(alert.Zone));
        return $"{voice.Dates.Day(DateOnly.FromDateTime(local.DateTime))} {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    private string Limit(AlertCondition condition, double? limit)
    {
        if (condition.Of is Comparison.None)
        {
            return voice.Format.Text(condition.Number, Metric(condition));
        }

        var of = _words[$"site.compare.{condition.Of switch { Comparison.Previous => "previous", Comparison.YearAgo => "year-ago", _ => "target" }}"];
        var share = Math.Abs(condition.Number - 1) < 1e-9 ? of : _words.Say("alert.share", string.Create(CultureInfo.InvariantCulture, $"{100 * condition.Number:0.##}%"), of);
        return limit is null ? share : _words.Say("alert.limit", voice.Format.Text(limit, Metric(condition)), share);
    }

    // Within a sentence a label begins small.
    private string Label(AlertCondition condition, int place) => place == 0 ? voice.Label(Metric(condition)) : voice.Inside(voice.Label(Metric(condition)));

    private MetricColumn Metric(AlertCondition condition) =>
        metrics.FirstOrDefault(m => m.Id == condition.Metric) ?? new MetricColumn(condition.Metric, condition.Metric, "", Unit.Number, LowerIsBetter: false);

    private static int Urgency(AlertNews news) => news switch { AlertNews.Fires => 0, AlertNews.Again => 1, AlertNews.Unknown => 2, AlertNews.Over => 3, _ => 4 };
}
