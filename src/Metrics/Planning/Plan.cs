using Merit.Metrics.Language;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Metrics.Planning;

/// <summary>How a request is answered: one statement, and how its rows become an <see cref="Answer"/>.</summary>
public sealed class Plan
{
    private readonly Question question;
    private readonly Statement statement;

    internal Plan(Question question, Statement statement) => (this.question, this.statement) = (question, statement);

    /// <summary>What was asked.</summary>
    public Request Request => question.Request;

    /// <summary>The statement, in DuckDB's dialect; values stand in it as <c>$1</c>, <c>$2</c>…</summary>
    public string Sql => statement.Sql;

    /// <summary>The values, in the order of their numbers.</summary>
    public IReadOnlyList<object?> Parameters => statement.Parameters;

    /// <summary>The other period, where the answer is compared with one.</summary>
    public Period? ComparedPeriod => question.Before;

    /// <summary>What each metric is made of, in the request's order.</summary>
    public IReadOnlyList<MetricExplanation> Explanations => Explaining.Of(question);

    /// <summary>The ids of Merit's own dimensions by which every metric can be grouped; of columns, there are more.</summary>
    public IReadOnlyList<string> Dimensions
    {
        get
        {
            var (scans, catalog) = (question.Scans, question.Context.Dimensions);
            var reached = scans.Select(s => catalog.Reached(s.Fact.Name)).Aggregate((IEnumerable<string>?)null, (all, next) => all is null ? next : all.Intersect(next, StringComparer.Ordinal)) ?? [];
            var dated = scans.Count > 0 && scans.All(s => s is { Time: not null, Span: Span.Period });
            return [.. reached, .. dated ? Enum.GetNames<TimeGrain>().Select(g => g.ToLowerInvariant()) : []];
        }
    }

    /// <summary>For each thing the metrics take of a fact: how many rows lie behind it, whatever the groups, and some of them. Funnels over events have none: what they count are contacts, not rows.</summary>
    /// <param name="limit">How many rows to show at most.</param>
    public IReadOnlyList<RowsBehind> RowsBehind(int limit) =>
        [.. question.Metrics.SelectMany(m => m.Tree().OfType<AggregateLeaf>()).Where(l => l.Measure.Reason == NoValue.None).DistinctBy(l => (l.Scan.Name, l.Measure.Column))
            .Select(l => ScanQuery.RowsOf(question, l, limit))];

    /// <summary>Makes the answer of the statement's rows, in any order.</summary>
    /// <param name="rows">One array per row, with a value (or null) per column of the statement.</param>
    public Answer Read(IEnumerable<object?[]> rows) => new AnswerReader(question, statement).Read(rows);
}
