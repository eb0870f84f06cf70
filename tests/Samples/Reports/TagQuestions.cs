using System.Globalization;
using Merit.Host.Reports.Wording;
using Merit.Metrics.Requests;

namespace Merit.Samples.Tests.Reports;

/// <summary>The questions that each tag of a report asks, worked out from the template's text and from what docs/reports.md says of the tag.</summary>
/// <param name="report">The report's name.</param>
/// <param name="asOf">The last day of the data.</param>
internal sealed class TagQuestions(string report, DateOnly asOf)
{
    private static readonly string[] Verdict = ["cost", "profit", "customers", "new_leads", "roi", "cac", "cpl", "lead_to_mql"];
    private static readonly string[] Models = ["first", "last", "linear", "u-shaped", "time-decay"];
    private static readonly string[] Credit =
        ["attributed_conversions", "attributed_conversions_rank", "attributed_conversions_change", "attributed_revenue", "attributed_revenue_rank", "attributed_revenue_change", "attributed_roi", "attributed_cpa"];

    private readonly string _period = RenderedLibrary.PeriodOf(report);
    private readonly string? _compare = TemplateTag.Front(report, "compare") is "none" ? null : TemplateTag.Front(report, "compare") ?? "previous";
    private readonly IReadOnlyList<string> _type = TemplateTag.Front(report, "type") is { } type ? [$"type = {type}"] : [];

    public IReadOnlyList<AskedQuestion> All() => [.. TemplateTag.Of(report).SelectMany(Of).DistinctBy(q => (q.Address, q.IsWhole, q.Named))];

    private IEnumerable<AskedQuestion> Of(TemplateTag tag)
    {
        var asked = new AskedQuestion(tag.Ids, tag.By) { Period = tag["period"] ?? _period, Where = [.. _type, .. tag.Where], Sort = tag.List("sort"), Limit = tag["limit"] };
        var whole = asked with { IsWhole = true };
        switch (tag.Name)
        {
            case "table":
                return [whole with { Total = tag["total"] is "true" }];
            case "chart" or "query" or "matrix" or "checks":
                return [whole];
            case "metric":
                return [whole];
            case "metrics":
                return KeyFigures(whole);
            case "funnel":
                return [whole with { Metrics = [.. tag.Ids, .. tag.List("rates").Where(r => r is not "-")] }];
            case "pivot":
                return [whole, asked with { By = [tag.By[0]], Total = true }, asked with { By = [tag.By[1]] }];
            case "cohort":
                return [whole with { Metrics = [tag["per"] is "member" ? tag.Subject + "_per_member" : tag.Subject], By = [tag["by"] ?? "month", $"{tag["by"] ?? "month"}s_since"] }, asked with { Metrics = [tag.Subject + "_size"], By = [tag["by"] ?? "month"] }];
            case "targets":
                return [whole with { Compare = "target", Named = "goals" }];
            case "compare":
                return [asked with { Limit = null }];
            case "insights":
                return Changes(tag, asked);
            case "attribution":
                return [.. Models.Select(m => whole with { Model = m, Total = true, Named = m }), .. tag["sourced"] is { } sourced ? new[] { whole with { Metrics = [sourced], Total = true, Named = "sourced" } } : []];
            case "models":
                var of = asked with { Metrics = Credit, Limit = null, Where = [.. asked.Where, $"model in ({string.Join(", ", Models)})"] };
                return [of with { By = [.. tag.By, "model"] }, of with { By = ["model"] }, asked with { Metrics = ["cost"], Limit = null, Total = true }];
            case "places":
                var places = new AskedQuestion(["placed_conversions"]);
                return [places with { By = ["credit_places.model", "channel", "credit_places.place"] }, places with { By = ["credit_places.model", "channel"] }, places with { By = ["credit_places.model", "credit_places.place"] }, places with { By = ["credit_places.model"] }];
            case "verdict" when tag["by"] is "channel":
                return [new AskedQuestion(Verdict, "channel") { Period = _period, Where = [.. _type, "type != brand"] }];
            case "verdict":
                return [new AskedQuestion([.. Verdict, "score"], "campaign_name") { Where = _type }];
            case "scorecard":
                return [new AskedQuestion(["score"], "campaign_name") { Where = tag["type"] is { } type ? [$"type = {type}"] : _type, IsWhole = true, IsScattered = true }];
            case "budget":
                return [new AskedQuestion(["cost", "budget", "budget_used"], "campaign_name") { Where = _type }];
            case "reconciliation":
                return [new AskedQuestion(["revenue_sourced", "revenue_unattributed", "revenue_other", "revenue"]) { Period = _period, IsWhole = true }];
            case "dataquality":
                return [new AskedQuestion(["leads_without_campaign_share", "campaigns_without_cost", "campaigns_without_cost_share", "leads_won_before_created"]) { IsWhole = true }];
            default:
                return [];
        }
    }

    // Of all days, the last full month tells how figures move.
    private IEnumerable<AskedQuestion> KeyFigures(AskedQuestion whole)
    {
        yield return whole with { Compare = _period is "all" ? null : _compare };
        yield return whole with { Compare = "target", Named = "goals" };
        if (_period is "all" && _compare is not null)
        {
            yield return whole with { Period = LastMonth, Compare = _compare, IsWhole = false };
        }
    }

    private IEnumerable<AskedQuestion> Changes(TemplateTag tag, AskedQuestion asked)
    {
        var now = Read(_period is "all" ? LastMonth : _period);
        var before = PeriodMath.Previous(now, asOf) ?? throw new InvalidOperationException(report);
        var parts = (tag["parts"] ?? "").Split(['=', '/', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var dates = new DateText(Words.For("en"));
        foreach (var days in new[] { now, before })
        {
            foreach (var by in tag.By.Select(b => new[] { b }).Append([]))
            {
                yield return asked with { Metrics = [.. tag.Ids.Concat(parts).Distinct(StringComparer.Ordinal)], By = by, Limit = null, Period = Text(days), Named = dates.Period(days) };
            }
        }
    }

    private string LastMonth => new DateOnly(asOf.AddDays(1).Year, asOf.AddDays(1).Month, 1).AddMonths(-1).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private Period Read(string text) => PeriodParser.Parse(text, asOf, DayOfWeek.Monday);

    private static string Text(Period days) => string.Create(CultureInfo.InvariantCulture, $"{days.From:yyyy-MM-dd}..{days.To:yyyy-MM-dd}");
}
