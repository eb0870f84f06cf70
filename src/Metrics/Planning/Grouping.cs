using Merit.Metrics.Planning.Sql;

namespace Merit.Metrics.Planning;

/// <summary>Groups rows that already carry the dimensions' columns.</summary>
internal static class Grouping
{
    /// <summary>Aggregates rows at the grain of the question, or of those of its dimensions the rows have.</summary>
    public static SqlSelect Select(
        Question question, SqlSource source, IReadOnlyList<SqlOutput> measures, IReadOnlyList<string>? only = null, Totals totals = Totals.AsAsked)
    {
        var keys = (only ?? [.. question.By.Select(b => b.Column)]).Select(name => (SqlExpr)new SqlColumn(null, name)).ToList();
        var withTotal = (totals == Totals.Always || (totals == Totals.AsAsked && question.Request.Total)) && keys.Count > 0;
        return new SqlSelect
        {
            Columns =
            [
                new SqlOutput(withTotal ? SqlFunctions.IsTotal(keys[0]) : new SqlConstant(totals == Totals.Only), QuestionShape.Total),
                .. keys.Select(k => new SqlOutput(k, null)),
                .. measures,
            ],
            From = source,
            GroupBy = keys,
            WithTotal = withTotal,
        };
    }
}

/// <summary>Whether groups are followed by one of everything.</summary>
internal enum Totals
{
    /// <summary>Where the question asks for it.</summary>
    AsAsked,

    /// <summary>In any case.</summary>
    Always,

    /// <summary>No: it is worked out elsewhere.</summary>
    Never,

    /// <summary>There is nothing else: what is not grouped is the total.</summary>
    Only,
}
