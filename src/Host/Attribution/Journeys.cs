using System.Globalization;
using Merit.Diagnostics;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Plugins.Attribution;

namespace Merit.Host.Attribution;

/// <summary>What journeys were found.</summary>
/// <param name="Conversions">Conversions, each a journey.</param>
/// <param name="Touches">Touches in all journeys; one that leads to two conversions counts twice.</param>
/// <param name="Unattributed">Conversions without a touch that could have earned something by the workspace's usual model.</param>
internal sealed record JourneySummary(long Conversions, long Touches, long Unattributed)
{
    /// <summary>The conversions whose credit was computed; null for all. The credit of the others was kept.</summary>
    public long? Recounted { get; init; }

    /// <summary>What models that learned said of it.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; init; } = [];
}

/// <summary>Finds each conversion's touches, as the first step of sharing out its credit.</summary>
/// <remarks>
/// A journey holds the touches with converted_at − lookback ≤ occurred_at ≤ converted_at of the contact, or of all contacts of the account, by time and then touch id.
/// Conversions are independent unless chained: a touch may lead to several. A journey goes by its conversion's row number, which sorts and joins faster than an identifier.
/// </remarks>
internal static class Journeys
{
    private const string Order = "occurred_at, touch_id";

    /// <summary>A query with one row per touch of a journey: the touch, its position, its age and the journey's count of touches.</summary>
    /// <param name="rules">What belongs to a journey.</param>
    /// <param name="byAccount">Whether journeys are an account's.</param>
    /// <param name="kind">The kind of conversion; null for all.</param>
    public static string Find(JourneyRules rules, bool byAccount, string? kind = null)
    {
        var unit = rules.HasOwnUnit() ? ", unit" : "";
        return
            $"""
            SELECT journey,
              row_number() OVER (PARTITION BY journey ORDER BY {Order}) AS position,
              (count(*) OVER (PARTITION BY journey))::DOUBLE AS {TermSql.Count},
              touch_id, contact_id, channel, campaign_id{unit}, occurred_at,
              (epoch_us(converted_at) - epoch_us(occurred_at)) / 86400e6 AS {TermSql.AgeDays}
            FROM {(rules.CollapseRepeats ? Collapsed(rules, byAccount, kind) : Joined(rules, byAccount, kind))}
            """;
    }

    /// <summary>A query with one row per touch of a journey in no order: its row among the touchpoints, its age, and what earns the credit.</summary>
    /// <param name="rules">What belongs to a journey.</param>
    /// <param name="byAccount">Whether journeys are an account's.</param>
    /// <param name="unit">The touchpoints' column that earns credit.</param>
    /// <param name="kind">The kind of conversion.</param>
    /// <param name="stages">Stages whose time is asked for, each a column.</param>
    public static string FindUnordered(JourneyRules rules, bool byAccount, string unit, string kind, IReadOnlySet<Stage>? stages = null)
    {
        var reached = string.Concat((stages ?? new HashSet<Stage>()).Order().Select(s => $", {TermSql.StageColumn(s)}"));
        return
            $"""
            SELECT journey, touch, earns, channel, campaign_id, occurred_at, converted_at, (epoch_us(converted_at) - epoch_us(occurred_at)) / 86400e6 AS {TermSql.AgeDays}{reached}
            FROM {(rules.CollapseRepeats ? Collapsed(rules, byAccount, kind, unit, stages) : Joined(rules, byAccount, kind, unit, stages))}
            """;
    }

