namespace Merit.Host.Warehouse.Deriving;

/// <summary>Finds UTM values that should be written otherwise. Nothing is changed: a figure may depend on how a value is written, and the one who writes links must know.</summary>
internal static class UtmProblems
{
    // Values in brackets are what analytics writes where there is nothing. Two values are one word where only capitals, and hyphens, underscores and blanks next to a letter, differ:
    // spring-sale, Spring Sale and springsale are one, 2025-1-11 and 2025-11-1 are not. The table is read once.
    public const string Fill = """
        CREATE OR REPLACE TABLE main.utm_problems AS
        WITH tags AS MATERIALIZED (
            SELECT utm_source AS source, utm_medium AS medium, utm_campaign AS campaign, campaign_id, count(*) AS touchpoints
            FROM main.touchpoints WHERE utm_source IS NOT NULL OR utm_medium IS NOT NULL OR utm_campaign IS NOT NULL GROUP BY ALL),
        used AS (
            SELECT 'utm_source' AS parameter, source AS written, sum(touchpoints) AS touchpoints, 0 AS homeless FROM tags GROUP BY ALL
            UNION ALL SELECT 'utm_medium', medium, sum(touchpoints), 0 FROM tags GROUP BY ALL
            UNION ALL SELECT 'utm_campaign', campaign, sum(touchpoints), coalesce(sum(touchpoints) FILTER (campaign_id IS NULL OR campaign_id NOT IN (SELECT campaign_id FROM main.campaigns)), 0) FROM tags GROUP BY ALL),
        spelt AS (
            SELECT *, regexp_replace(regexp_replace(regexp_replace(lower(trim(written)), '[\s_+-]+', '-', 'g'), '([^0-9-])-', '\1', 'g'), '-([^0-9-])', '\1', 'g') AS word
            FROM used WHERE trim(written) <> '' AND trim(written) NOT LIKE '(%'),
        known AS (
            SELECT min(utm_campaign) AS usual, regexp_replace(regexp_replace(regexp_replace(lower(trim(utm_campaign)), '[\s_+-]+', '-', 'g'), '([^0-9-])-', '\1', 'g'), '-([^0-9-])', '\1', 'g') AS word
            FROM main.campaigns WHERE trim(utm_campaign) <> '' GROUP BY 2),
        judged AS (
            SELECT s.*, k.usual IS NOT NULL AS is_known,
                coalesce(k.usual, first(regexp_replace(trim(s.written), '\s+', '-', 'g')) OVER (PARTITION BY s.parameter, s.word ORDER BY s.touchpoints DESC, s.written)) AS usual
            FROM spelt AS s LEFT JOIN known AS k ON s.parameter = 'utm_campaign' AND k.word = s.word)
        SELECT problem, parameter, written, instead, touchpoints::BIGINT AS touchpoints FROM (
            SELECT CASE WHEN regexp_matches(written, '\s') AND NOT regexp_matches(usual, '\s') OR written <> trim(written) THEN 'blanks' WHEN lower(written) = lower(usual) THEN 'capitals' ELSE 'spelling' END AS problem,
                parameter, written, usual AS instead, touchpoints
            FROM judged WHERE written <> usual
            UNION ALL SELECT 'unknown-campaign', parameter, written, NULL, homeless
            FROM judged WHERE parameter = 'utm_campaign' AND NOT is_known AND homeless > 0 AND EXISTS (FROM known)
            UNION ALL SELECT 'no-medium', 'utm_medium', concat_ws(' / ', source, campaign), NULL, sum(touchpoints)
            FROM tags WHERE coalesce(trim(medium), '') IN ('', '(none)', '(not set)') AND coalesce(lower(trim(source)), '') NOT IN ('(direct)', 'direct') GROUP BY ALL
            UNION ALL SELECT 'no-source', 'utm_source', concat_ws(' / ', medium, campaign), NULL, sum(touchpoints)
            FROM tags WHERE coalesce(trim(source), '') IN ('', '(not set)') GROUP BY ALL)
        ORDER BY touchpoints DESC, problem, parameter, written
        """;
}
