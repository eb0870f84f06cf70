using Merit.Metrics.Language;
using Merit.Metrics.Planning.OverTime;
using Merit.Metrics.Planning.Sql;
using Merit.Metrics.Schema;
using Merit.Metrics.Semantics;
using Merit.Metrics.Tables;

namespace Merit.Metrics.Planning;

/// <content>The rows themselves, before anything is aggregated.</content>
internal sealed partial class ScanQuery
{
    private const string Measured = "measured";

    public static RowsBehind RowsOf(Question question, AggregateLeaf leaf, int limit)
    {
        var (asked, settings) = (Frame.Of(question.Request.Period), question.Context.Settings);
        var read = asked.Moved(leaf.Scan.Reading.Moves, settings.Today, settings.WeekStart);
        var (shown, value, rows) = new ScanQuery(question, leaf.Scan, read ?? asked).Rows(leaf.Measure, any: read is not null);
        var (sql, parameters) = Written(rows with { Limit = limit });
        var (countSql, countParameters) = Written(new SqlSelect
        {
            Columns = [new SqlOutput(new SqlAggregate("count", []), QuestionShape.Rows)],
            From = new SqlSubquery(rows with { OrderBy = [] }),
        });
        return new RowsBehind(leaf.Scan.Fact.Name, Explaining.Taken(leaf.Measure), shown, sql, parameters, countSql, countParameters) { Value = value };

        (string Sql, IReadOnlyList<object?> Parameters) Written(SqlSelect query) =>
            SqlWriter.Write(leaf.Scan.Path is { } path ? new SqlWith([.. new PathQuery(path, question.Context, question.Rows).Queries()], query) : query);
    }

    private (IReadOnlyList<string> Shown, string? Value, SqlSelect Rows) Rows(ScanMeasure measure, bool any)
    {
        var fact = scan.Fact.Name;
        var read = ReadColumns.OfMeasure(measure, fact).Select(c => c[(fact.Length + 1)..]).Where(c => c is not "*");
        var own = scan.Fact.Key.Concat(scan.Time is OwnColumn time ? [time.Name] : []).Concat(read).Distinct(StringComparer.Ordinal).Select(c => (Name: c, Value: Shown(c))).ToList();
        var found = question.By.Where(b => b.Dimension.Grain is null && own.TrueForAll(o => o.Name != b.Dimension.Id)).SelectMany(b => rows.Value(b.Dimension) is { } value ? [(Name: b.Dimension.Id, Value: value)] : Array.Empty<(string Name, SqlExpr Value)>()).ToList();
        // Of contacts that are followed, when they reached each step.
        found.AddRange(scan.Path is { } followed ? Enumerable.Range(0, followed.Steps.Count).Select(i => (Name: followed.Steps[i].Id, Value: Functions.LocalTime(values.Of(new ReachedNode(followed, i))))) : []);
        var value = Value(measure);
        if (value is { } computed && !own.Concat(found).Any(c => string.Equals(c.Name, computed.Name, StringComparison.Ordinal)))
        {
            found.Add(computed);
        }

        var condition = SqlExpr.All([.. any ? Where().Concat(Counting(measure)) : [new SqlConstant(false)]]);
        return ([.. own.Concat(found).Select(c => c.Name)], value?.Name, new SqlSelect
        {
            Columns = [.. own.Concat(found).Select(c => new SqlOutput(c.Value, c.Name))],
            From = rows.Source,
            Joins = rows.Joins,
            Where = condition,
            OrderBy = [.. (scan.Time is { } dated ? new[] { rows.Value(dated) } : []).Concat(scan.Fact.Key.Select(rows.Own))],
        });
    }

    // What is aggregated, of one row: a column of its own, or computed.
    private (string Name, SqlExpr Value)? Value(ScanMeasure measure) => (measure.Value, measure.Credit) switch
    {
        (ColumnNode column, _) => (column.Name, Shown(column.Name)),
        ({ } node, _) => (Measured, values.Of(node)),
        (_, CreditOf.Revenue) => (Measured, new SqlBinary(SqlOperator.Multiply, rows.Own(measure.Model ?? ""), SqlFunctions.ToNumber(rows.Own(nameof(CreditsTable.value))))),
        (_, { }) => (measure.Model ?? "", rows.Own(measure.Model ?? "")),
        _ => null,
    };

    private IEnumerable<SqlExpr> Counting(ScanMeasure measure)
    {
        if (measure.Condition is { } condition)
        {
            yield return values.Of(condition);
        }

        if (measure.Cover is { } cover)
        {
            yield return Toward(cover);
        }

        if (measure.Value is { } value)
        {
            yield return new SqlIsNull(values.Of(value), Negated: true);
        }

        if (measure.Credit == CreditOf.Customers)
        {
            yield return rows.Own(nameof(CreditsTable.first_sale));
        }
    }

    // Times as the workspace's clocks show them.
    private SqlExpr Shown(string column) =>
        scan.Fact.Column(column) is { Type: ColumnType.Timestamp } ? Functions.LocalTime(rows.Own(column)) : rows.Own(column);
}
