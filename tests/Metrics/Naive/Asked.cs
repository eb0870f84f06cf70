using Merit.Metrics.Language;
using Merit.Metrics.Requests;
using static Merit.Metrics.Language.Define;

namespace Merit.Metrics.Tests.Naive;

/// <summary>A metric of the random language.</summary>
internal abstract record Figured
{
    public abstract Measure Measure { get; }

    /// <summary>What it is made of.</summary>
    public virtual IEnumerable<Figured> Parts => [];

    public IEnumerable<Figured> Tree => Parts.SelectMany(p => p.Tree).Prepend(this);

    public IEnumerable<Counted> Aggregates => Tree.OfType<Counted>();

    /// <summary>Simpler ones.</summary>
    public virtual IEnumerable<Figured> Smaller() => [];
}

/// <summary>An aggregate of the rows of a table.</summary>
internal sealed record Counted(string Table, AggregateFunction Function, Term? Value, IReadOnlyList<Term> Where, string? On, Span Span, double Fraction) : Figured
{
    public override Measure Measure
    {
        get
        {
            var whole = new Aggregate(Function, Table, Value?.Expr.Node) { Fraction = Function == AggregateFunction.Percentile ? Fraction : null };
            whole = Where.Aggregate(whole, (all, next) => all.Where(next.Flag));
            whole = On is null ? whole : whole.On(Column(On));
            whole = Among is null ? whole : whole.Spread(Text(Among));
            return Span switch { Span.ToDate => whole.ToDate(), Span.AllTime => whole.AllTime(), _ => whole };
        }
    }

    /// <summary>For a spread: the column of which each value is aggregated by itself.</summary>
    public string? Among { get; init; }

    public override IEnumerable<Figured> Smaller() =>
    [
        .. Among is null ? Array.Empty<Figured>() : [this with { Among = null }],
        .. Where.Select((_, i) => this with { Where = [.. Where.Where((_, j) => j != i)] }),
        .. On is null ? Array.Empty<Figured>() : [this with { On = null }],
        .. Value?.Smaller().Select(v => this with { Value = v }) ?? [],
        .. Where.SelectMany((w, i) => w.Smaller().Select(s => this with { Where = [.. Where.Take(i), s, .. Where.Skip(i + 1)] })),
    ];

    public override string ToString() =>
        $"{Function}({Value?.Text ?? Table}{(Function == AggregateFunction.Percentile ? $", {Fraction}" : "")}){string.Concat(Where.Select(w => $".Where({w})"))}{(On is null ? "" : $".On({Table}.{On})")}{(Among is null ? "" : $".Spread({Table}.{Among})")}{(Span == Span.Period ? "" : $".{Span}()")}";

    private Column<string> Text(string name) => (Table, name) switch
    {
        ("leads", "source") => new Tables.LeadsTable().source,
        ("leads", _) => new Tables.LeadsTable().campaign_id,
        ("spend", _) => new Tables.SpendTable().campaign_id,
        _ => new Tables.SalesTable().campaign_id,
    };

    private static Column<DateTime> Column(string name) => name switch { "mql_at" => new Tables.LeadsTable().mql_at, _ => new Tables.LeadsTable().won_at };
}

/// <summary>Two joined by arithmetic.</summary>
internal sealed record Joined(Figured Left, string Operator, Figured Right) : Figured
{
    public override Measure Measure => Operator switch
    {
        "+" => Left.Measure + Right.Measure,
        "-" => Left.Measure - Right.Measure,
        "*" => Left.Measure * Right.Measure,
        _ => Left.Measure / Right.Measure,
    };

    public override IEnumerable<Figured> Parts => [Left, Right];

    public override IEnumerable<Figured> Smaller() =>
        [Left, Right, .. Left.Smaller().Select(l => this with { Left = l }), .. Right.Smaller().Select(r => this with { Right = r })];

    public override string ToString() => $"({Left} {Operator} {Right})";
}

