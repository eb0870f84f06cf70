using Merit.Metrics.Language;

namespace Merit.Metrics.Tests.Naive;

/// <summary>Random questions of the whole language that may be asked: every table asked reaches every dimension and filter.</summary>
internal sealed class RandomQuestions(Random random)
{
    private static readonly string[] Facts = ["leads", "sales", "spend", "engagement"];
    private static readonly string[] Periods = ["all", "all", "2025", "2025-Q1", "2025-03", "2025-W14", "2025-03-09..2025-04-01", "2024-02"];
    private static readonly string[] ShortPeriods = ["2025-03", "2025-W14", "2025-03-09..2025-04-01", "2024-02"];
    private static readonly string[] Everywhere = ["campaign", "channel", "type", "campaign_owner", "day", "week", "month", "quarter", "year"];

    private static readonly string[] Shareable = ["campaign", "channel", "month", "type"];

    private static readonly string[] Filters =
    [
        "channel = email", "channel != email", "channel in (expo, (none))", "channel not in (email, 社交)", "campaign = c1", "type = (none)", "channel contains EX", "campaign_owner = ann",
    ];

    private static readonly string[] TimeFilters = ["month = 2025-03", "day >= 2025-03-31", "week != 2025-W14"];

    public Asked Next()
    {
        IReadOnlyList<(string Id, object Value)> parameters = [("n", Pick(0m, 2m, 0.5m, 80m)), ("w", Pick("webinar", "O'Brien", "'; --"))];
        List<Term> names =
        [
            Terms.Named("parameters.n", Kind.Number, new NumberParameter("n"), (_, _) => parameters[0].Value, exact: true),
            Terms.Named("parameters.w", Kind.Text, new ParameterRef<string>("w"), (_, _) => parameters[1].Value),
        ];
        var segments = Enumerable.Range(0, 2).Select(i => Segment($"s{i}", names)).ToList();
        var dimensions = Enumerable.Range(0, 2).Select(i => Dimension($"d{i}", names)).ToList();
        var tables = Facts.OrderBy(_ => random.Next()).Take(random.Next(1, 3)).ToList();
        var metrics = tables.Concat(tables).Take(random.Next(1, 4)).Select(t => Over(Metric(t, names, segments))).ToList();
        var asked = metrics.SelectMany(m => m.Aggregates).ToList();
        var facts = asked.Select(a => a.Table).Distinct(StringComparer.Ordinal).ToList();
        var reached = dimensions.Where(d => facts.TrueForAll(f => Reaches(f, d.Table))).Select(d => d.Id).ToList();
        IReadOnlyList<string> by = [.. Everywhere, .. reached, .. reached, .. facts is ["engagement"] ? ["engagement.platform"] : Array.Empty<string>()];
        IReadOnlyList<string> where =
        [
            .. Filters, .. reached.SelectMany(d => new[] { $"{d} = (none)", $"{d} != (none)" }),
            .. segments.Where(s => facts.TrueForAll(f => Reaches(f, s.Table))).SelectMany(s => new[] { $"segment = {s.Id}", $"segment != {s.Id}" }),
            .. asked.Exists(a => a.Span == Span.AllTime) || metrics.Exists(m => m.Tree.Any(f => f is Moved or Changed)) ? [] : TimeFilters,
        ];
        IReadOnlyList<string> asking = [.. by.OrderBy(_ => random.Next()).Distinct(StringComparer.Ordinal).Take(random.Next(0, 3))];

        // Every day of five years has its window; those of some weeks show as much.
        var isLong = asking.Contains("day") && metrics.Exists(m => m.Tree.Any(f => f is Moved or Changed));
        return new Asked
        {
            Parameters = parameters,
            Segments = segments,
            Dimensions = dimensions,
            Metrics = metrics,
            By = asking,
            Where = [.. where.OrderBy(_ => random.Next()).Take(random.Next(0, 3))],
            Period = isLong ? Pick(ShortPeriods) : Pick(Periods),
            Total = random.Next(2) == 0,
        };
    }

    private Said Segment(string id, IReadOnlyList<Term> names)
    {
        var table = Pick("leads", "accounts", "campaigns");
        return new Said(id, table, WithColumn(() => new RandomTerms(random, table, names).Of(Kind.Flag, 2)));
    }

    // Floating numbers make no groups anyone would ask for.
    private Said Dimension(string id, IReadOnlyList<Term> names)
    {
        var table = Pick("leads", "accounts", "campaigns");
        var terms = new RandomTerms(random, table, names);
        return new Said(id, table, WithColumn(() => random.Next(5) switch
        {
            0 => Calendar.Part(terms.Of(Kind.Day, 1), Pick("Month", "Week", "Quarter")),
            1 => terms.Of(Kind.Flag, 2),
            2 => terms.Of(Kind.Day, 2),
            _ => terms.Of(Kind.Text, 2),
        }));
    }

