using Merit.Diagnostics;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Metrics.Tests.Planning;

/// <summary>Questions in one line, answers as text that reads in an assertion.</summary>
internal static class Ask
{
    public static Request For(
        string metrics, string by = "", string period = "all", string[]? where = null, Comparison compare = Comparison.None, bool total = false,
        string sort = "", int? limit = null, string? model = null, string today = "2026-01-15") => new()
        {
            Metrics = Words(metrics),
            By = Words(by),
            Period = PeriodParser.Parse(period, DateOnly.Parse(today), DayOfWeek.Monday),
            Where = [.. (where ?? []).Select(FilterParser.Parse)],
            Compare = compare,
            Total = total,
            Sort = Words(sort),
            Limit = limit,
            Model = model,
        };

    /// <summary>One line per row: dimension values, a colon, figures; a missing figure is its reason.</summary>
    public static string[] Lines(this TestWarehouse warehouse, Request request) => Lines(warehouse.Ask(StandardMetrics.All, request));

    public static string[] Lines(Answer answer) => [.. answer.Rows.Select(r => Line(r)), .. answer.Total is { } total ? new[] { "total " + Line(total) } : []];

    public static Diagnostic Refused(this TestWarehouse warehouse, string code, Request request)
    {
        var finding = Assert.Single(Assert.Throws<MeritException>(() => warehouse.Plan(StandardMetrics.All, request)).Diagnostics);
        Assert.Equal(code, finding.Code);
        return finding;
    }

    private static string Line(AnswerRow row) => $"{NaiveAnswers.Text(row.Dimensions)}: {string.Join(" ", row.Figures.Select(Text))}";

    private static string Text(Figure figure)
    {
        var compared = figure.Compared is not null || figure.ComparedReason != NoValue.None ? "/" + (figure.Compared?.ToString("0.######") ?? figure.ComparedReason.ToString()) : "";
        return (figure.Value?.ToString("0.######") ?? figure.Reason.ToString()) + compared + (figure.Unfinished ? "*" : "");
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
