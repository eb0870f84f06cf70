using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Measures;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;
using Merit.Metrics.Schema;
using Merit.Metrics.Tables;

namespace Merit.Host.Tests.Reports;

/// <summary>Answers questions over a list of facts as the planner would: ratios are computed of sums, totals are computed and not summed.</summary>
internal sealed class FakeMeasures(FakeFacts facts, DateOnly today) : IMeasures
{
    private static readonly Dictionary<string, (string Label, string Zh, ColumnType Type)> DimensionsById = new(StringComparer.Ordinal)
    {
        ["campaign"] = ("Campaign", "活动", ColumnType.Text),
        ["campaign_name"] = ("Campaign", "活动名称", ColumnType.Text),
        ["type"] = ("Type", "活动类型", ColumnType.Text),
        ["channel"] = ("Channel", "渠道", ColumnType.Text),
        ["leads.source"] = ("Source", "来源", ColumnType.Text),
        ["month"] = ("Month", "月", ColumnType.Date),
        ["campaigns.start_date"] = ("Start date", "开始日期", ColumnType.Date),
        ["campaigns.end_date"] = ("End date", "结束日期", ColumnType.Date),
    };

    public List<Request> Asked { get; } = [];

    public WarehouseSchema Schema { get; } = new(
        [.. Canonical.Tables.Select(t => new TableSchema(t.Name, [.. t.Columns.Select(c => new ColumnSchema(c.Name, c.Type, Loaded: true))], t.Name is not ("campaigns" or "credits") || (t.Name is "campaigns" && facts.Campaigns.Count > 0)) { Key = t.Key })],
        ["first", "u-shaped"]);

    public Answer Ask(Request request)
    {
        Asked.Add(request);
        var metrics = request.Metrics.Select(id => FakeMetrics.ById.TryGetValue(id, out var metric)
            ? metric
            : throw new MeritException(RequestRules.UnknownMetric.Here(id, $"Did you mean '{Nearest.To(id, FakeMetrics.ById.Keys)}'?"))).ToList();
        foreach (var dimension in request.By.Concat(request.Where.Select(w => w.Dimension)).Where(d => !DimensionsById.ContainsKey(d)))
        {
            throw new MeritException(RequestRules.UnknownDimension.Here(dimension, "Use another one."));
        }

        var kept = facts.Facts.Where(f => request.Where.All(w => Holds(w, f))).ToList();
        var now = kept.Where(f => Within(f, request.Period)).ToList();
        var other = request.Compare switch
        {
            Comparison.Previous => PeriodMath.Previous(request.Period, today),
            Comparison.YearAgo => PeriodMath.YearAgo(request.Period, today),
            _ => null,
        };
        var before = other is null ? [] : kept.Where(f => Within(f, other)).ToList();
        var groups = now.Where(f => metrics.Exists(m => m.Measures.Contains(f.Measure)))
            .GroupBy(f => string.Join('\u001f', request.By.Select(d => Value(d, f))), StringComparer.Ordinal)
            .Select(g => Row(g.First(), [.. g]));
        var rows = request.By.Count == 0 ? [Row(null, now)] : Sorted([.. groups], request).ToList();
        return new Answer(
            request,
            [.. request.By.Select(d => new DimensionColumn(d, DimensionsById[d].Label, DimensionsById[d].Zh, DimensionsById[d].Type))],
            [.. metrics.Select(m => m.Column with { Additive = m.Additive, Maturing = m.Measures.Any(x => x is "mqls" or "sqls" or "won") })],
            request.Limit is { } limit ? [.. rows.Take(limit)] : rows,
            request.Total ? Row(null, now) : null);

        AnswerRow Row(FakeFact? group, List<FakeFact> of)
        {
            var dimensions = request.By.Select(d => group is null ? null : Value(d, group)).ToList();
            var same = before.Where(f => group is null || request.By.Where(d => d is not "month").All(d => Equals(Value(d, f), Value(d, group)))).ToList();
            return new AnswerRow(dimensions, [.. metrics.Select(m => Figure(m, of, same, group, request, other))]);
        }
    }