    private Figured Metric(string table, IReadOnlyList<Term> names, IReadOnlyList<Said> segments) => random.Next(5) switch
    {
        0 => new Joined(Aggregate(table, names, segments), Pick("+", "-", "*", "/"), Aggregate(Pick(table, "leads"), names, segments)),
        1 => new Joined(Aggregate(table, names, segments), Pick("*", "/"), new Given("n")),
        _ => Aggregate(table, names, segments),
    };

    // One in two as it is; the others of other days or against other groups, or both.
    private Figured Over(Figured figured) => random.Next(2) == 0 ? figured : Again(random.Next(8) switch
    {
        < 4 => new Moved(figured, Pick(Moved.Moves)),
        4 => new Changed(figured, Pick("Change", "PercentChange", "YearOnYear")),
        5 => new Ranked(figured, random.Next(2) == 0 ? null : Pick(Shareable)),
        6 when random.Next(2) == 0 => new Joined(figured, "/", new Across(figured, [.. Shareable.OrderBy(_ => random.Next()).Take(random.Next(1, 3))])),
        _ when figured is Counted { Among: null, Function: AggregateFunction.Sum or AggregateFunction.Count or AggregateFunction.CountDistinct } =>
            new Shared(random.Next(3) == 0 ? new Moved(figured, Pick(Moved.Moves)) : figured, random.Next(2) == 0 ? [] : [.. Shareable.OrderBy(_ => random.Next()).Take(random.Next(1, 3))]),
        _ => new Joined(new Moved(figured, Pick(Moved.Moves)), "/", figured),
    });

    private Figured Again(Figured figured) => random.Next(4) switch
    {
        0 => new Moved(figured, Pick(Moved.Moves)),
        1 when random.Next(3) == 0 => new Changed(figured, Pick("Change", "PercentChange", "YearOnYear")),
        _ => figured,
    };

    private Counted Aggregate(string table, IReadOnlyList<Term> names, IReadOnlyList<Said> segments)
    {
        var terms = new RandomTerms(random, table, [.. names, .. segments.Where(s => Reaches(table, s.Table)).Select(Use)]);
        var function = table == "engagement" && random.Next(2) == 0 ? Pick(AggregateFunction.First, AggregateFunction.Last)
            : Pick(AggregateFunction.Sum, AggregateFunction.Sum, AggregateFunction.Count, AggregateFunction.CountDistinct, AggregateFunction.Average, AggregateFunction.Median, AggregateFunction.Min, AggregateFunction.Max, AggregateFunction.Percentile);
        var value = function switch
        {
            AggregateFunction.Count => null,
            AggregateFunction.First or AggregateFunction.Last => Terms.Column("engagement", "followers", Kind.Number, exact: true),
            AggregateFunction.CountDistinct => WithColumn(() => terms.Of(Pick(Kind.Text, Kind.Number, Kind.Day, Kind.Flag, Kind.Time), 2)),
            _ => WithColumn(() => terms.Of(Kind.Number, 3)),
        };
        return new Counted(
            table, function, value, [.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => terms.Of(Kind.Flag, 2))],
            table == "leads" && random.Next(6) == 0 ? Pick("mql_at", "won_at") : null,
            random.Next(10) switch { 0 => Span.ToDate, 1 => Span.AllTime, _ => Span.Period },
            Pick(0, 0.25, 0.9, 1))
        {
            Among = table is "leads" or "spend" or "sales" && random.Next(5) == 0 ? table == "leads" && random.Next(2) == 0 ? "source" : "campaign_id" : null,
        };
    }

    private static Term Use(Said segment) => Terms.Named(
        $"segments.{segment.Id}", Kind.Flag, new SegmentRef(segment.Id), (row, scene) => scene.Find(row, segment.Table) is { } found ? segment.Term.Value(found, scene) : null);

    private static bool Reaches(string fact, string table) => fact == table || (fact, table) switch
    {
        (_, "campaigns") => fact is not "accounts",
        ("sales", "leads") or ("leads" or "sales", "accounts") => true,
        _ => false,
    };

    // An expression without a column belongs to no table, which is refused.
    private static Term WithColumn(Func<Term> next)
    {
        var term = next();
        while (!term.Expr.Node.Columns.Any())
        {
            term = next();
        }

        return term;
    }

    private T Pick<T>(params IReadOnlyList<T> values) => RandomRows.Pick(random, values);
}
