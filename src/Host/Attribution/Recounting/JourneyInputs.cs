using System.Globalization;
using Merit.Host.Plugins;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Plugins.Attribution;

namespace Merit.Host.Attribution.Recounting;

/// <summary>All that credit depends on: the rows journeys are made of, as queries, and what is done with them, as texts.</summary>
internal sealed class JourneyInputs
{
    private readonly AttributionSettings _settings;
    private readonly IReadOnlyList<JourneyRules> _rules;
    private readonly IReadOnlyList<Stage> _stages;

    /// <param name="settings">What belongs to a journey.</param>
    /// <param name="models">The models, each with its weight.</param>
    public JourneyInputs(AttributionSettings settings, IReadOnlyList<ModelWeight> models)
    {
        _settings = settings;
        _rules = [.. models.Select(m => settings.JourneysOf(m.Model)).DefaultIfEmpty(settings.Journeys)];
        var weights = new TermSql();
        foreach (var model in models)
        {
            weights.Write(model.Weight);
        }

        _stages = [.. _rules.Select(r => r.Until).Concat(weights.Stages).Where(s => s is not Stage.Conversion).Distinct().Order()];
        TouchColumns = [.. new[] { "touch_id", "contact_id", "occurred_at", "channel", "campaign_id" }.Concat(_rules.SelectMany(r => r.Unit)).Distinct(StringComparer.OrdinalIgnoreCase)];
        Chained = _rules.Any(r => r.Chained);
        Lookback = _rules.SelectMany(r => r.LookbackOf.Values.Append(r.Lookback)).Max();
    }

    /// <summary>The longest lookback of any model and any kind of conversion.</summary>
    public TimeSpan Lookback { get; }

    /// <summary>Whether a conversion's journey depends on the ones before it.</summary>
    public bool Chained { get; }

    /// <summary>Whether journeys are an account's.</summary>
    public bool ByAccount => _settings.ByAccount;

    /// <summary>Everything of a touch that credit depends on.</summary>
    public IReadOnlyList<string> TouchColumns { get; }

    /// <summary>Everything of a conversion that credit depends on: its own columns, and when its customer reached the stages that models ask for.</summary>
    public IReadOnlyList<string> ConversionColumns =>
    [
        "conversion_id", "kind", "contact_id", "account_id", "lead_id", "converted_at", "value", "cost_of_goods", "first_sale", .. _stages.Select(TermSql.StageColumn),
    ];

    /// <summary>The touches of a version of the warehouse. One of nobody, or without a time, is in no journey.</summary>
    /// <param name="from">The version: what stands before a table's name.</param>
    public string Touches(string from) =>
        $"SELECT {SqlText.Names(TouchColumns)}, occurred_at::DATE AS day FROM {from}touchpoints WHERE contact_id IS NOT NULL AND occurred_at IS NOT NULL";

    /// <summary>The conversions of a version.</summary>
    public string Conversions(string from)
    {
        var stages = string.Concat(_stages.Select(s => $", {Journeys.StageTime(s, from)} AS {TermSql.StageColumn(s)}"));
        return $"SELECT {string.Join(", ", ConversionColumns.Take(ConversionColumns.Count - _stages.Count).Select(c => $"c.{c}"))}{stages}, coalesce(c.converted_at::DATE, DATE '0001-01-01') AS day FROM {from}conversions c";
    }

    /// <summary>
    /// What is done with the rows, and by what: the very statement that shares out credit, in which all options and weights stand, the plugins that gave it, the engine, and
    /// this build. Where any of it is another, so may the credit be.
    /// </summary>
    public static IReadOnlyList<string> Doing(AttributionSettings settings, IReadOnlyList<ModelWeight> models, PluginCatalog catalog) =>
    [
        CreditsStatement.Write(settings, models),
        .. settings.Calibrated.Select(c => c.Name),
        .. catalog.Entries.Select(e => $"{e.Id} {e.Version}").Order(StringComparer.Ordinal),
        Session.EngineVersion,
        string.Create(CultureInfo.InvariantCulture, $"{typeof(JourneyInputs).Module.ModuleVersionId}"),
    ];

    /// <summary>The types of all that is read.</summary>
    public static IReadOnlyList<string> Types(Session session) => session.Query(
        """
        SELECT table_name || '.' || column_name || ' ' || data_type FROM duckdb_columns()
        WHERE database_name = current_database() AND schema_name = 'main' AND table_name IN ('touchpoints', 'conversions', 'contacts', 'leads', 'sales', 'opportunities')
        ORDER BY table_name, column_index
        """,
        row => row.GetString(0));
}
