using Merit.Metrics.Language;
using Merit.Metrics.Planning.Sql;

namespace Merit.Metrics.Planning;

/// <content>How far the values of a column lie apart: each is aggregated by itself, in every group and in the total, then the lowest is taken from the highest.</content>
internal sealed partial class ScanQuery
{
    private SqlSelect Spread(ColumnNode among, ScanSlice slice)
    {
        var apart = Column(question.Shape.Name($"apart {among.Name}"), () => rows.Own(among.Name));
        var each = scan.Measures.Select(m => new SqlOutput(OfRowsThatCount(m, apart), m.Column)).ToList();
        return LevelGrouping.Select(
            question, new SqlSubquery(Inner(slice)), [apart], [.. each, new SqlOutput(new SqlAggregate("count", []), QuestionShape.Rows)],
            [.. scan.Measures.Select(Apart)], slice);
    }

    // A department that nobody asked is not the one with the fewest answers.
    private SqlCase OfRowsThatCount(ScanMeasure measure, SqlColumn apart)
    {
        var filter = Filter(measure);
        var counted = measure.Value is { } value ? new[] { Named(value, ValueName(measure, value)) } : [];
        var any = new SqlBinary(SqlOperator.Greater, new SqlAggregate("count", counted, Filter: filter), new SqlConstant(0L));
        return new SqlCase([(new SqlBinary(SqlOperator.And, new SqlIsNull(apart, Negated: true), any), Aggregated(measure))], new SqlConstant(null));
    }

    // Of numbers with fractions, what adding them up in another order could change is left off.
    private static SqlOutput Apart(ScanMeasure measure)
    {
        var value = new SqlColumn(null, measure.Column);
        return new SqlOutput(Rounded(new SqlBinary(SqlOperator.Subtract, new SqlAggregate("max", [value]), new SqlAggregate("min", [value]))), measure.Column);
    }
}
