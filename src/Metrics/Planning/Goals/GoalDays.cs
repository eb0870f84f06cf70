using Merit.Metrics.Planning.OverTime;
using Merit.Metrics.Planning.Sql;
using Merit.Metrics.Tables;

namespace Merit.Metrics.Planning.Goals;

/// <summary>The days goals count for, as far as they are asked about.</summary>
internal sealed class GoalDays(FactRows rows, Frame period)
{
    private SqlExpr First => rows.Own(nameof(TargetsTable.period_start));

    private SqlExpr Last => rows.Own(nameof(TargetsTable.period_end));

    private SqlExpr FirstAsked => period.From is { } from ? SqlFunctions.Later(First, new SqlConstant(from)) : First;

    private SqlExpr LastAsked => period.To is { } to ? SqlFunctions.Earlier(Last, new SqlConstant(to.AddDays(-1))) : Last;

    /// <summary>Whether a goal has days at all; one without holds whatever the days.</summary>
    public SqlExpr IsDated => new SqlBinary(SqlOperator.And, new SqlIsNull(First, Negated: true), new SqlIsNull(Last, Negated: true));

    /// <summary>Whether some of its days are asked about; null where all days are.</summary>
    public SqlExpr? Overlaps
    {
        get
        {
            SqlExpr? starts = period.To is { } to ? new SqlBinary(SqlOperator.Less, First, new SqlConstant(to)) : null;
            SqlExpr? ends = period.From is { } from ? new SqlBinary(SqlOperator.GreaterOrEqual, Last, new SqlConstant(from)) : null;
            return (starts, ends) is (null, null) ? null
                : new SqlBinary(SqlOperator.Or, new SqlIsNotTrue(IsDated), SqlExpr.All(new[] { starts, ends }.OfType<SqlExpr>()) ?? SqlExpr.True);
        }
    }

    /// <summary>How many days it has.</summary>
    public SqlExpr Count => Inclusive(First, Last);

    /// <summary>How many of them are asked about.</summary>
    public SqlExpr CountAsked => Inclusive(FirstAsked, LastAsked);

    /// <summary>Each of them that is asked about, a row each; one row without a day for a goal without days.</summary>
    public SqlExpr Each() => SqlFunctions.EachDay(IsDated, FirstAsked, LastAsked);

    private static SqlExpr Inclusive(SqlExpr first, SqlExpr last) => new SqlBinary(SqlOperator.Add, SqlFunctions.WholeDays(first, last), new SqlConstant(1L));
}
