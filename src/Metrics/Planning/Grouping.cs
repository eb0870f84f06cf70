using Merit.Metrics.Planning.Sql;

namespace Merit.Metrics.Planning;

/// <summary>Groups rows that already carry the dimensions' columns.</summary>
internal static class Grouping
{
    /// <summary>Aggregates rows at the grain of the question, or of those of its dimensions the rows have.</summary>
    public static SqlSelect Select(
        Question question, SqlSource source, IReadOnlyList<SqlOutput> measures, IReadOnlyList<string>? only = null, bool alwaysTotal = false)
    {
        var keys = (only ?? [.. question.By.Select(b => b.Column)]).Select(name => (SqlExpr)new SqlColumn(null, name)).ToList();
        var withTotal = (question.Request.Total || alwaysTotal) && keys.Count > 0;
        return new SqlSelect
        {
            Columns =
            [
                new SqlOutput(withTotal ? SqlFunctions.IsTotal(keys[0]) : new SqlConstant(false), QuestionShape.Total),
                .. keys.Select(k => new SqlOutput(k, null)),
                .. measures,
            ],
            From = source,
            GroupBy = keys,
            WithTotal = withTotal,
        };
    }
}
