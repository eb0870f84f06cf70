using Merit.Metrics.Language;
using Merit.Metrics.Planning.Sql;

namespace Merit.Metrics.Planning;

/// <summary>The contacts of a path: the row of each one's first event, with the times at which it reached the further steps beside it. Each step is a query that
/// takes up the contacts of the one before; earlier is better, so the first event that may count is the one that does.</summary>
internal sealed class PathQuery(EventPath path, PlanContext context, RowRules rules)
{
    private const string Place = "place";
    private const string Entered = "entered";
    private const string At = "at";

    private SqlColumn Contact(string alias) => new(alias, EventPath.Contact);

    private PathStep First => path.Steps[0];

    /// <summary>The name of its rows.</summary>
    public static string Name(EventPath path) => $"{path.Id} contacts";

    /// <summary>What must be known for a step to be reached or not.</summary>
    public static IEnumerable<ColumnNode> Needed(EventPath path, int step, Definitions definitions) => path.Steps.Take(step + 1).SelectMany(s =>
        s.Conditions.SelectMany(c => NeededColumns.Of(Reuse.Expand(definitions, c.Node))).Prepend(s.Time).Prepend(new ColumnNode(s.Time.Table, EventPath.Contact)));

    public IEnumerable<SqlNamed> Queries()
    {
        yield return new SqlNamed(NameOf(0), Entries());
        for (var i = 1; i < path.Steps.Count; i++)
        {
            yield return new SqlNamed(NameOf(i), Next(i));
        }

        yield return new SqlNamed(Name(path), Met());
    }

    private string NameOf(int step) => $"{path.Id} {path.Steps[step].Id}";

    // Of several events at one time the one whose key comes first.
    private SqlSelect Entries()
    {
        var (fact, rows, time, conditions) = Read(First);
        var table = context.Schema.Table(fact);
        var key = table is { Key.Count: > 0 } ? table.Key : [.. table?.Columns.Select(c => c.Name) ?? []];
        var order = key.Select(rows.Own).Prepend(time).ToList();
        var inner = new SqlSelect
        {
            Columns = [SqlOutput.EverythingOf(fact), new SqlOutput(new SqlPlace([Contact(fact)], order), Place)],
            From = rows.Source,
            Joins = rows.Joins,
            Where = SqlExpr.All(conditions.Prepend(new SqlIsNull(time, Negated: true)).Prepend(new SqlIsNull(Contact(fact), Negated: true))),
        };
        return new SqlSelect
        {
            Columns = [SqlOutput.Everything],
            From = new SqlSubquery(inner),
            Where = new SqlBinary(SqlOperator.Equal, new SqlColumn(null, Place), new SqlConstant(1L)),
        };
    }

    private SqlSelect Next(int step)
    {
        var (fact, rows, time, conditions) = Read(path.Steps[step]);
        var before = NameOf(step - 1);
        var (entered, at) = step == 1 ? (First.Time.Name, First.Time.Name) : (Entered, At);

        // No event is two steps: one of the same table comes later, one of another may come at the same time.
        var isSame = string.Equals(path.Steps[step - 1].Time.Table, fact, StringComparison.Ordinal);
        var after = new SqlBinary(isSame ? SqlOperator.Greater : SqlOperator.GreaterOrEqual, time, new SqlColumn(before, at));
        var inTime = new SqlBinary(SqlOperator.LessOrEqual, time, new SqlBinary(SqlOperator.Add, new SqlColumn(before, entered), new SqlSeconds((long)path.Within.TotalSeconds)));
        var same = new SqlBinary(SqlOperator.Equal, Contact(fact), Contact(before));
        IReadOnlyList<SqlExpr> keys = [Contact(before), new SqlColumn(before, entered)];
        return new SqlSelect
        {
            Columns = [new SqlOutput(keys[0], EventPath.Contact), new SqlOutput(keys[1], Entered), new SqlOutput(new SqlAggregate("min", [time]), At)],
            From = rows.Source,
            Joins = [.. rows.Joins, new SqlJoin(before, before, SqlExpr.All([same, after, inTime]) ?? SqlExpr.True) { Matching = true }],
            Where = SqlExpr.All(conditions),
            GroupBy = keys,
        };
    }

    private SqlSelect Met()
    {
        var first = NameOf(0);
        var further = Enumerable.Range(1, path.Steps.Count - 1).ToList();
        return new SqlSelect
        {
            Columns =
            [
                SqlOutput.EverythingOf(first),
                new SqlOutput(new SqlColumn(first, First.Time.Name), new ReachedNode(path, 0).Column),
                .. further.Select(i => new SqlOutput(new SqlColumn(NameOf(i), At), new ReachedNode(path, i).Column)),
            ],
            From = new SqlTable(first),
            Joins = [.. further.Select(i => new SqlJoin(NameOf(i), NameOf(i), new SqlBinary(SqlOperator.Equal, Contact(NameOf(i)), Contact(first))))],
        };
    }

    private (string Fact, FactRows Rows, SqlExpr Time, List<SqlExpr> Conditions) Read(PathStep step)
    {
        var fact = step.Time.Table;
        var rows = new FactRows(fact, context);
        var values = new RowValues(fact, rows, context);
        return (fact, rows, rows.Own(step.Time.Name), [.. rules.Conditions(rows), .. step.Conditions.Select(c => values.Of(Reuse.Expand(context.Definitions, c.Node)))]);
    }
}
