using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Planning.Sql;
using Merit.Metrics.Requests;
using Merit.Metrics.Schema;
using Merit.Metrics.Semantics;

namespace Merit.Metrics.Planning;

/// <summary>
/// Which rows whoever asks may see: filters that every fact of every question gets, also where rows are read along the way. They are never dropped: what is counted in a
/// fact that one of them does not reach has no value.
/// </summary>
internal sealed class RowRules
{
    private readonly WarehouseSchema schema;

    private RowRules(WarehouseSchema schema, IReadOnlyList<(Dimension Dimension, FilterTest Test)> tests) => (this.schema, Tests) = (schema, tests);

    public IReadOnlyList<(Dimension Dimension, FilterTest Test)> Tests { get; }

    public static RowRules Of(PlanContext context, List<Diagnostic> problems) => new(context.Schema, [.. context.Settings.Rows.Select(rule => Test(rule, context, problems)).OfType<(Dimension, FilterTest)>()]);

    /// <summary>Whether every rule says something of a fact's rows.</summary>
    public bool Reach(string fact) => Tests.All(t => t.Dimension.Of(fact) is not null);

    /// <summary>Whether a measure may be taken in a scan: every rule reaches its rows, those of each series all or none, and those of each step of a path.</summary>
    public bool Reach(Scan scan) => Tests.All(t => t.Dimension.Of(scan.Fact.Name) is { } reach && (scan.Series is not { } series || reach.Reads.All(c => series.Contains(c, StringComparer.Ordinal))))
        && (scan.Path is not { } path || path.Steps.All(s => Reach(s.Time.Table)));

    /// <summary>Whether sources load what the rules ask of a scan's rows, and of those of each step of a path: where they do not, no row would pass, and nothing would read as zero.</summary>
    public bool AreLoaded(Scan scan) => Tests.All(t => IsLoaded(t.Dimension, scan.Fact.Name) && (scan.Path is not { } path || path.Steps.All(s => IsLoaded(t.Dimension, s.Time.Table))));

    private bool IsLoaded(Dimension dimension, string fact) => dimension.Of(fact) is not { } reach || IsLoaded(reach, fact);

    private bool IsLoaded(Reach reach, string fact) => reach switch
    {
        OwnColumn own => HasLoaded(fact, own.Name),
        LookedUp looked => HasLoaded(looked.Table, looked.Name) && IsLoaded(looked.Key, fact),
        FirstOf first => first.Alternatives.Any(a => IsLoaded(a, fact)),
        Computed computed => computed.Own.All(o => IsLoaded(o, fact)),
        _ => true,
    };

    private bool HasLoaded(string table, string column) => schema.Table(table)?.Column(column) is { Loaded: true };

    /// <summary>The conditions for rows of a fact that all rules reach.</summary>
    public IEnumerable<SqlExpr> Conditions(FactRows rows) => Tests.Select(t =>
    {
        var value = rows.Value(t.Dimension) ?? throw new InvalidOperationException($"The rule on {t.Dimension.Id} does not reach the rows.");
        return t.Test.Condition(t.Dimension.Type == ColumnType.Timestamp && t.Test.ByDay ? new SqlCast(value, SqlType.Date) : value);
    });

    // A rule means the same whatever is asked: no bare column, which the facts of a question would give its meaning, and no time.
    private static (Dimension, FilterTest)? Test(Filter rule, PlanContext context, List<Diagnostic> problems)
    {
        if (SegmentFilters.Means(context, rule.Dimension))
        {
            return SegmentFilters.Of(rule, context, problems);
        }

        if (context.Dimensions.Settled(rule.Dimension) is not { Grain: null, Age: null } dimension)
        {
            problems.Add(AccessRules.BadRowRule.Here(rule.Dimension));
            return null;
        }

        return FilterTest.Of(rule, dimension, context, problems) is { } test ? (dimension, test) : null;
    }
}
