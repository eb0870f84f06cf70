using System.Text.Json;
using System.Text.Json.Serialization;
using DuckDB.NET.Data;
using Merit.Host.Plugins;
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

    /// <summary>Replaces the credits by those of the journeys that <see cref="Journeys.Build"/> found on the same connection.</summary>
    /// <exception cref="Merit.Diagnostics.MeritException">A model cannot be run, cannot share out a conversion, or does not add up.</exception>
    public static void Build(DuckDBConnection warehouse, AttributionSettings settings, PluginCatalog catalog)
    {
        var models = ModelWeight.Plan(settings, catalog);
        warehouse.Run(CreditsStatement.Write(models));
        Conservation.Check(warehouse, settings.Models);
        Record(warehouse, settings);
        Journeys.Forget(warehouse);
    }

    // What a report's basis says of the models, and what tells a later reader that the options were others.
    private static void Record(DuckDBConnection warehouse, AttributionSettings settings)
    {
        warehouse.Run("CREATE SCHEMA IF NOT EXISTS merit");
        warehouse.Run("CREATE OR REPLACE TABLE merit.models (name VARCHAR, plugin VARCHAR, options VARCHAR, lookback_days DOUBLE)");
        foreach (var model in settings.Models)
        {
            using var insert = warehouse.CreateCommand();
            insert.CommandText = "INSERT INTO merit.models VALUES ($1, $2, $3, $4)";
            insert.Parameters.Add(new DuckDBParameter(model.Name));
            insert.Parameters.Add(new DuckDBParameter(model.Plugin));
            insert.Parameters.Add(new DuckDBParameter(JsonSerializer.Serialize(model.Options, model.Options.GetType(), Written)));
            insert.Parameters.Add(new DuckDBParameter(settings.Lookback.TotalDays));
            insert.ExecuteNonQuery();
        }
    }
}
