using Merit.Metrics.Tables;

namespace Merit.Metrics.Language;

/// <summary>What a funnel counts, and how long its steps take.</summary>
internal abstract class FunnelRows(IReadOnlyList<FunnelStage> stages, IReadOnlyList<Condition> conditions)
{
    protected IReadOnlyList<FunnelStage> Stages => stages;

    protected IReadOnlyList<Condition> Conditions => conditions;

    /// <summary>What keeps it from being read, or null.</summary>
    public virtual string? Problem() =>
        stages.Count < 2 ? "it has fewer than two stages"
        : stages.GroupBy(s => s.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice ? $"it has two stages '{twice.Key}'"
        : stages.FirstOrDefault(s => !Identifiers.IsMetricId(s.Id)) is { } bad ? $"'{bad.Id}' cannot be the name of a stage"
        : stages.FirstOrDefault(s => s.Conditions.Any(c => c.Node.Columns.Any(n => n.Table != s.Table))) is { } foreign ? $"the condition of '{foreign.Id}' reads another table than {foreign.Table}"
        : null;

    /// <summary>How many reached a stage.</summary>
    public abstract Aggregate Reached(int stage);

    /// <summary>The median days between two stages.</summary>
    public abstract Aggregate Days(int from, int to);

    protected static Aggregate Dated(Aggregate all, FunnelStage first, Diagnostics.Place at) => first.Reached switch
    {
        Column<DateTime> time => all.On(time, at.File, at.Line),
        Column<DateOnly> day => all.On(day, at.File, at.Line),
        _ => all,
    };

    protected static Aggregate Where(Aggregate all, IEnumerable<Condition> conditions) =>
        conditions.Aggregate(all, (narrowed, c) => narrowed.Where(new Expr<bool>(c.Node), c.At.File, c.At.Line));
}

/// <summary>Rows of one table, by the times they reached its stages.</summary>
internal sealed class RowTimes(IReadOnlyList<FunnelStage> stages, IReadOnlyList<Condition> conditions, Diagnostics.Place at) : FunnelRows(stages, conditions)
{
    public override string? Problem() =>
        Stages.Select(s => s.Table).Distinct(StringComparer.Ordinal).ToList() is { Count: > 1 } tables ? $"its stages are of {string.Join(" and ", tables)}, and no 'within' says how long a contact is followed"
        : base.Problem();

    // Reached, or gone beyond: a lead that was won was qualified, whether or not anybody wrote it down.
    public override Aggregate Reached(int stage) =>
        Narrowed(new Aggregate(AggregateFunction.Count, Stages[0].Table, null)
            .Where(new Expr<bool>(Stages.Skip(stage).Select(Has).Aggregate((any, next) => new BinaryNode(RowOperator.Or, any, next))), at.File, at.Line));

    public override Aggregate Days(int from, int to)
    {
        var between = new Aggregate(AggregateFunction.Median, Stages[0].Table, new ElapsedNode(Stages[from].Reached.Node, Stages[to].Reached.Node, ElapsedUnit.Days));
        return Where(Narrowed(between), Stages[from].Conditions.Concat(Stages[to].Conditions));
    }

    private static RowNode Has(FunnelStage stage) =>
        stage.Conditions.Aggregate((RowNode)new HasValueNode(stage.Reached.Node), (all, next) => new BinaryNode(RowOperator.And, all, next.Node));

    private Aggregate Narrowed(Aggregate all) => Where(Dated(all, Stages[0], at), Conditions);
}

/// <summary>Contacts, by the events that happened to them in any tables.</summary>
internal sealed class ContactEvents(string id, IReadOnlyList<FunnelStage> stages, IReadOnlyList<Condition> conditions, TimeSpan within, Diagnostics.Place at)
    : FunnelRows(stages, conditions)
{
    private const int LongestDays = 36_525;

    private readonly EventPath path = new(
        id, [.. stages.Select((s, i) => new PathStep(s.Id, (ColumnNode)s.Reached.Node, i == 0 ? [.. s.Conditions, .. conditions] : s.Conditions))], within);

    public override string? Problem() =>
        within <= TimeSpan.Zero || within.TotalDays > LongestDays ? "nobody can be followed for that long; 'within' is a length of more than nothing and at most 100 years"
        : Stages.FirstOrDefault(s => s.Reached is not Column<DateTime>) is { } day ? $"{day.Reached.Node} is a day, which does not say what came first"
        : Stages.FirstOrDefault(s => Canonical.Find(s.Table) is { } known && known.Columns.All(c => c.Name != EventPath.Contact)) is { } other ? $"the rows of {other.Table} belong to no contact"
        : Conditions.Any(c => c.Node.Columns.Any(n => n.Table != Stages[0].Table)) ? $"its condition reads another table than {Stages[0].Table}, with which it begins"
        : base.Problem();

    public override Aggregate Reached(int stage)
    {
        var all = Entered(new Aggregate(AggregateFunction.Count, Stages[0].Table, null));
        return stage == 0 ? all : all.Where(new Expr<bool>(new HasValueNode(new ReachedNode(path, stage))), at.File, at.Line);
    }

    public override Aggregate Days(int from, int to) =>
        Entered(new Aggregate(AggregateFunction.Median, Stages[0].Table, new ElapsedNode(new ReachedNode(path, from), new ReachedNode(path, to), ElapsedUnit.Days)));

    private Aggregate Entered(Aggregate all) => Dated(all.Along(path), Stages[0], at);
}
