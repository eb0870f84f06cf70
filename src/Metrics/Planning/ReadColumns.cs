using Merit.Metrics.Language;
using Merit.Metrics.Semantics;
using Merit.Metrics.Tables;

namespace Merit.Metrics.Planning;

/// <summary>Which columns of which tables stand behind a part of a metric: what is aggregated, the conditions, the date, the ways to dimensions and filters.</summary>
internal static class ReadColumns
{
    public static IEnumerable<string> Of(Question question, AggregateLeaf leaf)
    {
        var fact = leaf.Scan.Fact.Name;
        var dimensions = question.By.Select(b => b.Dimension).Concat(question.Where.Select(w => w.Dimension));
        var reaches = dimensions.Where(d => d.Grain is null).Select(d => d.Of(fact)).OfType<Reach>();
        return OfMeasure(leaf.Measure, fact)
            .Concat(leaf.Scan is { Time: { } time, Span: not Span.AllTime } ? Of(time, fact) : [])
            .Concat(reaches.SelectMany(r => Of(r, fact)));
    }

    /// <summary>The columns a measure reads of a row of its fact.</summary>
    public static IEnumerable<string> OfMeasure(ScanMeasure measure, string fact)
    {
        var credit = measure.Credit is null ? [] : new[]
        {
            measure.Model ?? "",
            measure.Credit == CreditOf.Revenue ? nameof(CreditsTable.value) : "",
            measure.Credit == CreditOf.Customers ? nameof(CreditsTable.first_sale) : "",
        }.Where(c => c.Length > 0);
        var read = (measure.Value?.Columns ?? []).Concat(measure.Condition?.Columns ?? []).Select(c => c.Name).Concat(credit).Select(c => $"{fact}.{c}").ToList();
        return read.Count > 0 ? read : [$"{fact}.*"];
    }

    private static IEnumerable<string> Of(Reach reach, string fact) => reach switch
    {
        OwnColumn own => [$"{fact}.{own.Name}"],
        LookedUp found => Of(found.Key, fact).Append($"{found.Table}.{found.KeyColumn}").Append($"{found.Table}.{found.Name}"),
        FirstOf several => several.Alternatives.SelectMany(a => Of(a, fact)),
        _ => [],
    };
}
