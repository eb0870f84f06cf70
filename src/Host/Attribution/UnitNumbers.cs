using System.Globalization;
using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Attribution;

/// <summary>Numbers for what earns credit, in a temporary table: a number sorts, joins and lies in memory for a part of what a name takes.</summary>
internal static class UnitNumbers
{
    /// <summary>The table: name and number, from 0 in the order of names.</summary>
    public const string Table = "temp.unit_numbers";

    /// <summary>What a touch without a channel, or a campaign, is called.</summary>
    public const string None = "(none)";

    /// <summary>Numbers all that touchpoints have in a column.</summary>
    /// <returns>The names, by number.</returns>
    public static IReadOnlyList<string> Give(Session session, string column)
    {
        var names = session.Query($"SELECT DISTINCT coalesce({SqlText.Name(column)}, '{None}') AS name FROM touchpoints ORDER BY name", row => row.GetString(0));
        var end = (names.Count + 1).ToString(CultureInfo.InvariantCulture);
        session.Execute($"CREATE OR REPLACE TEMP TABLE unit_numbers AS SELECT name, number - 1 AS number FROM (SELECT unnest({SqlText.List(names)}) AS name, unnest(range(1, {end})) AS number)");
        return names;
    }

    /// <summary>A query for the touches of another, whose column <c>earns</c> is what earns credit, with its <c>number</c>.</summary>
    public static string Of(string touches) => $"SELECT found.*, named.number FROM ({touches}) found JOIN {Table} named ON named.name = coalesce(earns, '{None}')";
}
