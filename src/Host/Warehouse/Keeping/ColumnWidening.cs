namespace Merit.Host.Warehouse.Keeping;

/// <summary>What becomes of a kept column when its source gives another type for it.</summary>
internal static class ColumnWidening
{
    private const string Text = "VARCHAR";

    /// <summary>
    /// The type that holds the values of both without loss; null where there is none. Text holds anything; a date is a time at midnight; whole and other numbers
    /// together are text, since a fraction of the engine's does not hold every whole number.
    /// </summary>
    public static string? Of(string kept, string given) => (kept, given) switch
    {
        _ when string.Equals(kept, given, StringComparison.Ordinal) => kept,
        (Text, _) or (_, Text) => Text,
        ("DATE", "TIMESTAMP") or ("TIMESTAMP", "DATE") => "TIMESTAMP",
        ("BIGINT", "DOUBLE") or ("DOUBLE", "BIGINT") => Text,
        _ => null,
    };

    /// <summary>A type as users call it.</summary>
    public static string Word(string type) => type switch
    {
        "BIGINT" => "whole numbers",
        "DOUBLE" => "numbers",
        "BOOLEAN" => "yes or no",
        "DATE" => "dates",
        "TIMESTAMP" => "times",
        _ => "text",
    };
}
