using Merit.Host.Warehouse.Mapping;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Attribution.Experiments;

/// <summary>What was tested: a channel, a campaign, or a campaign within a channel, for one kind of conversion.</summary>
internal sealed record Tested(string? Channel, string? Campaign, string Kind)
{
    /// <summary>A condition that holds for the touches of it.</summary>
    public string Touches => string.Join(" AND ", new[] { Is("channel", Channel), Is("campaign_id", Campaign) }.OfType<string>());

    /// <summary>In words, for messages.</summary>
    public string Name => (Channel, Campaign) switch
    {
        ({ } channel, { } campaign) => $"campaign {campaign} in {channel}",
        (null, { } campaign) => $"campaign {campaign}",
        _ => $"channel {Channel}",
    };

    private static string? Is(string column, string? value) => value is null ? null : $"{column} = {SqlText.Text(value)}";
}

/// <summary>A result that can be held against credit.</summary>
/// <param name="Number">Its number among those at hand.</param>
/// <param name="Id">Its identifier.</param>
/// <param name="What">What was tested.</param>
/// <param name="From">When its first day began, in UTC.</param>
/// <param name="To">When its last day was over.</param>
/// <param name="Measured">The conversions it found.</param>
/// <param name="Error">Their standard error; null where there is no interval to know it from.</param>
internal sealed record Experiment(int Number, string Id, Tested What, DateTime From, DateTime To, double Measured, double? Error)
{
    /// <summary>The temporary table of what <see cref="Read"/> found.</summary>
    public const string Table = "temp.tested";

    /// <summary>Reads the experiments that have days, a result, and something tested; data notes name the others.</summary>
    public static IReadOnlyList<Experiment> Read(Session session, TimeZoneInfo zone)
    {
        if (session.Scalar<long>("SELECT count(*) FROM duckdb_tables() WHERE database_name = current_database() AND schema_name = 'main' AND table_name = 'experiments'") == 0)
        {
            session.Execute(TableLayout.Of("experiments", []).Create());
        }

        string Start(string day) => $"timezone('UTC', timezone({SqlText.Text(zone.Id)}, ({day})::TIMESTAMP))";
        session.Execute(
            $"""
            CREATE OR REPLACE TEMP TABLE tested AS
            SELECT row_number() OVER (ORDER BY started_on, experiment_id, rowid) - 1 AS number, experiment_id, campaign_id, channel, coalesce(kind, '{ConversionKind.Sale}') AS kind, method, started_on, ended_on,
              {Start("started_on")} AS from_at, {Start("ended_on + 1")} AS to_at, incremental_conversions AS measured, incremental_low AS low, incremental_high AS high,
              coalesce(confidence, 0.95) AS confidence, incremental_value AS measured_value
            FROM main.experiments WHERE incremental_conversions IS NOT NULL AND ended_on >= started_on AND coalesce(channel, campaign_id) IS NOT NULL
            """);
        return session.Query(
            $"SELECT number, coalesce(experiment_id, ''), channel, campaign_id, kind, from_at, to_at, measured, (high - low)::DOUBLE, confidence FROM {Table} ORDER BY number",
            row => new Experiment(
                (int)row.GetInt64(0), row.GetString(1), new Tested(row.IsDBNull(2) ? null : row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetString(4)),
                row.GetDateTime(5), row.GetDateTime(6), row.GetDouble(7), row.IsDBNull(8) ? null : ErrorOf(row.GetDouble(8), row.GetDouble(9))));
    }

    private static double? ErrorOf(double width, double confidence) => width > 0 && confidence is > 0 and < 1 ? width / 2 / Normal.Quantile((1 + confidence) / 2) : null;
}
