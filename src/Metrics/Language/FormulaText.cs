using System.Globalization;

namespace Merit.Metrics.Language;

/// <summary>Measures in words, for people: explanations and docs/semantics.md.</summary>
internal static class FormulaText
{
    public static string Of(Measure measure) => measure switch
    {
        ConstantMeasure constant => constant.Value.ToString(CultureInfo.InvariantCulture),
        Combination both => $"{Side(both.Left, both.Operator, right: false)} {Sign(both.Operator)} {Side(both.Right, both.Operator, right: true)}",
        MetricRef { Model: { } model } reference => $"{reference.Id}{ByModel(model)}",
        MetricRef reference => reference.Id,
        TargetMeasure target => $"target of {target.Metric}",
        BenchmarkMeasure benchmark => $"benchmark of {benchmark.Metric}",
        ParameterMeasure parameter => parameter.Parameter,
        Aggregate aggregate => Of(aggregate),
        _ => DerivedText.Of(measure) ?? "",
    };

    public static string Of(Aggregate aggregate)
    {
        var inner = aggregate switch
        {
            { Credit: CreditOf.Conversions, Kind: not "sale" } => $"attributed conversions of kind {aggregate.Kind}",
            { Credit: CreditOf.Revenue, Kind: not "sale" } => $"attributed value of conversions of kind {aggregate.Kind}",
            { Credit: CreditOf.Conversions } => "attributed conversions",
            { Credit: CreditOf.Customers } => "attributed new customers",
            { Credit: CreditOf.Revenue } => "attributed revenue",
            { Credit: CreditOf.Margin } => "attributed margin",
            { Value: { } value, Fraction: { } fraction } => $"percentile({RowText.Of(value)}, {fraction.ToString(CultureInfo.InvariantCulture)})",
            { Value: { } value } => $"{Name(aggregate.Function)}({RowText.Of(value)})",
            { Path: { } path } => $"contacts from {path.Steps[0].Time}, followed for {path.Within.TotalDays.ToString("0.##", CultureInfo.InvariantCulture)} days",
            _ => $"count({aggregate.Table})",
        };
        var model = aggregate.Model is { } named ? ByModel(named) : "";
        var where = aggregate.Conditions.Count == 0 ? "" : " where " + string.Join(" and ", aggregate.Conditions.Select(c => RowText.Operand(c.Node)));
        var time = aggregate.TimeColumn is null ? "" : $" dated by {aggregate.TimeColumn}";
        var span = aggregate.Span switch { Span.ToDate => " to date", Span.AllTime => " of all time", _ => "" };
        var text = inner + model + where + time + span;
        return aggregate.Among is { } among ? $"spread over {among} of ({text})" : text;
    }

    private static string ByModel(string model) => model switch
    {
        Define.DefaultModel => " by the usual model",
        Define.AskedModel => "",
        _ => $" by {model}",
    };

    private static string Side(Measure side, MeasureOperator op, bool right)
    {
        var binds = side is not Combination inner || (op is MeasureOperator.Add && inner.Operator is not MeasureOperator.Divide)
            || (!right && Rank(inner.Operator) >= Rank(op)) || (right && Rank(inner.Operator) > Rank(op));
        var text = Of(side);
        return binds && !text.Contains(" where ", StringComparison.Ordinal) ? text : $"({text})";
    }

    private static int Rank(MeasureOperator op) => op is MeasureOperator.Multiply or MeasureOperator.Divide ? 2 : 1;

    private static string Name(AggregateFunction function) => function switch
    {
        AggregateFunction.CountDistinct => "distinct",
        _ => function.ToString().ToLowerInvariant(),
    };

    private static string Sign(MeasureOperator op) => op switch
    {
        MeasureOperator.Add => "+",
        MeasureOperator.Subtract => "−",
        MeasureOperator.Multiply => "×",
        _ => "÷",
    };
}
