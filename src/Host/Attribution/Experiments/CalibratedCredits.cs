using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Attribution.Experiments;

/// <summary>A model's shares, corrected by what experiments measured: a further column of the credits for each model that is to be calibrated.</summary>
/// <param name="session">A warehouse.</param>
/// <param name="settings">Which models.</param>
/// <param name="credits">The table that has their credit.</param>
internal sealed class CalibratedCredits(Session session, AttributionSettings settings, string credits = CalibratedCredits.Kept)
{
    /// <summary>The credit that is kept.</summary>
    public const string Kept = "main.credits";

    /// <summary>The corrections that were made: model, kind, channel, campaign_id, factor.</summary>
    public const string Table = "merit.corrections";

    // Of what was measured; less is not worth a word.
    private const double Noticeable = 1e-6;

    /// <summary>Makes the columns anew, from the columns of the models.</summary>
    /// <param name="experiments">What is known.</param>
    /// <returns>What a reader should know of it.</returns>
    public IReadOnlyList<Diagnostic> Write(IReadOnlyList<Experiment> experiments)
    {
        session.Execute("CREATE SCHEMA IF NOT EXISTS merit");
        session.Execute($"CREATE OR REPLACE TABLE {Table} (model VARCHAR, kind VARCHAR, channel VARCHAR, campaign_id VARCHAR, factor DOUBLE)");
        if (settings.Calibrated.Count == 0)
        {
            return [];
        }

        var (columns, findings) = Correct(settings.Calibrated, experiments);
        foreach (var (name, _, corrections) in columns)
        {
            foreach (var correction in corrections)
            {
                session.Execute($"INSERT INTO {Table} VALUES ($1, $2, $3, $4, $5)", name, correction.What.Kind, correction.What.Channel, correction.What.Campaign, correction.Factor);
            }
        }

        var former = session.Query("SELECT column_name FROM duckdb_columns() WHERE database_name = current_database() AND schema_name = 'main' AND table_name = 'credits'", row => row.GetString(0))
            .Intersect(columns.Select(c => c.Name), StringComparer.Ordinal).ToList();
        session.AsOne(() =>
        {
            session.Execute($"CREATE OR REPLACE TABLE main.calibrated_credits AS\n{Select(columns, former)}");
            session.Execute($"DROP TABLE {Kept}");
            session.Execute("ALTER TABLE main.calibrated_credits RENAME TO credits");
        });
        return findings;
    }

    /// <summary>What experiments say of each model, and what a reader should know of it.</summary>
    public (IReadOnlyList<CalibratedColumn> Columns, IReadOnlyList<Diagnostic> Findings) Correct(IReadOnlyList<CalibratedModel> models, IReadOnlyList<Experiment> experiments)
    {
        List<Diagnostic> findings = [.. experiments.Where(e => e.Error is null).Select(vague => AttributionRules.ExperimentWithoutInterval.Here(vague.Id))];
        List<Experiment> sure = [.. experiments.Where(e => e.Error is not null)];
        return ([.. models.Select(c => new CalibratedColumn(c.Name, c.Of, Correct(c, sure, findings)))], findings);
    }

    /// <summary>An expression for the factor of a touch: 1 where nothing is known of it.</summary>
    public static string Factor(IReadOnlyList<Correction> corrections) => corrections.Count == 0 ? "1e0" : string.Join(
        " * ", corrections.Select(c => $"CASE WHEN kind = {SqlText.Text(c.What.Kind)} AND {c.What.Touches} THEN {TermSql.Number(c.Factor)} ELSE 1e0 END"));

    /// <summary>A query for the credit with a column for each corrected model.</summary>
    /// <param name="columns">The corrected models.</param>
    /// <param name="former">Those of them whose columns are there already, and are not wanted.</param>
    // Only conversions that have a touch of what was tested are shared out again; the shares of all others are the model's own to the last digit.
    public string Select(IReadOnlyList<CalibratedColumn> columns, IReadOnlyList<string> former)
    {
        string Column(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}_{number}");
        var kept = former.Count > 0 ? $"* EXCLUDE ({SqlText.Names(former)})" : "*";
        var factors = string.Concat(columns.Select((c, i) => $", {SqlText.Name(c.Of)} * ({Factor(c.Corrections)}) AS {Column("weight", i)}"));
        var touched = columns.SelectMany(c => c.Corrections).Select(c => c.What).Distinct().Select(w => $"(kind = {SqlText.Text(w.Kind)} AND {w.Touches})").DefaultIfEmpty("false");
        var shares = string.Concat(columns.Select((c, i) =>
            $",\n  CASE WHEN {Column("sum", i)} > 0 THEN {Column("weight", i)} / {Column("sum", i)} ELSE {SqlText.Name(c.Of)} END AS {SqlText.Name(c.Name)}"));
        return
            $"""
            WITH weighed AS (SELECT {kept}{factors} FROM {credits}),
            sums AS (
              SELECT conversion_id{string.Concat(columns.Select((_, i) => $", fsum({Column("weight", i)}) AS {Column("sum", i)}"))}
              FROM weighed WHERE conversion_id IN (SELECT conversion_id FROM {credits} WHERE {string.Join(" OR ", touched)}) GROUP BY conversion_id
            )
            SELECT weighed.* EXCLUDE ({string.Join(", ", columns.Select((_, i) => Column("weight", i)))}){shares}
            FROM weighed LEFT JOIN sums USING (conversion_id)
            """;
    }

    private List<Correction> Correct(CalibratedModel model, IReadOnlyList<Experiment> experiments, List<Diagnostic> findings)
    {
        ExperimentCredits.AddUp(session, [model.Of], credits);
        var modelled = session.Query($"SELECT number, n0 FROM {ExperimentCredits.Modelled}", row => (Number: (int)row.GetInt64(0), Conversions: row.GetDouble(1))).ToDictionary(m => m.Number, m => m.Conversions);
        List<Evidence> tested = [.. experiments.GroupBy(e => e.What).Select(g => new Evidence(g.Key, [.. g], [.. g.Select(e => modelled.GetValueOrDefault(e.Number))]))];
        var corrections = new List<Correction>();
        foreach (var kind in tested.GroupBy(t => t.What.Kind, StringComparer.Ordinal))
        {
            List<Evidence> credited = [.. kind.Where(t => t.Ratio is not null)];
            var (factors, given) = credited.Count == 0 ? ([], []) : new CalibrationFit(session, model.Of, kind.Key, credited, credits).Find();
            corrections.AddRange(credited.Zip(factors, (t, factor) => new Correction(t.What, factor)));
            findings.AddRange(kind.Except(credited).Select(t => Off(model, t.What, t.Experiments.Sum(e => e.Measured), 0)));
            findings.AddRange(credited.Zip(given).Where(t => Math.Abs(t.First.Wanted - t.Second) > Noticeable * Math.Max(1, t.First.Wanted)).Select(t => Off(model, t.First.What, t.First.Wanted, t.Second)));
        }

        if (corrections.Count == 0)
        {
            findings.Add(AttributionRules.NothingToCalibrateBy.At(model.At, model.Name, model.Of));
        }

        return corrections;
    }

    private static Diagnostic Off(CalibratedModel model, Tested what, double wanted, double given) =>
        AttributionRules.CalibrationOff.At(model.At, model.Name, what.Name, Text(wanted), Text(given));

    private static string Text(double figure) => figure.ToString("0.##", CultureInfo.InvariantCulture);
}
