using System.Runtime.CompilerServices;
using Merit.Diagnostics;

namespace Merit.Metrics.Language;

/// <content>How far rows get, and what becomes of those that began together.</content>
public static partial class Define
{
    /// <summary>Declares a funnel over times of one table's rows: <c>Funnel("lead_funnel", leads.created_at, leads.mql_at, leads.won_at)</c>. It gives metrics named like
    /// the funnel and the stage: <c>lead_funnel_mql</c>, <c>lead_funnel_mql_rate</c>, <c>lead_funnel_mql_days</c>, and <c>lead_funnel_rate</c>, <c>lead_funnel_days</c> overall.</summary>
    public static FunnelBuilder Funnel(
        string id, FunnelStage first, FunnelStage second, FunnelStage? third = null, FunnelStage? fourth = null, FunnelStage? fifth = null, FunnelStage? sixth = null,
        FunnelStage? seventh = null, FunnelStage? eighth = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Declared(id, null, [first, second, third, fourth, fifth, sixth, seventh, eighth], new Place(file, line));

    /// <summary>Declares a funnel over what happens to contacts, in any tables that know their contact: of each contact the first event of the first stage, then of
    /// every further stage the first one after the stage before, all within a time of the first:
    /// <c>Funnel("seen_to_sale", within: 90.Days(), Stage("seen", touchpoints.occurred_at, where: touchpoints.kind == "view"), leads.created_at, sales.sold_at)</c>.
    /// It gives the metrics of any funnel.</summary>
    public static FunnelBuilder Funnel(
        string id, TimeSpan within, FunnelStage first, FunnelStage second, FunnelStage? third = null, FunnelStage? fourth = null, FunnelStage? fifth = null,
        FunnelStage? sixth = null, FunnelStage? seventh = null, FunnelStage? eighth = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Declared(id, within, [first, second, third, fourth, fifth, sixth, seventh, eighth], new Place(file, line));

    /// <summary>A stage of a funnel with a name of its own, and labels.</summary>
    public static FunnelStage Stage(string id, Column<DateTime> reached, string? label = null, string? zh = null) => new(id, reached, label, zh);

    /// <summary>A stage of a funnel with a name of its own, and labels.</summary>
    public static FunnelStage Stage(string id, Column<DateOnly> reached, string? label = null, string? zh = null) => new(id, reached, label, zh);

    /// <summary>A stage of a funnel that only rows for which a condition holds reach.</summary>
    public static FunnelStage Stage(
        string id, Column<DateTime> reached, Expr<bool> where, string? label = null, string? zh = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(where);
        return new(id, reached, label, zh) { Conditions = [new Condition(where.Node, new Place(file, line))] };
    }

    /// <summary>Declares a cohort: a measure by when its rows' leads, contacts or whatever the date belongs to began, and by how long after that it happened:
    /// <c>Cohort("lead_revenue", by: leads.created_at, value: metrics.revenue, over: 12, Months)</c>. Its date is that beginning: by month, each month is a
    /// cohort; <c>months_since</c> (<c>weeks_since</c>, <c>days_since</c>) says how long after. It gives the metrics <c>lead_revenue</c>, <c>lead_revenue_size</c> (how many
    /// began) and <c>lead_revenue_per_member</c>.</summary>
    public static CohortBuilder Cohort(string id, Column<DateTime> by, Measure value, int over, TimeUnit unit, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Declared(id, by, value, over, unit, new Place(file, line));

    /// <summary>Declares a cohort: a measure by when its rows' leads, contacts or whatever the date belongs to began, and by how long after that it happened.</summary>
    public static CohortBuilder Cohort(string id, Column<DateOnly> by, Measure value, int over, TimeUnit unit, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Declared(id, by, value, over, unit, new Place(file, line));

    private static FunnelBuilder Declared(string id, TimeSpan? within, IEnumerable<FunnelStage?> stages, Place at)
    {
        var builder = new FunnelBuilder(id, [.. stages.OfType<FunnelStage>()], within, at);
        DefinitionScope.Current.Add(builder);
        return builder;
    }

    private static CohortBuilder Declared(string id, Expr by, Measure value, int over, TimeUnit unit, Place at)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(unit);
        var column = (ColumnNode)by.Node;
        var builder = new CohortBuilder(id, by, value, new CohortSpan(column, over, unit.Grain), at);
        DefinitionScope.Current.Add(builder);
        return builder;
    }
}
