using Merit.Metrics.Language;
using Merit.Metrics.Planning.Sql;
using Merit.Metrics.Schema;

namespace Merit.Metrics.Planning;

/// <content>Levels, such as followers: added up over series, never over time.</content>
internal sealed partial class ScanQuery
{
    // Of each series the value at the end, for every group and for the total by itself; then these are added up.
    private SqlSelect Levels(IReadOnlyList<string> series, ScanSlice slice)
    {
        var by = series.Select(s => Column(question.Shape.Name($"series {s}"), () => rows.Own(s))).ToList<SqlExpr>();
        var time = Column(question.Shape.Name("series time"), () => rows.Value(scan.Happened ?? scan.Time ?? throw new InvalidOperationException("A level without a time.")));
        var ends = scan.Measures.Select(m =>
        {
            var value = Named(m.Value ?? throw new InvalidOperationException("A level without a value."), m.Column + " of");
            var filter = Filter(m);
            return new SqlOutput(SqlFunctions.AtEnd(value, time, m.Function == AggregateFunction.Last, filter), m.Column);
        }).ToList();
        var inner = Inner(slice);
        return LevelGrouping.Select(question, new SqlSubquery(inner), by, [.. ends, new SqlOutput(new SqlAggregate("count", []), QuestionShape.Rows)], [.. scan.Measures.Select(Added)], slice);
    }

    private SqlOutput Added(ScanMeasure measure)
    {
        var isFloating = measure.Value is { } value && values.TypeOf(value) == ColumnType.Number;
        var sum = new SqlAggregate(isFloating ? "fsum" : "sum", [new SqlColumn(null, measure.Column)]);
        return new SqlOutput(isFloating ? Rounded(sum) : SqlFunctions.ToNumber(sum), measure.Column);
    }
}
