using System.Security.Cryptography;
using System.Text;
using Merit.Host.Plugins;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Attribution.Recounting;

/// <summary>Shares out conversions anew only where something that their credit depends on has changed since the former version, and keeps all other credit.</summary>
/// <remarks>
/// The result is that of sharing out everything. Nothing is taken on trust: what changed is found by comparing all rows of both versions, by prints of each day first. Everything
/// is shared out again where the models, their options or weights, plugins, types, the engine or this build are others, where a model learns from all journeys, where there
/// is no former version or its credits are not whole, and where so much has changed that keeping the rest saves nothing.
/// </remarks>
/// <param name="session">A draft with the sources loaded and everything derived.</param>
/// <param name="settings">What belongs to a journey, and the models.</param>
/// <param name="catalog">Where the models come from.</param>
internal sealed class KeptCredits(Session session, AttributionSettings settings, PluginCatalog catalog)
{
    // Of all conversions.
    private const double Most = 0.4;

    /// <summary>Brings the table <c>credits</c>, which may be the former version's, up to date.</summary>
    /// <param name="former">The name of the former version, where it is attached and the draft began with its credits.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <exception cref="Merit.Diagnostics.MeritException">A model cannot be run, cannot share out a conversion, or does not add up.</exception>
    public JourneySummary Build(string? former, CancellationToken stop)
    {
        var models = ModelWeight.Plan(settings, catalog);
        session.Execute("CREATE SCHEMA IF NOT EXISTS merit");
        session.Execute("CREATE OR REPLACE TABLE merit.attributed (doing VARCHAR, types VARCHAR, credits BIGINT)");
        if (models.Any(m => m.Learner is not null))
        {
            return Credits.Build(session, settings, catalog, stop);
        }

        UnitOfCredit.Check(session, settings);
        var inputs = new JourneyInputs(settings, models);
        var (doing, types) = (Print(JourneyInputs.Doing(settings, models, catalog)), Print(JourneyInputs.Types(session)));
        InputPrints.Take(session, inputs);
        var recounted = former is not null && IsWhole(former, doing, types) ? Update(former, inputs, models) : null;
        stop.ThrowIfCancellationRequested();
        JourneySummary summary;
        if (recounted is null)
        {
            summary = Credits.Build(session, settings, catalog, stop);
        }
        else
        {
            summary = Credits.Complete(session, settings, models);
        }

        session.Execute("INSERT INTO merit.attributed SELECT $1, $2, count(*) FROM main.credits", doing, types);
        return summary with { Recounted = recounted };
    }

    /// <summary>Whether the credits of a version could be kept: its models are those of the workspace, and none learns. Then the next draft is worth beginning with it.</summary>
    /// <param name="session">A published version.</param>
    /// <param name="settings">The workspace's models.</param>
    /// <param name="catalog">Where they come from.</param>
    public static bool Could(Session session, AttributionSettings settings, PluginCatalog catalog)
    {
        var models = ModelWeight.Plan(settings, catalog);
        return models.All(m => m.Learner is null)
            && session.Scalar<long>("SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'merit' AND table_name IN ('attributed', 'input_prints')") == 2
            && session.Scalar<long>("SELECT count(*) FROM merit.attributed WHERE doing = $1", Print(JourneyInputs.Doing(settings, models, catalog))) == 1;
    }

    private bool IsWhole(string former, string doing, string types) =>
        session.Scalar<long>($"SELECT count(*) FROM duckdb_tables() WHERE database_name = {SqlText.Text(former)} AND schema_name = 'merit' AND table_name IN ('attributed', 'input_prints')") == 2
        && session.Scalar<long>("SELECT count(*) FROM duckdb_tables() WHERE database_name = current_database() AND schema_name = 'main' AND table_name = 'credits'") == 1
        && session.Query($"SELECT credits FROM {former}.merit.attributed WHERE doing = $1 AND types = $2", row => row.GetInt64(0), doing, types) is [var credits]
        && credits == session.Scalar<long>("SELECT count(*) FROM main.credits");

    private long? Update(string former, JourneyInputs inputs, IReadOnlyList<ModelWeight> models)
    {
        if (new ChangedJourneys(session, inputs, former).Find() is not { } changed)
        {
            return null;
        }

        if (changed == 0)
        {
            return 0;
        }

        if (changed > Most * session.Scalar<long>("SELECT count(*) FROM main.conversions"))
        {
            return null;
        }

        // A temporary table goes before all others of its name: the statement and the check see these conversions, and no others.
        session.Execute($"CREATE TEMP TABLE conversions AS SELECT * FROM main.conversions WHERE conversion_id IN (FROM {ChangedJourneys.Table})");
        try
        {
            session.Execute($"CREATE OR REPLACE TEMP TABLE recounted AS\n{CreditsStatement.Write(settings, models)}");
            Conservation.Check(session, models, "temp.recounted");
        }
        finally
        {
            session.Execute("DROP TABLE temp.conversions");
        }

        session.AsOne(() =>
        {
            session.Execute($"DELETE FROM main.credits WHERE conversion_id IN (FROM {ChangedJourneys.Table})");
            session.Execute("INSERT INTO main.credits BY NAME FROM temp.recounted");
        });
        session.Execute("DROP TABLE temp.recounted");
        return changed;
    }

    private static string Print(IEnumerable<string> texts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', texts))));
}
