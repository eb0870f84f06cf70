using Merit.Metrics.Requests;

namespace Merit.Metrics.Tests.Planning;

/// <summary>Answers the same questions row by row, in plain C#: slow, obvious, and knowing nothing of the planner.</summary>
internal sealed class NaiveAnswers(RandomCompany company, Request request, TimeZoneInfo zone, DayOfWeek weekStart)
{
    public Dictionary<string, double?[]> Groups()
    {
        var keys = Facts().SelectMany(f => f.Rows(this)).Where(Counts).Select(Key).Distinct(StringComparer.Ordinal);
        return request.By.Count == 0
            ? new(StringComparer.Ordinal) { [""] = Figures(_ => true) }
            : keys.ToDictionary(key => key, key => Figures(row => string.Equals(Key(row), key, StringComparison.Ordinal)), StringComparer.Ordinal);
    }

    public double?[] Total() => Figures(_ => true);

    /// <summary>The text of a group's values, the same for the planner's answer.</summary>
    public static string Text(IEnumerable<object?> values) => string.Join("|", values.Select(v => v is DateOnly day ? day.ToString("yyyy-MM-dd") : v?.ToString() ?? "(none)"));

    private double?[] Figures(Func<Row, bool> inGroup) => [.. request.Metrics.Select(id => Metric(id, inGroup))];

    private double? Metric(string id, Func<Row, bool> inGroup)
    {
        List<T> Of<T>(IEnumerable<(Row Row, T Source)> rows) => [.. rows.Where(r => Counts(r.Row) && inGroup(r.Row)).Select(r => r.Source)];
        var spend = Of(SpendRows());
        var leads = Of(LeadRows());
        var fresh = leads.Where(l => l.DuplicateOf is null).ToList();
        var sales = Of(SaleRows());
        double? Divided(double? by, double? value) => by is null or 0 ? null : value / by;
        return id switch
        {
            "cost" => (double)spend.Sum(s => s.Amount ?? 0),
            "media_cost" => (double)spend.Where(s => s.Category == "media").Sum(s => s.Amount ?? 0),
            "new_leads" => fresh.Count,
            "mqls" => fresh.Count(l => l.MqlAt is not null || l.WonAt is not null),
            "good_leads" => leads.Count(l => l is { Score: >= 80, Source: "webinar" or "expo" }),
            "lead_score" => leads.Average(l => l.Score),
            "lead_score_sum" => leads.Sum(l => l.Score ?? 0),
            "lead_score_median" => Median([.. leads.Select(l => l.Score).OfType<double>().Order()]),
            "mqls_by_date" => Of(MqlRows()).Count,
            "customers" => sales.Where(s => s.First).Select(s => s.Customer).OfType<string>().Distinct(StringComparer.Ordinal).Count(),
            "buyers" => sales.Select(s => s.Customer).OfType<string>().Distinct(StringComparer.Ordinal).Count(),
            "revenue" => (double)sales.Sum(s => s.Amount),
            "cpl" => Divided(Metric("new_leads", inGroup), Metric("cost", inGroup)),
            "lead_to_mql" => Divided(Metric("new_leads", inGroup), Metric("mqls", inGroup)),
            "cac" => Divided(Metric("customers", inGroup), Metric("cost", inGroup)),
            "roi" => Divided(Metric("cost", inGroup), Metric("revenue", inGroup) - Metric("cost", inGroup)),
            "sales_cycle_days" => leads.Average(l => (l.WonAt - l.CreatedAt)?.TotalDays),
            _ => throw new ArgumentOutOfRangeException(nameof(id), id, null),
        };
    }

    private IEnumerable<Fact> Facts()
    {
        bool Uses(params string[] ids) => request.Metrics.Any(ids.Contains);
        if (Uses("cost", "media_cost", "cpl", "roi", "cac"))
        {
            yield return new(n => n.SpendRows().Select(r => r.Row));
        }

        if (Uses("new_leads", "mqls", "good_leads", "lead_score", "lead_score_sum", "lead_score_median", "cpl", "lead_to_mql", "sales_cycle_days"))
        {
            yield return new(n => n.LeadRows().Select(r => r.Row));
        }

        if (Uses("mqls_by_date"))
        {
            yield return new(n => n.MqlRows().Select(r => r.Row));
        }

        if (Uses("customers", "buyers", "revenue", "roi", "cac"))
        {
            yield return new(n => n.SaleRows().Select(r => r.Row));
        }
    }

