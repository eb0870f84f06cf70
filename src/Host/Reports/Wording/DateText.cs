using System.Globalization;
using Merit.Metrics.Requests;

namespace Merit.Host.Reports.Wording;

/// <summary>How days and periods read in a language.</summary>
internal sealed class DateText(Words words)
{
    public string Day(DateOnly day) => Write(day, words["date.day"]);

    /// <summary>A period's days, both ends included.</summary>
    public string Period(Period period) => (period.From, period.To) switch
    {
        (null, null) => words["period.all"],
        ({ } from, null) => words.Say("period.from", Day(from)),
        (null, { } to) => words.Say("period.until", Day(to.AddDays(-1))),
        ({ } from, { } to) => Run(period.Kind, from, to),
    };

    /// <summary>The start of a day, week, month, quarter or year, as a chart or table names it.</summary>
    public string Bucket(DateOnly start, string dimension) => dimension switch
    {
        "year" => Write(start, words["date.year"]),
        "quarter" => words.Say("date.quarter", start.Year, ((start.Month - 1) / 3) + 1),
        "month" => Write(start, words["date.month"]),
        "week" => words.Say("date.week", Day(start)),
        _ => Day(start),
    };

    private string Run(PeriodKind kind, DateOnly from, DateOnly to) => kind switch
    {
        PeriodKind.Year when to == from.AddYears(1) => Bucket(from, "year"),
        PeriodKind.Quarter when to == from.AddMonths(3) => Bucket(from, "quarter"),
        PeriodKind.Month when to == from.AddMonths(1) => Bucket(from, "month"),
        _ when to == from.AddDays(1) => Day(from),
        _ => words.Say("period.run", Day(from), Day(to.AddDays(-1))),
    };

    private static string Write(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
