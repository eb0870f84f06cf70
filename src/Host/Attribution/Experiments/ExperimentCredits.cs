using System.Globalization;
using Merit.Host.Warehouse.Mapping;
using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Attribution.Experiments;

/// <summary>Lays what experiments measured beside what models give to the same touches, on the same days, for the same kind of conversion: the table <c>experiment_credits</c>.</summary>
internal static class ExperimentCredits
{
    /// <summary>The temporary table of what models give: the experiment's number, and for each model, in their order, <c>n0</c> conversions and <c>v0</c> value.</summary>
    public const string Modelled = "temp.tested_credit";

    /// <summary>Adds up the credit of some models for all experiments, in one pass over it.</summary>
    /// <param name="session">A warehouse.</param>
    /// <param name="models">The models' names.</param>
    /// <param name="credits">The table that has their credit.</param>
    public static void AddUp(Session session, IReadOnlyList<string> models, string credits = CalibratedCredits.Kept)
    {
        var sums = string.Concat(models.Select((m, i) => string.Create(CultureInfo.InvariantCulture, $", fsum(c.{SqlText.Name(m)}) AS n{i}, coalesce(fsum(c.{SqlText.Name(m)} * c.value::DOUBLE), 0) AS v{i}")));
        session.Execute(
            $"""
            CREATE OR REPLACE TEMP TABLE tested_credit AS
            SELECT t.number{sums}
            FROM {Experiment.Table} t JOIN {credits} c ON c.kind = t.kind
            WHERE c.touch_id IS NOT NULL AND c.converted_at >= t.from_at AND c.converted_at < t.to_at
              AND (t.channel IS NULL OR c.channel = t.channel) AND (t.campaign_id IS NULL OR c.campaign_id = t.campaign_id)
            GROUP BY t.number
            """);
    }

    /// <summary>Replaces the table.</summary>
    /// <param name="session">A warehouse with its credits.</param>
    /// <param name="experiments">What <see cref="Experiment.Read"/> found.</param>
    /// <param name="models">The names of all models, in their order.</param>
    public static void Write(Session session, IReadOnlyList<Experiment> experiments, IReadOnlyList<string> models)
    {
        session.Execute(TableLayout.Of("experiment_credits", []).Create());
        session.Execute("DELETE FROM main.experiment_credits");
        if (experiments.Count == 0 || models.Count == 0)
        {
            return;
        }

        AddUp(session, models);
        foreach (var (model, number) in models.Select((m, i) => (m, i.ToString(CultureInfo.InvariantCulture))))
        {
            session.Execute(
                $"""
                INSERT INTO main.experiment_credits BY NAME
                SELECT experiment_id, {SqlText.Text(model)} AS model, campaign_id, channel, kind, method, started_on, ended_on, coalesce(n{number}, 0) AS conversions, coalesce(v{number}, 0) AS value,
                  measured, low AS measured_low, high AS measured_high, confidence, measured_value, coalesce(n{number}, 0) BETWEEN low AND high AS within
                FROM {Experiment.Table} LEFT JOIN {Modelled} USING (number) ORDER BY number
                """);
        }
    }
}
