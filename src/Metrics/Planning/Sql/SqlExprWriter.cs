using System.Globalization;
using System.Text;

namespace Merit.Metrics.Planning.Sql;

/// <summary>Writes values in DuckDB's dialect.</summary>
internal sealed class SqlExprWriter(StringBuilder text, Action<SqlQuery> nested)
{
    private readonly List<object?> parameters = [];

    public IReadOnlyList<object?> Parameters => parameters;

    /// <summary>Every identifier is quoted: a column may be called like a word of the language.</summary>
    public static string Quoted(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public void List(IReadOnlyList<SqlExpr> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            Write(values[i]);
        }
    }

    public void Write(SqlExpr value)
    {
        switch (value)
        {
            case SqlColumn column:
                text.Append(column.Alias is null ? "" : Quoted(column.Alias) + ".").Append(Quoted(column.Name));
                break;
            case SqlParameter parameter:
                text.Append(CultureInfo.InvariantCulture, $"${Number(parameter.Value)}");
                break;
            case SqlConstant constant:
                text.Append(Constant(constant.Value));
                break;
            case SqlBinary binary:
                Binary(binary);
                break;
            case SqlIsNull test:
                Operand(test.Operand);
                text.Append(test.Negated ? " IS NOT NULL" : " IS NULL");
                break;
            case SqlIsNotTrue test:
                Operand(test.Operand);
                text.Append(" IS NOT TRUE");
                break;
            case SqlNegate negate:
                // Two signs in a row would begin a comment.
                text.Append("-(");
                Write(negate.Operand);
                text.Append(')');
                break;
            case SqlIn test:
                Operand(test.Operand);
                text.Append(" IN (");
                List(test.Values);
                text.Append(')');
                break;
            case SqlInQuery test:
                Operand(test.Operand);
                text.Append(" IN (");
                nested(test.Query);
                text.Append(')');
                break;
            case SqlBetween test:
                Operand(test.Operand);
                text.Append(" BETWEEN ");
                Operand(test.Low);
                text.Append(" AND ");
                Operand(test.High);
                break;
            case SqlCall call:
                text.Append(call.Function).Append('(');
                List(call.Arguments);
                text.Append(')');
                break;
            case SqlCast cast:
                text.Append("CAST(");
                Write(cast.Operand);
                text.Append(" AS ").Append(TypeName(cast.Type)).Append(')');
                break;
            case SqlWide wide:
                text.Append("CAST(");
                Write(wide.Operand);
                text.Append(CultureInfo.InvariantCulture, $" AS DECIMAL(38, {wide.Places}))");
                break;
            case SqlCase choice:
                Case(choice);
                break;
            case SqlAggregate aggregate:
                Aggregate(aggregate);
                break;
            case SqlPlace place:
                text.Append("row_number() OVER (PARTITION BY ");
                List(place.Among);
                text.Append(" ORDER BY ");
                List(place.By);
                text.Append(')');
                break;
            case SqlSeconds length:
                text.Append(CultureInfo.InvariantCulture, $"INTERVAL {length.Seconds} SECOND");
                break;
            case SqlDays days:
                text.Append(CultureInfo.InvariantCulture, $"INTERVAL {days.Days} DAY");
                break;
            case SqlMonths months:
                text.Append(CultureInfo.InvariantCulture, $"INTERVAL {months.Months} MONTH");
                break;
        }
    }

    private void Case(SqlCase choice)
    {
        text.Append("CASE");
        foreach (var (when, then) in choice.Branches)
        {
            text.Append(" WHEN ");
            Write(when);
            text.Append(" THEN ");
            Write(then);
        }

        text.Append(" ELSE ");
        Write(choice.Else);
        text.Append(" END");
    }

    private void Aggregate(SqlAggregate aggregate)
    {
        text.Append(aggregate.Function).Append('(').Append(aggregate.Distinct ? "DISTINCT " : "");
        if (aggregate.Arguments.Count == 0)
        {
            text.Append('*');
        }

        List(aggregate.Arguments);
        for (var i = 0; i < aggregate.OrderBy.Count; i++)
        {
            text.Append(i == 0 ? " ORDER BY " : ", ");
            Write(aggregate.OrderBy[i].Value);
            text.Append(aggregate.OrderBy[i].Descending ? " DESC" : "");
        }

        text.Append(')');
        if (aggregate.Filter is { } filter)
        {
            text.Append(" FILTER (WHERE ");
            Write(filter);
            text.Append(')');
        }
    }

    private void Binary(SqlBinary binary)
    {
        Side(binary, binary.Left);
        text.Append(Sign(binary.Operator));
        Side(binary, binary.Right);
    }

    // A chain of AND reads better without brackets, and means the same.
    private void Side(SqlBinary parent, SqlExpr side)
    {
        if (parent.Operator == SqlOperator.And && side is SqlBinary { Operator: not SqlOperator.Or })
        {
            Write(side);
        }
        else
        {
            Operand(side);
        }
    }

    private void Operand(SqlExpr value)
    {
        var simple = value is SqlColumn or SqlParameter or SqlConstant or SqlCall or SqlCast or SqlWide or SqlAggregate or SqlDays or SqlMonths;
        text.Append(simple ? "" : "(");
        Write(value);
        text.Append(simple ? "" : ")");
    }

    private int Number(object value)
    {
        var index = parameters.IndexOf(value);
        if (index < 0)
        {
            parameters.Add(value);
            index = parameters.Count - 1;
        }

        return index + 1;
    }

    private static string Constant(object? value) => value switch
    {
        null => "NULL",
        bool flag => flag ? "TRUE" : "FALSE",
        DateOnly day => string.Create(CultureInfo.InvariantCulture, $"DATE '{day:yyyy-MM-dd}'"),
        DateTime time => string.Create(CultureInfo.InvariantCulture, $"TIMESTAMP '{time:yyyy-MM-dd HH:mm:ss.ffffff}'").Replace(".000000", "", StringComparison.Ordinal),
        double number => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "NULL",
        string word => $"'{word.Replace("'", "''", StringComparison.Ordinal)}'",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Not a constant."),
    };

    private static string TypeName(SqlType type) => type switch
    {
        SqlType.Text => "VARCHAR",
        SqlType.Integer => "BIGINT",
        SqlType.Flag => "BOOLEAN",
        SqlType.Date => "DATE",
        SqlType.Timestamp => "TIMESTAMP",
        SqlType.Exact => "DECIMAL(36, 12)",
        SqlType.Share => "DECIMAL(18, 12)",
        SqlType.Worth => "DECIMAL(38, 12)",
        _ => "DOUBLE",
    };

    private static string Sign(SqlOperator op) => op switch
    {
        SqlOperator.Equal => " = ",
        SqlOperator.NotEqual => " <> ",
        SqlOperator.SameAs => " IS NOT DISTINCT FROM ",
        SqlOperator.DiffersFrom => " IS DISTINCT FROM ",
        SqlOperator.Less => " < ",
        SqlOperator.LessOrEqual => " <= ",
        SqlOperator.Greater => " > ",
        SqlOperator.GreaterOrEqual => " >= ",
        SqlOperator.Add => " + ",
        SqlOperator.Subtract => " - ",
        SqlOperator.Multiply => " * ",
        SqlOperator.Divide => " / ",
        SqlOperator.DivideWhole => " // ",
        SqlOperator.And => " AND ",
        _ => " OR ",
    };
}