    /// <summary>A query like <see cref="FindUnordered"/> for journeys that have not converted, by <c>owner</c>; <c>converted_at</c> is when the last of its touches was.</summary>
    /// <remarks>
    /// Every owner has at most one: the touches after the last conversion of the kind, and of these the ones inside the lookback window before the last of them, so that
    /// such a journey is as long as one that converts can be. It may convert yet.
    /// </remarks>
    public static string FindWithoutConversion(JourneyRules rules, bool byAccount, string unit, string kind)
    {
        var by = rules.UnitColumn();
        var lookback = Interval(rules.LookbackOf.TryGetValue(kind, out var own) ? own : rules.Lookback);
        var touches = Touches(rules, byAccount, unit);
        var found =
            $"""
            (
              SELECT t.owner, max(t.occurred_at) AS converted_at, any_value(c.converted_at) AS after
              FROM ({touches}) t
              LEFT JOIN (
                SELECT owner, max(k.converted_at) AS converted_at
                FROM ({Conversions(rules, byAccount)}) o JOIN conversions k ON k.rowid = o.journey WHERE k.kind = {SqlText.Text(kind)} GROUP BY owner
              ) c ON c.owner = t.owner
              WHERE t.owner IS NOT NULL AND (c.converted_at IS NULL OR t.occurred_at > c.converted_at) GROUP BY t.owner
            ) ended
            JOIN ({touches}) touches ON touches.owner = ended.owner AND occurred_at >= converted_at - {lookback} AND (after IS NULL OR occurred_at > after)
            """;
        var kept = rules.CollapseRepeats
            ? $"""
            (
              SELECT ended.converted_at, touches.*, row_number() OVER run = 1 OR {by} IS DISTINCT FROM lag({by}) OVER run AS opens
              FROM {found} WINDOW run AS (PARTITION BY touches.owner ORDER BY {Order})
            ) touches WHERE opens
            """
            : found;
        return $"SELECT touches.owner, touch, earns, occurred_at, converted_at FROM {kept}";
    }