    private IEnumerable<(Row Row, RandomCompany.Spending Source)> SpendRows() =>
        company.Spend.Select(s => (new Row(s.Day, s.Campaign, Campaign(s.Campaign)?.Channel ?? s.Channel, Campaign(s.Campaign)), s));

    private IEnumerable<(Row Row, RandomCompany.Lead Source)> LeadRows() => company.Leads.Select(l => (LeadRow(l, l.CreatedAt), l));

    private IEnumerable<(Row Row, RandomCompany.Lead Source)> MqlRows() => company.Leads.Where(l => l.MqlAt is not null).Select(l => (LeadRow(l, l.MqlAt), l));

    private Row LeadRow(RandomCompany.Lead lead, DateTime? at)
    {
        var touch = company.FirstTouches.FirstOrDefault(t => t.Contact == lead.Contact);
        var campaign = lead.Campaign ?? touch?.Campaign;
        return new Row(Local(at), campaign, Campaign(campaign)?.Channel ?? touch?.Channel, Campaign(campaign));
    }

    private IEnumerable<(Row Row, RandomCompany.Sale Source)> SaleRows() => company.Sales.Select(s => (new Row(
        Local(s.SoldAt), s.Campaign, Campaign(s.Campaign)?.Channel ?? company.FirstTouches.FirstOrDefault(t => t.Contact == s.Contact)?.Channel, Campaign(s.Campaign)), s));

    private RandomCompany.Campaign? Campaign(string? id) => company.Campaigns.FirstOrDefault(c => c.Id == id);

    private DateOnly? Local(DateTime? utc) => utc is { } time ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(time, DateTimeKind.Utc), zone)) : null;

    private bool Counts(Row row) =>
        (request.Period.From is not { } from || row.Day >= from) && (request.Period.To is not { } to || row.Day < to) && request.Where.All(f => Passes(f, Value(row, f.Dimension)));

    private bool Passes(Filter filter, object? value)
    {
        var text = value is DateOnly day ? day.ToString("yyyy-MM-dd") : (string?)value;
        var asked = filter.Values.Select(v => v is not null && TimeGrains.Of(filter.Dimension) is { } grain
            ? grain.Start(PeriodParser.Parse(v, new DateOnly(2026, 1, 15), weekStart).From ?? default, weekStart).ToString("yyyy-MM-dd") : v).ToList();
        return filter.Operator switch
        {
            FilterOperator.Equal => text == asked[0],
            FilterOperator.NotEqual => text != asked[0],
            FilterOperator.In => asked.Contains(text),
            FilterOperator.NotIn => !asked.Contains(text),
            FilterOperator.Contains => text?.Contains(asked[0] ?? "", StringComparison.OrdinalIgnoreCase) == true,
            FilterOperator.GreaterOrEqual => text is not null && string.CompareOrdinal(text, asked[0]) >= 0,
            _ => throw new ArgumentOutOfRangeException(nameof(filter)),
        };
    }

    private string Key(Row row) => Text(request.By.Select(d => Value(row, d)));

    private object? Value(Row row, string dimension) => TimeGrains.Of(dimension) is { } grain ? row.Day is { } day ? grain.Start(day, weekStart) : null : dimension switch
    {
        "campaign" => row.Campaign,
        "channel" => row.Channel,
        "type" => row.Known?.Type,
        _ => row.Known?.Owner,
    };

    private static double? Median(IReadOnlyList<double> sorted) => sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;

    private sealed record Row(DateOnly? Day, string? Campaign, string? Channel, RandomCompany.Campaign? Known);

    private sealed record Fact(Func<NaiveAnswers, IEnumerable<Row>> Rows);
}