/// <summary>A parameter as a metric's number.</summary>
internal sealed record Given(string Parameter) : Figured
{
    public override Measure Measure => new NumberParameter(Parameter);

    public override string ToString() => $"parameters.{Parameter}";
}

/// <summary>A declared dimension or segment: a term over the rows of its table.</summary>
internal sealed record Said(string Id, string Table, Term Term);

/// <summary>A question: what is asked, by what, of which days.</summary>
internal sealed record Asked
{
    public required IReadOnlyList<Figured> Metrics { get; init; }

    public required IReadOnlyList<string> By { get; init; }

    public required IReadOnlyList<string> Where { get; init; }

    public required string Period { get; init; }

    public bool Total { get; init; }

    public required IReadOnlyList<Said> Dimensions { get; init; }

    public required IReadOnlyList<Said> Segments { get; init; }

    /// <summary>Parameters, and what they are set to.</summary>
    public required IReadOnlyList<(string Id, object Value)> Parameters { get; init; }

    public Request Request(Scene scene) => new()
    {
        Metrics = [.. Metrics.Select((_, i) => $"m{i}")],
        By = By,
        Where = [.. Where.Select(FilterParser.Parse)],
        Period = PeriodParser.Parse(Period, scene.Today, scene.WeekStart),
        Total = Total,
    };

    /// <summary>What a script would declare. Parameters are declared otherwise than they are set.</summary>
    public Definitions Definitions()
    {
        using var scope = DefinitionScope.Begin();
        foreach (var (id, value) in Parameters)
        {
            _ = value is decimal ? Parameter(id, 1) : Parameter(id, "another");
        }

        foreach (var dimension in Dimensions)
        {
            Dimension(dimension.Id, dimension.Term.Expr);
        }

        foreach (var segment in Segments)
        {
            Segment(segment.Id, segment.Term.Flag);
        }

        for (var i = 0; i < Metrics.Count; i++)
        {
            Metric($"m{i}", Metrics[i].Measure);
        }

        return scope.Complete().Set([.. Parameters.Select(p => new ParameterSetting(p.Id, Convert.ToString(p.Value, System.Globalization.CultureInfo.InvariantCulture) ?? "", null))]);
    }

    public IEnumerable<Asked> Smaller() =>
    [
        .. Metrics.Count > 1 ? Metrics.Select((_, i) => this with { Metrics = [.. Metrics.Where((_, j) => j != i)] }) : [],
        .. By.Select((_, i) => this with { By = [.. By.Where((_, j) => j != i)] }),
        .. Where.Select((_, i) => this with { Where = [.. Where.Where((_, j) => j != i)] }),
        .. Total ? [this with { Total = false }] : Array.Empty<Asked>(),
        .. Period == "all" ? Array.Empty<Asked>() : [this with { Period = "all" }],
        .. Metrics.SelectMany((m, i) => m.Smaller().Select(s => this with { Metrics = [.. Metrics.Take(i), s, .. Metrics.Skip(i + 1)] })),
        .. Dimensions.SelectMany((d, i) => d.Term.Smaller().Select(s => this with { Dimensions = [.. Dimensions.Take(i), d with { Term = s }, .. Dimensions.Skip(i + 1)] })),
        .. Segments.SelectMany((d, i) => d.Term.Smaller().Select(s => this with { Segments = [.. Segments.Take(i), d with { Term = s }, .. Segments.Skip(i + 1)] })),
    ];

    public override string ToString() =>
        string.Concat(Parameters.Select(p => $"\n  Parameter {p.Id} set to {Row.Shown(p.Value)}")) + string.Concat(Dimensions.Select(d => $"\n  Dimension {d.Id} = {d.Term}"))
        + string.Concat(Segments.Select(s => $"\n  Segment {s.Id} = {s.Term}")) + string.Concat(Metrics.Select((m, i) => $"\n  Metric m{i} = {m}"))
        + $"\n  by [{string.Join(", ", By)}] where [{string.Join("; ", Where)}] period {Period}{(Total ? " with total" : "")}";
}