    /// <summary>Counts the journeys whose credit is shared out.</summary>
    /// <param name="session">The warehouse.</param>
    /// <param name="model">The usual model; null where none is run.</param>
    public static JourneySummary Count(Session session, string? model) => session.Query(
        $"SELECT (SELECT count(*) FROM conversions), count(position), count(*) FILTER (WHERE position IS NULL{(model is null ? "" : $" AND {SqlText.Name(model)} > 0")}) FROM credits",
        row => new JourneySummary(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)))[0];

    /// <summary>A query for who each contact belongs to.</summary>
    public static string AccountOfContact(string from = "") => $"SELECT contact_id, min(account_id) AS account_id FROM {from}contacts GROUP BY contact_id";

    /// <summary>Whose journey the conversion <c>c</c> ends, given its contact's account <c>a</c>. A contact of no known account is an account of its own.</summary>
    public static string OwnerOfConversion(bool byAccount) => byAccount ? "coalesce('account ' || coalesce(c.account_id, a.account_id), 'contact ' || c.contact_id)" : "c.contact_id";

    /// <summary>Whose journeys the touch <c>t</c> is in.</summary>
    public static string OwnerOfTouch(bool byAccount) => byAccount ? "coalesce('account ' || a.account_id, 'contact ' || t.contact_id)" : "t.contact_id";

    private static string Joined(JourneyRules rules, bool byAccount, string? kind, string? earns = null, IReadOnlySet<Stage>? stages = null)
    {
        var latest = rules.Until is Stage.Conversion ? "converted_at" : "least(converted_at, until)";
        var after = rules.Chained ? " AND (after IS NULL OR occurred_at > after)" : "";
        return
            $"""
            ({Conversions(rules, byAccount, kind, stages)}) conversions
            JOIN ({Touches(rules, byAccount, earns)}) touches
              ON touches.owner = conversions.owner AND occurred_at BETWEEN converted_at - {Lookback(rules)} AND {latest}{after}
            """;
    }

    // Of a run of touches of one unit the first stays. The very first has nothing before it, which is not the same as a touch without a unit.
    private static string Collapsed(JourneyRules rules, bool byAccount, string? kind, string? earns = null, IReadOnlySet<Stage>? stages = null)
    {
        var unit = rules.UnitColumn();
        var reached = string.Concat((stages ?? new HashSet<Stage>()).Order().Select(s => $"{TermSql.StageColumn(s)}, "));
        return
            $"""
            (
              SELECT journey, converted_at, {reached}touches.*, row_number() OVER run = 1 OR {unit} IS DISTINCT FROM lag({unit}) OVER run AS opens
              FROM {Joined(rules, byAccount, kind, earns, stages)}
              WINDOW run AS (PARTITION BY journey ORDER BY {Order})
            ) touches WHERE opens
            """;
    }

    private static string Conversions(JourneyRules rules, bool byAccount, string? only = null, IReadOnlySet<Stage>? stages = null)
    {
        var owner = OwnerOfConversion(byAccount);
        var kind = rules.LookbackOf.Count > 0 ? ", c.kind" : "";
        var until = (rules.Until is Stage.Conversion ? "" : $", {StageTime(rules.Until)} AS until")
            + string.Concat((stages ?? new HashSet<Stage>()).Order().Select(s => $", {StageTime(s)} AS {TermSql.StageColumn(s)}"));

        // Of conversions at one moment the first takes the touches, by id, as touches at one moment are ordered.
        var after = rules.Chained ? $", lag(c.converted_at) OVER (PARTITION BY {owner}, c.kind ORDER BY c.converted_at, c.conversion_id) AS after" : "";
        var accounts = byAccount ? $" LEFT JOIN ({AccountOfContact()}) a ON a.contact_id = c.contact_id" : "";
        return $"SELECT c.rowid AS journey, c.converted_at, {owner} AS owner{kind}{until}{after} FROM conversions c{accounts}{(only is null ? "" : $" WHERE c.kind = {SqlText.Text(only)}")}";
    }

    private static string Touches(JourneyRules rules, bool byAccount, string? earns = null)
    {
        var unit = rules.HasOwnUnit() ? $", {Unit(rules.Unit)} AS unit" : "";
        var owner = OwnerOfTouch(byAccount);
        var accounts = byAccount ? $" LEFT JOIN ({AccountOfContact()}) a ON a.contact_id = t.contact_id" : "";
        string[] kept = [.. Excluding("t.channel", rules.ExcludeChannels), .. Excluding("t.campaign_id", rules.ExcludeCampaigns)];
        var where = kept.Length > 0 ? $" WHERE {string.Join(" AND ", kept)}" : "";
        var row = earns is null ? "" : $", t.rowid AS touch, t.{SqlText.Name(earns)} AS earns";
        return $"SELECT t.touch_id, t.contact_id, t.channel, t.campaign_id{unit}{row}, t.occurred_at, {owner} AS owner FROM touchpoints t{accounts}{where}";
    }

    // A touch without a channel is of none that is excluded.
    private static IEnumerable<string> Excluding(string column, IReadOnlyList<string> values) =>
        values.Count > 0 ? [$"coalesce({column} NOT IN ({string.Join(", ", values.Select(SqlText.Text))}), true)"] : [];

    // A list compares and groups as a whole; a single column stays itself.
    private static string Unit(IReadOnlyList<string> columns) => columns.Count == 1
        ? $"t.{SqlText.Name(columns[0])}"
        : $"[{string.Join(", ", columns.Select(c => $"t.{SqlText.Name(c)}::VARCHAR"))}]";

    private static string Lookback(JourneyRules rules) => rules.LookbackOf.Count == 0
        ? Interval(rules.Lookback)
        : $"CASE kind{string.Concat(rules.LookbackOf.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $" WHEN {SqlText.Text(l.Key)} THEN {Interval(l.Value)}"))} ELSE {Interval(rules.Lookback)} END";

    internal static string Interval(TimeSpan length) =>
        $"to_microseconds({(length.Ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture)})";

    /// <summary>When the customer of the conversion <c>c</c> reached a stage. Looked up by key, so that a duplicate there cannot multiply touches.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="from">What stands before the names of tables, where they are not those at hand.</param>
    public static string StageTime(Stage stage, string from = "") => stage == Stage.Lead
        ? $"(SELECT min(l.created_at) FROM {from}leads l WHERE l.lead_id = c.lead_id)"
        : $"(SELECT min(o.created_at) FROM {from}sales s JOIN {from}opportunities o ON o.opportunity_id = s.opportunity_id WHERE s.sale_id = c.conversion_id)";
}
