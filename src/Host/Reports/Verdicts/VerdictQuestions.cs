using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Verdicts;

/// <summary>Asks for the figures verdicts rest on.</summary>
internal sealed class VerdictQuestions(ReportScope scope)
{
    private static readonly string[] Figures = ["cost", "profit", "customers", "new_leads", "roi", "cac", "cpl", "lead_to_mql"];
    private static readonly string[] Benchmarks = ["roi_benchmark", "cac_benchmark", "cpl_benchmark", "lead_to_mql_benchmark"];

    /// <summary>Campaigns that have figures in the report's period, each with its figures to date.</summary>
    public IReadOnlyList<Subject> Campaigns()
    {
        var figures = ByKey(scope.Ask(Question([.. Figures, "score", .. Benchmarks], "campaign") with { Compare = Comparison.Target }));
        var known = Known();
        var active = Active();
        var parts = IndexParts();
        return
        [
            .. figures.Rows
                .Where(f => f.Key.Length > 0 && (active is null || active.Contains(f.Key)))
                .Select(f => Make(figures, f.Key, known.GetValueOrDefault(f.Key) ?? new Campaign(f.Key, scope.HasTypes ? null : scope.Type, null, null)) with
                {
                    Parts = parts.GetValueOrDefault(f.Key) ?? [],
                }),
        ];
    }