    private Figure Figure(FakeMetric metric, List<FakeFact> of, List<FakeFact> before, FakeFact? group, Request request, Period? other)
    {
        var context = new FakeContext(facts, of, request, group is not null || Single(request) ? Campaign(group, request) : null);
        var figure = metric.Value(context);
        return request.Compare switch
        {
            Comparison.Target => figure with
            {
                Compared = Target(metric, of, context.Campaign),
                ComparedReason = NoValue.NotSet,
                Targeted = metric.Value(new FakeContext(facts, [.. of.Where(f => f.Campaign is { } campaign && facts.Targets.ContainsKey((metric.Column.Id, campaign)))], request, context.Campaign)).Value,
            },
            Comparison.None => figure,
            _ when other is null => figure,
            _ => figure with { Compared = before.Count == 0 ? null : metric.Value(new FakeContext(facts, before, request, context.Campaign)).Value },
        };
    }

    private static bool Single(Request request) => request.Where.Any(w => w is { Dimension: "campaign", Values.Count: 1 });

    private static string? Campaign(FakeFact? group, Request request) =>
        request.By.Any(d => d is "campaign" or "campaign_name") ? group?.Campaign : request.Where.FirstOrDefault(w => w.Dimension is "campaign" && w.Values.Count == 1)?.Values[0];

    private double? Target(FakeMetric metric, List<FakeFact> of, string? campaign)
    {
        if (campaign is not null)
        {
            return facts.Targets.TryGetValue((metric.Column.Id, campaign), out var own) ? own : null;
        }

        var campaigns = of.Select(f => f.Campaign).OfType<string>().Distinct(StringComparer.Ordinal);
        var goals = campaigns.Select(c => facts.Targets.TryGetValue((metric.Column.Id, c), out var goal) ? goal : (double?)null).OfType<double>().ToList();
        return metric.Additive && goals.Count > 0 ? goals.Sum() : null;
    }

    private object? Value(string dimension, FakeFact fact)
    {
        var campaign = facts.Campaigns.Find(c => string.Equals(c.Id, fact.Campaign, StringComparison.Ordinal));
        return dimension switch
        {
            "campaign" => fact.Campaign,
            "campaign_name" => campaign?.Name,
            "type" => campaign?.Type,
            "channel" => fact.Channel ?? campaign?.Channel,
            "leads.source" => fact.Source,
            "month" => new DateOnly(fact.Day.Year, fact.Day.Month, 1),
            "campaigns.start_date" => campaign?.Start,
            _ => campaign?.End,
        };
    }

    private bool Holds(Filter filter, FakeFact fact)
    {
        var value = Value(filter.Dimension, fact) as string;
        return filter.Operator is FilterOperator.NotEqual or FilterOperator.NotIn ? !filter.Values.Contains(value) : filter.Values.Contains(value);
    }

    private static bool Within(FakeFact fact, Period period) => (period.From is not { } from || fact.Day >= from) && (period.To is not { } to || fact.Day < to);

    private static IEnumerable<AnswerRow> Sorted(List<AnswerRow> rows, Request request)
    {
        if (request.Sort is not [var sort, ..])
        {
            return rows.OrderBy(r => string.Join('|', r.Dimensions.Select(d => d is DateOnly day ? day.ToString("yyyy-MM-dd", null) : d?.ToString() ?? "~")), StringComparer.Ordinal);
        }

        var column = request.Metrics.ToList().IndexOf(sort.TrimStart('-'));
        return sort[0] == '-'
            ? rows.OrderByDescending(r => r.Figures[column].Value ?? double.MinValue)
            : rows.OrderBy(r => r.Figures[column].Value ?? double.MaxValue);
    }
}
