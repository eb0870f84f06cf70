using Merit.Metrics.Planning.Sql;

namespace Merit.Metrics.Planning;

/// <summary>Groups twice: by group and series for the value of each series, then by group for what these are together.</summary>
internal static class LevelGrouping
{
    /// <summary>What the values that each series has are together, in each group and in the total.</summary>
    /// <param name="question">Gives the groups.</param>
    /// <param name="source">The rows, with the dimensions' columns.</param>
    /// <param name="series">What tells series apart.</param>
    /// <param name="ends">A series' values, and how many rows it has.</param>
    /// <param name="together">What they are over all series.</param>
    /// <param name="slice">How the rows are grouped.</param>
    public static SqlSelect Select(
        Question question, SqlSource source, IReadOnlyList<SqlExpr> series, IReadOnlyList<SqlOutput> ends, IReadOnlyList<SqlOutput> together, ScanSlice slice)
    {
        var keys = slice.By.Select(b => (SqlExpr)new SqlColumn(null, b.Column)).ToList();
        var withTotal = slice.Totals == Totals.AsAsked && question.Request.Total && keys.Count > 0;
        var total = new SqlColumn(null, QuestionShape.Total);
        var ofSeries = new SqlSelect
        {
            Columns =
            [
                new SqlOutput(withTotal ? SqlFunctions.IsTotal(keys[0]) : new SqlConstant(slice.Totals == Totals.Only), QuestionShape.Total),
                .. keys.Select(k => new SqlOutput(k, null)),
                .. ends,
            ],
            From = source,
            GroupBy = [.. keys, .. series],
            WithTotal = withTotal,
            TotalBy = series,
        };
        return new SqlSelect
        {
            Columns =
            [
                new SqlOutput(withTotal ? total : new SqlConstant(slice.Totals == Totals.Only), QuestionShape.Total),
                .. keys.Select(k => new SqlOutput(k, null)),
                .. slice.Counted ? [new SqlOutput(new SqlAggregate("sum", [new SqlColumn(null, QuestionShape.Rows)]), QuestionShape.Rows)] : Array.Empty<SqlOutput>(),
                .. together,
            ],
            From = new SqlSubquery(ofSeries),
            GroupBy = withTotal ? [total, .. keys] : keys,
        };
    }
}
