using Merit.Metrics.Planning.Sql;
using Merit.Metrics.Schema;
using Merit.Metrics.Semantics;

namespace Merit.Metrics.Planning;

/// <summary>The rows of one fact in a query, and the unique rows of other tables looked up for them. A lookup used twice is joined once.</summary>
internal sealed class FactRows(string fact, PlanContext context, string? source = null)
{
    private readonly Dictionary<(Reach Key, string Table), string> aliases = [];
    private readonly List<SqlJoin> joins = [];

    public SqlSource Source => source is null ? new SqlTable(fact) : new SqlTable(source) { Alias = fact };

    public IReadOnlyList<SqlJoin> Joins => joins;

    public SqlExpr Own(string column) => new SqlColumn(fact, column);

    public SqlExpr Value(Reach reach) => reach switch
    {
        OwnColumn own => Own(own.Name),
        LookedUp found => new SqlColumn(Alias(found), found.Name),
        Computed computed => new RowValues(fact, this, context).Of(computed.Node),
        FirstOf several => SqlFunctions.Coalesce([.. several.Alternatives.Select(Value)]),
        _ => throw new InvalidOperationException($"No way to read {reach}."),
    };

    /// <summary>A dimension's value of a row: times as the workspace's clocks show them.</summary>
    public SqlExpr? Value(Dimension dimension)
    {
        if (dimension.Of(fact) is not { } reach)
        {
            return null;
        }

        var value = Value(reach);
        return reach.Type != dimension.Type || reach is Computed { Type: not ColumnType.Timestamp } ? new SqlCast(value, SqlTypes.Of(dimension.Type))
            : reach.Type == ColumnType.Timestamp ? context.Functions.LocalTime(value)
            : value;
    }

    public SqlJoin Join(string table, string wantedAlias, Func<string, SqlExpr> on)
    {
        var alias = Free(wantedAlias);
        var join = new SqlJoin(table, alias, on(alias));
        joins.Add(join);
        return join;
    }

    private string Alias(LookedUp found)
    {
        if (!aliases.TryGetValue((found.Key, found.Table), out var alias))
        {
            // The key may need a join of its own, which must stand before this one.
            var key = Value(found.Key);
            aliases[(found.Key, found.Table)] = alias = Join(found.Table, found.Table, a => new SqlBinary(SqlOperator.Equal, new SqlColumn(a, found.KeyColumn), key)).Alias;
        }

        return alias;
    }

    private string Free(string wanted)
    {
        var alias = wanted;
        for (var i = 2; string.Equals(alias, fact, StringComparison.Ordinal) || joins.Any(j => string.Equals(j.Alias, alias, StringComparison.Ordinal)); i++)
        {
            alias = $"{wanted} {i}";
        }

        return alias;
    }
}
