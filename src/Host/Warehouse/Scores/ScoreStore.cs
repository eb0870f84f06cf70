using System.Data.Common;
using Merit.Host.Scoring;
using Merit.Host.Warehouse.Sessions;
using Merit.Plugins.Scoring;

namespace Merit.Host.Warehouse.Scores;

/// <summary>The scores in the warehouse: <c>scores</c>, which metrics read, and under <c>merit</c> everything they are made of.</summary>
internal static class ScoreStore
{
    /// <summary>Replaces all scores.</summary>
    public static void Write(Session session, IReadOnlyList<CampaignScore> scores, DateOnly asOf)
    {
        session.Execute("""
            DELETE FROM main.scores;
            CREATE OR REPLACE TABLE merit.score_parts (campaign_id VARCHAR, position INTEGER, component VARCHAR, label_en VARCHAR, label_zh VARCHAR,
              value DOUBLE, points DOUBLE, weight DOUBLE, card_weight DOUBLE, amount DOUBLE, target_of VARCHAR);
            CREATE OR REPLACE TABLE merit.score_notes (campaign_id VARCHAR, position INTEGER, note VARCHAR, note_zh VARCHAR);
            CREATE OR REPLACE TABLE merit.score_figures (campaign_id VARCHAR, name VARCHAR, value DOUBLE);
            CREATE OR REPLACE TABLE merit.score_ranks (campaign_id VARCHAR, rank INTEGER, best INTEGER, worst INTEGER, ranked INTEGER);
            """);
        foreach (var score in scores)
        {
            session.Execute("INSERT INTO main.scores (campaign_id, scorecard, version, score, as_of) VALUES ($1, $2, $3, $4, $5)",
                score.CampaignId, score.Scorecard, (long)score.Version, score.Score.Value, asOf);
            WriteParts(session, score);
        }
    }

    private static void WriteParts(Session session, CampaignScore score)
    {
        foreach (var (part, component, i) in score.Score.Contributions.Zip(score.Components, Enumerable.Range(0, score.Components.Count)))
        {
            session.Execute("INSERT INTO merit.score_parts VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                score.CampaignId, i, part.Component, component.Label, component.LabelZh, part.Value, part.Points, part.Weight, component.Weight, part.Amount, component.TargetOf);
        }

        foreach (var (note, i) in score.Score.Notes.Select((note, i) => (note, i)))
        {
            session.Execute("INSERT INTO merit.score_notes VALUES ($1, $2, $3, $4)", score.CampaignId, i, note.Text, note.TextZh);
        }

        foreach (var (name, value) in score.Score.Beside)
        {
            session.Execute("INSERT INTO merit.score_figures VALUES ($1, $2, $3)", score.CampaignId, name, value);
        }

        if (score.Rank is { } rank)
        {
            session.Execute("INSERT INTO merit.score_ranks VALUES ($1, $2, $3, $4, $5)", score.CampaignId, rank.Rank, rank.Best, rank.Worst, rank.Of);
        }
    }

    /// <summary>The scores as they were written, by type and then campaign; none where nothing was scored.</summary>
    public static IReadOnlyList<CampaignScore> Read(Session session)
    {
        if (session.Scalar<long>("SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'merit' AND table_name = 'score_parts'") == 0)
        {
            return [];
        }

        var parts = session.Query("SELECT * FROM merit.score_parts ORDER BY campaign_id, position", ReadPart).ToLookup(p => p.Campaign, StringComparer.Ordinal);
        var notes = session.Query("SELECT campaign_id, note, note_zh FROM merit.score_notes ORDER BY campaign_id, position", r => (Campaign: r.GetString(0), Note: new Note(r.GetString(1), r.GetString(2))))
            .ToLookup(n => n.Campaign, n => n.Note, StringComparer.Ordinal);
        var figures = session.Query("SELECT campaign_id, name, value FROM merit.score_figures", r => (Campaign: r.GetString(0), Name: r.GetString(1), Value: r.GetDouble(2)))
            .ToLookup(f => f.Campaign, StringComparer.Ordinal);
        var ranks = session.Query("SELECT * FROM merit.score_ranks", r => (Campaign: r.GetString(0), Range: new RankRange(r.GetInt32(1), r.GetInt32(2), r.GetInt32(3), r.GetInt32(4))))
            .ToDictionary(r => r.Campaign, r => r.Range, StringComparer.Ordinal);
        return session.Query(
            """
            SELECT s.campaign_id, coalesce(c.name, s.campaign_id), c.type, s.scorecard, s.version, s.score
            FROM main.scores s LEFT JOIN main.campaigns c USING (campaign_id) ORDER BY c.type, s.campaign_id
            """,
            r =>
            {
                var id = r.GetString(0);
                var score = new Score(id, Number(r, 5), [.. parts[id].Select(p => p.Contribution)], [.. notes[id]])
                {
                    Beside = figures[id].ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal),
                };
                return new CampaignScore(id, r.GetString(1), r.IsDBNull(2) ? "" : r.GetString(2), r.GetString(3), (int)r.GetInt64(4), score, [.. parts[id].Select(p => p.Component)])
                {
                    Rank = ranks.GetValueOrDefault(id),
                };
            });
    }

    private static (string Campaign, Contribution Contribution, ScoreComponent Component) ReadPart(DbDataReader r) => (
        r.GetString(0),
        new Contribution(r.GetString(2), Number(r, 5), Number(r, 6), r.GetDouble(7), Number(r, 9)),
        new ScoreComponent(r.GetString(2), r.GetString(3), r.GetString(4), r.GetDouble(8)) { TargetOf = r.IsDBNull(10) ? null : r.GetString(10) });

    private static double? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);
}
