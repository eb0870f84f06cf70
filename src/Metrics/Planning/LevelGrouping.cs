using Merit.Metrics.Planning.Sql;

namespace Merit.Metrics.Planning;

/// <summary>Groups levels twice: by group and series for the value of each series, then by group for their sum.</summary>
internal static class LevelGrouping
{
    /// <summary>The sums of the values that each series has in each group, and in the total.</summary>
    /// <param name="question">Gives the groups.</param>
    /// <param name="source">The rows, with the dimensions' columns.</param>
    /// <param name="series">What tells series apart.</param>
    /// <param name="ends">A series' values, and how many rows it has.</param>
    /// <param name="sums">The sums over series.</param>
    /// <param name="slice">How the rows are grouped.</param>
    public static SqlSelect Select(
        Question question, SqlSource source, IReadOnlyList<SqlExpr> series, IReadOnlyList<SqlOutput> ends, IReadOnlyList<SqlOutput> sums, ScanSlice slice)
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
                .. sums,
            ],
            From = new SqlSubquery(ofSeries),
            GroupBy = withTotal ? [total, .. keys] : keys,
        };
    }
}
