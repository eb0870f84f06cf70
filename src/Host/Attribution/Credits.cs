using System.Text.Json;
using System.Text.Json.Serialization;
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
        var learned = LearnedWeights.Learn(session, settings, planned, stop);
        var (models, findings) = learned;
        session.Execute($"CREATE OR REPLACE TABLE credits AS\n{CreditsStatement.Write(settings, models)}");
        Conservation.Check(session, models);
        Record(session, settings, models);
        CreditIntervals.Write(session, learned.Totals);
        return Journeys.Count(session, models.FirstOrDefault(m => string.Equals(m.Model.Name, settings.Default, StringComparison.Ordinal))?.Model.Name) with { Findings = findings };
    }

    // What a report's basis says of the models, and what tells a later reader that the options were others.
    internal static void Record(Session session, AttributionSettings settings, IReadOnlyList<ModelWeight> models)
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
