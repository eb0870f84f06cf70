using System.Text.Json;
using System.Text.Json.Serialization;
using Merit.Host.Attribution.Experiments;
using Merit.Host.Attribution.Learning;
using Merit.Host.Plugins;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Attribution;

/// <summary>Shares out every conversion among its touches, by every model of the workspace: the table <c>credits</c>.</summary>
internal static class Credits
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Replaces the credits by those of the conversions and touchpoints at hand.</summary>
    /// <exception cref="Merit.Diagnostics.MeritException">A model cannot be run, cannot share out a conversion, or does not add up.</exception>
    public static JourneySummary Build(Session session, AttributionSettings settings, PluginCatalog catalog, CancellationToken stop = default)
    {
        var planned = ModelWeight.Plan(settings, catalog);
        UnitOfCredit.Check(session, settings);
        var learned = LearnedWeights.Learn(session, settings, planned, of: null, intervals: null, stop);
        var (models, findings) = learned;
        session.Execute($"CREATE OR REPLACE TABLE credits AS\n{CreditsStatement.Write(settings, models)}");
        Conservation.Check(session, models);
        CreditIntervals.Write(session, learned.Totals);
        CreditBuckets.Write(session, learned.Totals);
        CreditPlaces.Write(session, learned.Totals);
        var summary = Complete(session, settings, models);
        return summary with { Findings = [.. findings, .. summary.Findings] };
    }

    /// <summary>Makes what follows from the credit of all models: what experiments make of it, what they say beside it, what is known of the models.</summary>
    public static JourneySummary Complete(Session session, AttributionSettings settings, IReadOnlyList<ModelWeight> models)
    {
        var experiments = Experiment.Read(session, settings.Zone);
        var findings = new CalibratedCredits(session, settings).Write(experiments);
        List<ModelWeight> calibrated = [.. from c in settings.Calibrated from m in models where string.Equals(m.Model.Name, c.Of, StringComparison.Ordinal) select m with { Model = m.Model with { Name = c.Name, At = c.At } }];
        if (calibrated.Count > 0)
        {
            Conservation.Check(session, calibrated);
        }

        List<ModelWeight> all = [.. models, .. calibrated];
        ExperimentCredits.Write(session, experiments, [.. all.Select(m => m.Model.Name)]);
        Record(session, settings, all);
        return Journeys.Count(session, all.Find(m => string.Equals(m.Model.Name, settings.Default, StringComparison.Ordinal))?.Model.Name) with { Findings = findings };
    }

    // What a report's basis says of the models, and what tells a later reader that the options were others.
    private static void Record(Session session, AttributionSettings settings, IReadOnlyList<ModelWeight> models)
    {
        session.Execute("CREATE SCHEMA IF NOT EXISTS merit");
        session.Execute("CREATE OR REPLACE TABLE merit.models (name VARCHAR, plugin VARCHAR, options VARCHAR, lookback_days DOUBLE, journeys VARCHAR, conserved BOOLEAN)");
        session.Execute("CREATE OR REPLACE TABLE merit.kinds (name VARCHAR, table_name VARCHAR)");
        foreach (var kind in settings.Conversions)
        {
            session.Execute("INSERT INTO merit.kinds VALUES ($1, $2)", kind.Name, kind.Of);
        }

        foreach (var (model, _, divided) in models)
        {
            var journeys = settings.JourneysOf(model);
            var options = JsonSerializer.Serialize(model.Options, model.Options.GetType(), Written);
            session.Execute("INSERT INTO merit.models VALUES ($1, $2, $3, $4, $5, $6)",
                model.Name, model.Plugin, options, journeys.Lookback.TotalDays, JsonSerializer.Serialize(journeys, Written), divided);
        }
    }
}
