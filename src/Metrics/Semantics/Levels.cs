namespace Merit.Metrics.Semantics;

/// <summary>Columns that hold a level rather than a flow: adding them over days counts the same people again.</summary>
internal static class Levels
{
    private static readonly HashSet<(string Table, string Column)> Columns =
    [
        ("delivery", "reach"),
        ("engagement", "followers"),
    ];

    public static bool Contains(string table, string column) => Columns.Contains((table, column));
}
