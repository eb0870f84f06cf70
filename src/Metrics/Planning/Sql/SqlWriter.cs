using System.Text;

namespace Merit.Metrics.Planning.Sql;

/// <summary>The one place that writes statements: readable, always the same for the same tree, with values as numbered parameters.</summary>
internal sealed class SqlWriter
{
    private readonly StringBuilder text = new();
    private readonly SqlExprWriter expressions;
    private int depth;

    private SqlWriter() => expressions = new SqlExprWriter(text, Nested);

    public static (string Sql, IReadOnlyList<object?> Parameters) Write(SqlQuery query)
    {
        var writer = new SqlWriter();
        writer.Query(query);
        return (writer.text.Append('\n').ToString(), writer.expressions.Parameters);
    }

    private void Query(SqlQuery query)
    {
        switch (query)
        {
            case SqlWith with:
                With(with);
                break;
            case SqlUnion union:
                Union(union);
                break;
            case SqlSelect select:
                Select(select);
                break;
        }
    }

    private void With(SqlWith with)
    {
        text.Append("WITH");
        for (var i = 0; i < with.Named.Count; i++)
        {
            text.Append(i == 0 ? " " : ",\n").Append(SqlExprWriter.Quoted(with.Named[i].Name)).Append(" AS (");
            Nested(with.Named[i].Query);
            text.Append(')');
        }

        text.Append('\n');
        Query(with.Body);
    }

    private void Union(SqlUnion union)
    {
        for (var i = 0; i < union.Parts.Count; i++)
        {
            if (i > 0)
            {
                Line("UNION ALL BY NAME");
                Line("");
            }

            Query(union.Parts[i]);
        }
    }

    private void Select(SqlSelect select)
    {
        text.Append("SELECT ");
        for (var i = 0; i < select.Columns.Count; i++)
        {
            if (i > 0)
            {
                text.Append(',');
                Line("    ");
            }

            Output(select.Columns[i]);
        }

        if (select.From is { } source)
        {
            Line("FROM ");
            Source(source);
        }

        foreach (var join in select.Joins)
        {
            Line(join.Matching ? "JOIN " : "LEFT JOIN ");
            Named(join.Table, join.Alias);
            text.Append(" ON ");
            expressions.Write(join.On);
        }

        if (select.Where is { } condition)
        {
            Line("WHERE ");
            expressions.Write(condition);
        }

        Grouping(select);
        if (select.OrderBy.Count > 0)
        {
            Line("ORDER BY ");
            expressions.List(select.OrderBy);
        }

        if (select.Limit is { } limit)
        {
            Line("LIMIT ");
            expressions.Write(new SqlConstant(limit));
        }
    }

    private void Output(SqlOutput output)
    {
        if (output.Value is null)
        {
            text.Append(output.Name is { } source ? SqlExprWriter.Quoted(source) + "." : "").Append('*');
            return;
        }

        expressions.Write(output.Value);
        if (output.Name is { } name && !Same(output.Value, name))
        {
            text.Append(" AS ").Append(SqlExprWriter.Quoted(name));
        }
    }

    private static bool Same(SqlExpr value, string name) => value is SqlColumn { Alias: null } column && string.Equals(column.Name, name, StringComparison.Ordinal);

    private void Source(SqlSource source)
    {
        switch (source)
        {
            case SqlTable table:
                Named(table.Name, table.Alias ?? table.Name);
                break;
            case SqlSubquery subquery:
                text.Append('(');
                Nested(subquery.Query);
                text.Append(')');
                break;
        }
    }

    private void Named(string table, string alias)
    {
        text.Append(SqlExprWriter.Quoted(table));
        if (!string.Equals(table, alias, StringComparison.Ordinal))
        {
            text.Append(" AS ").Append(SqlExprWriter.Quoted(alias));
        }
    }

    private void Grouping(SqlSelect select)
    {
        if (select.GroupBy is not { Count: > 0 } columns)
        {
            return;
        }

        Line(select.WithTotal ? "GROUP BY GROUPING SETS ((" : "GROUP BY ");
        expressions.List(columns);
        if (select.WithTotal)
        {
            text.Append("), (");
            expressions.List(select.TotalBy);
            text.Append("))");
        }
    }

    private void Nested(SqlQuery query)
    {
        depth++;
        Line("");
        Query(query);
        depth--;
        Line("");
    }

    private void Line(string start) => text.Append('\n').Append(' ', depth * 4).Append(start);
}
