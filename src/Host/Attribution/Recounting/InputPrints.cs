using System.Globalization;
using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Attribution.Recounting;

/// <summary>Prints of all rows that credit was shared out from, day by day: how many they are, and the sum of their hashes. They are published beside the credits.</summary>
/// <remarks>A row that is new, gone or different changes the print of its day, except where sums of 64-bit hashes meet by chance: once in 10¹⁹ times.</remarks>
internal static class InputPrints
{
    /// <summary>The table they are kept in.</summary>
    public const string Table = "merit.input_prints";

    private const string Touches = "touches";
    private const string Conversions = "conversions";

    /// <summary>Takes the prints of the rows at hand.</summary>
    public static void Take(Session session, JourneyInputs inputs)
    {
        session.Execute("CREATE SCHEMA IF NOT EXISTS merit");
        session.Execute(
            $"""
            CREATE OR REPLACE TABLE {Table} AS
            {Of(Touches, inputs.TouchColumns, inputs.Touches("main."))}
            UNION ALL
            {Of(Conversions, inputs.ConversionColumns, inputs.Conversions("main."))}
            """);
    }

    /// <summary>Finds the days whose prints are not those of the former version.</summary>
    /// <param name="session">The warehouse, with the former version beside it.</param>
    /// <param name="former">The former version's name.</param>
    /// <returns>Conditions that hold for the touches, and for the conversions, of such days; and how large a part of all rows they hold.</returns>
    public static (string Touches, string Conversions, double Part) Differing(Session session, string former)
    {
        session.Execute(
            $"""
            CREATE OR REPLACE TEMP TABLE changed_days AS
            SELECT rows_of, day, greatest(coalesce(n.row_count, 0), coalesce(o.row_count, 0)) AS row_count
            FROM {Table} n FULL JOIN {former}.{Table} o USING (rows_of, day)
            WHERE n.print IS DISTINCT FROM o.print OR n.row_count IS DISTINCT FROM o.row_count
            """);
        var part = session.Scalar<double>($"SELECT coalesce((SELECT sum(row_count) FROM temp.changed_days) / nullif((SELECT sum(row_count) FROM {Table}), 0), 0)::DOUBLE");
        return (Of(Touches, "occurred_at"), Of(Conversions, "converted_at"), part);

        string Of(string rows, string time) => On(session.Query($"SELECT day FROM temp.changed_days WHERE rows_of = '{rows}' ORDER BY day", row => DateOnly.FromDateTime(row.GetDateTime(0))), rows, time);
    }

    // Few days are named by their hours, which the engine looks for while it reads the column of times, and reads of other columns only what it finds.
    private static string On(IReadOnlyList<DateOnly> days, string rows, string time)
    {
        const int Few = 40;
        if (days.Count is 0 or > Few || days.Contains(DateOnly.MinValue))
        {
            return days.Count == 0 ? "false" : $"day IN (SELECT day FROM temp.changed_days WHERE rows_of = '{rows}')";
        }

        string Start(DateOnly day) => $"TIMESTAMP '{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'";
        return $"{time} >= {Start(days[0])} AND {time} < {Start(days[^1].AddDays(1))} AND ({string.Join(" OR ", days.Select(d => $"({time} >= {Start(d)} AND {time} < {Start(d.AddDays(1))})"))})";
    }

    private static string Of(string name, IEnumerable<string> columns, string rows) =>
        $"SELECT '{name}' AS rows_of, day, count(*) AS row_count, sum(hash(hash({SqlText.Names(columns)}))) AS print FROM ({rows}) GROUP BY day";
}
