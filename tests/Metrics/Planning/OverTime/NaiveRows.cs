using Merit.Metrics.Requests;

namespace Merit.Metrics.Tests.Planning.OverTime;

/// <summary>A company's rows with their days and dimensions spelled out, and what each measure is of a handful of them.</summary>
internal sealed class NaiveRows(RandomCompany company, TimeZoneInfo zone)
{
    /// <summary>The rows a measure reads, by fact: those that count have its day, whatever their condition.</summary>
    public IEnumerable<NaiveRow> Of(string measure) => measure switch
    {
        "cost" => company.Spend.Select(s => new NaiveRow(s.Day, s.Campaign, Known(s.Campaign)?.Channel ?? s.Channel, Known(s.Campaign), s)),
        "cpl" => Of("cost").Concat(Of("new_leads")),
        "revenue" or "buyers" => company.Sales.Select(s => new NaiveRow(Local(s.SoldAt), s.Campaign, Known(s.Campaign)?.Channel ?? Touch(s.Contact)?.Channel, Known(s.Campaign), s)),
        "mqls_by_date" => company.Leads.Where(l => l.MqlAt is not null).Select(l => LeadRow(l, l.MqlAt)),
        _ => company.Leads.Select(l => LeadRow(l, l.CreatedAt)),
    };

    /// <summary>A measure of some of its rows.</summary>
    public static double? Value(string measure, IReadOnlyList<NaiveRow> rows)
    {
        var spend = rows.Select(r => r.Source).OfType<RandomCompany.Spending>();
        var leads = rows.Select(r => r.Source).OfType<RandomCompany.Lead>().ToList();
        var sales = rows.Select(r => r.Source).OfType<RandomCompany.Sale>().ToList();
        var scores = leads.Select(l => l.Score).OfType<double>().Order().ToList();
        return measure switch
        {
            "cost" => (double)spend.Sum(s => s.Amount ?? 0),
            "new_leads" => leads.Count(l => l.DuplicateOf is null),
            "mqls_by_date" => leads.Count,
            "lead_score" => scores.Count == 0 ? null : scores.Average(),
            "lead_score_median" => scores.Count == 0 ? null : (scores[(scores.Count - 1) / 2] + scores[scores.Count / 2]) / 2,
            "revenue" => (double)sales.Sum(s => s.Amount),
            "buyers" => sales.Select(s => s.Customer).OfType<string>().Distinct(StringComparer.Ordinal).Count(),
            "cpl" => Value("new_leads", rows) is { } count and > 0 ? Value("cost", rows) / count : null,
            _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, null),
        };
    }

    private NaiveRow LeadRow(RandomCompany.Lead lead, DateTime? at)
    {
        var touch = Touch(lead.Contact);
        var campaign = lead.Campaign ?? touch?.Campaign;
        return new NaiveRow(Local(at), campaign, Known(campaign)?.Channel ?? touch?.Channel, Known(campaign), lead);
    }

    private RandomCompany.FirstTouch? Touch(string? contact) => company.FirstTouches.FirstOrDefault(t => t.Contact == contact);

    private RandomCompany.Campaign? Known(string? id) => company.Campaigns.FirstOrDefault(c => c.Id == id);

    private DateOnly? Local(DateTime? utc) =>
        utc is { } time ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(time, DateTimeKind.Utc), zone)) : null;
}

/// <summary>A row with its day and dimensions.</summary>
internal sealed record NaiveRow(DateOnly? Day, string? Campaign, string? Channel, RandomCompany.Campaign? Known, object Source)
{
    public object? Value(string dimension, DayOfWeek weekStart) => TimeGrains.Of(dimension) is { } grain ? Day is { } day ? NaiveDays.Start(grain, day, weekStart) : null : dimension switch
    {
        "campaign" => Campaign,
        "channel" => Channel,
        "type" => Known?.Type,
        _ => Known?.Owner,
    };
}
