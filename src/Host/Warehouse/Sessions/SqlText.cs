namespace Merit.Host.Warehouse.Sessions;

/// <summary>Names and values as they stand in a statement.</summary>
internal static class SqlText
{
    /// <summary>A quoted identifier.</summary>
    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Several quoted identifiers, separated by commas.</summary>
    public static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Name));

    /// <summary>A quoted text.</summary>
    public static string Text(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A quoted text, or <c>NULL</c>.</summary>
    public static string TextOrNull(string? value) => value is null ? "NULL" : Text(value);

    /// <summary>A list of quoted texts: <c>['a', 'b']</c>.</summary>
    public static string List(IEnumerable<string> values) => $"[{string.Join(", ", values.Select(Text))}]";

    /// <summary>
    /// An expression over a value that it needs more than once: the value is written, planned and computed one time. Written out each time, a value of a few nested
    /// patterns makes a statement that takes longer to plan than thousands of rows take to run.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="name">What the expression calls it; unlike any name around it.</param>
    /// <param name="body">The expression.</param>
    public static string Let(string value, string name, string body) => $"list_transform([{value}], lambda {name}: {body})[1]";
}