    /// <summary>Of the campaigns judged by an index, the figures whose targets their scorecard reads, where there is such a target.</summary>
    private Dictionary<string, IReadOnlyList<Gauge>> IndexParts()
    {
        var scores = scope.Inputs.Scores.Where(s => s.Type is VerdictRules.IndexType && s.Score.Value is not null).ToList();
        List<string> metrics = [.. scores.SelectMany(s => s.Components).Select(c => c.TargetOf).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (metrics.Count == 0)
        {
            return [];
        }

        var campaigns = new Filter("campaign", FilterOperator.In, [.. scores.Select(s => s.CampaignId)]);
        var figures = ByKey(scope.Ask(Question(metrics, "campaign") with { Where = [.. scope.Filters, campaigns], Compare = Comparison.Target }));
        return figures.Rows.ToDictionary(
            r => r.Key,
            r => (IReadOnlyList<Gauge>)[.. figures.Metrics.Zip(r.Value.Figures, (metric, figure) => new Gauge(metric, figure, null)).Where(g => g is { Value: not null, Target: not null })],
            StringComparer.Ordinal);
    }

    /// <summary>Channels, with their figures in the report's period. Brand campaigns are left out: money is not what they are judged by.</summary>
    public IReadOnlyList<Subject> Channels()
    {
        var figures = ByKey(scope.Ask(Question([.. Figures, .. Benchmarks], "channel") with { Where = ChannelFilters, Period = scope.Period, Compare = Comparison.Target }));
        var campaigns = CampaignsOfChannels();
        return
        [
            .. figures.Rows.Keys
                .Where(key => key.Length > 0 && key is not "(unattributed)")
                .Select(key => Make(figures, key, campaigns.GetValueOrDefault(key) ?? new Campaign(key, null, null, null))),
        ];
    }

    /// <summary>The typical days from lead to sale.</summary>
    public double? Cycle()
    {
        var answer = scope.Ask(Question(["sales_cycle_days_median"]));
        return answer.Rows is [{ Figures: [var figure] }] ? figure.Value : null;
    }

    /// <summary>The money of several campaigns or channels together: cost and profit.</summary>
    public (Stake Cost, Stake Profit)? Together(IEnumerable<string?> ids, bool byCampaign)
    {
        var dimension = byCampaign ? "campaign" : "channel";
        var answer = scope.Ask(Question(["cost", "profit"]) with
        {
            Period = byCampaign ? Period.All : scope.Period,
            Where = [.. byCampaign ? scope.Filters : ChannelFilters, new Filter(dimension, FilterOperator.In, [.. ids])],
        });
        return answer.Rows is [{ Figures: [var cost, var profit] }]
            ? (new Stake(answer.Metrics[0], cost, Earned: false), new Stake(answer.Metrics[1], profit, Earned: true))
            : null;
    }

    private IReadOnlyList<Filter> ChannelFilters => scope.HasTypes ? [.. scope.Filters, new Filter("type", FilterOperator.NotEqual, [VerdictRules.IndexType])] : scope.Filters;

    /// <summary>Each channel as if it were one campaign: of the type all its campaigns share, begun with the first of them.</summary>
    private Dictionary<string, Campaign> CampaignsOfChannels() => !scope.Loads("campaigns") ? [] : scope
        .Ask(Question(["campaigns"], "channel", "type", "campaigns.start_date") with { Where = ChannelFilters }).Rows
        .Where(r => r.Dimensions[0] is string)
        .GroupBy(r => r.Dimensions[0] as string ?? "", StringComparer.Ordinal)
        .ToDictionary(
            g => g.Key,
            g => new Campaign(
                g.Key,
                g.Select(r => r.Dimensions[1] as string).Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : null,
                g.Min(r => r.Dimensions[2] as DateOnly?), null),
            StringComparer.Ordinal);

    private Request Question(IReadOnlyList<string> metrics, params string[] by) =>
        new() { Metrics = metrics, By = by, Where = scope.Filters };

    private Dictionary<string, Campaign> Known()
    {
        if (!scope.Loads("campaigns"))
        {
            return [];
        }

        var answer = scope.Ask(Question(["campaigns"], "campaign", "campaign_name", "type", "campaigns.start_date", "campaigns.end_date"));
        return answer.Rows
            .Where(r => r.Dimensions[0] is string)
            .GroupBy(r => (string?)r.Dimensions[0] ?? "", StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => g.First().Dimensions is var d
                    ? new Campaign(d[1] as string ?? g.Key, d[2] as string, d[3] as DateOnly?, d[4] as DateOnly?)
                    : new Campaign(g.Key, null, null, null),
                StringComparer.Ordinal);
    }

    /// <summary>The campaigns with anything in the report's period; null for all.</summary>
    private HashSet<string>? Active()
    {
        if (scope.Period is { From: null, To: null })
        {
            return null;
        }

        var answer = scope.Ask(Question(["cost", "new_leads", "customers", "revenue"], "campaign") with { Period = scope.Period });
        return [.. answer.Rows.Where(r => r.Figures.Any(f => f.Value is not null and not 0)).Select(r => r.Dimensions[0]).OfType<string>()];
    }

    private static Table ByKey(Answer answer)
    {
        var rows = new Dictionary<string, AnswerRow>(StringComparer.Ordinal);
        foreach (var row in answer.Rows)
        {
            rows.TryAdd(row.Dimensions[0] as string ?? "", row);
        }

        return new Table(answer.Metrics, rows);
    }

    private static Subject Make(Table figures, string key, Campaign campaign)
    {
        return new Subject
        {
            Id = key,
            Name = campaign.Name,
            Type = campaign.Type,
            Start = campaign.Start,
            End = campaign.End,
            Cost = Gauge("cost"),
            Profit = Gauge("profit"),
            Customers = Gauge("customers"),
            Leads = Gauge("new_leads"),
            Roi = Gauge("roi"),
            Cac = Gauge("cac"),
            Cpl = Gauge("cpl"),
            LeadToMql = Gauge("lead_to_mql"),
            Score = Gauge("score"),
        };

        Gauge Gauge(string metric)
        {
            var figure = figures.Figure(key, metric);
            return new Gauge(figures.Metric(metric), figure, figures.Figure(key, metric + "_benchmark").Value);
        }
    }

    private sealed record Campaign(string Name, string? Type, DateOnly? Start, DateOnly? End);

    /// <summary>An answer with one dimension, by its values.</summary>
    private sealed record Table(IReadOnlyList<MetricColumn> Metrics, IReadOnlyDictionary<string, AnswerRow> Rows)
    {
        private static readonly Figure Nothing = new(null, NoValue.NoRows);

        public MetricColumn Metric(string id) =>
            Metrics.FirstOrDefault(m => string.Equals(m.Id, id, StringComparison.Ordinal)) ?? new MetricColumn(id, id, id, Unit.Number, LowerIsBetter: false);

        public Figure Figure(string key, string metric)
        {
            var column = Metrics.ToList().FindIndex(m => string.Equals(m.Id, metric, StringComparison.Ordinal));
            return column >= 0 && Rows.TryGetValue(key, out var row) ? row.Figures[column] : Nothing;
        }
    }
}
