using Merit.Metrics.Schema;

namespace Merit.Metrics.Language;

/// <summary>A value as C# has it in a function or a model, and as a column holds it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Clr">Its C# type.</param>
/// <param name="Optional">Whether it may be missing.</param>
public sealed record ColumnValue(string Name, Type Clr, bool Optional)
{
    /// <summary>The type of a column that holds it, or null where none can.</summary>
    public ColumnType? Type { get; } = Of(Clr);

    /// <summary>What to write instead of a type that no column can hold.</summary>
    internal string Instead => Clr switch
    {
        _ when Clr == typeof(int) || Clr == typeof(short) || Clr == typeof(byte) => "Use long.",
        _ when Clr == typeof(float) => "Use double.",
        _ => "Use string, long, double, decimal, bool, DateOnly or DateTime, with ? where the value may be missing.",
    };

    private static ColumnType? Of(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(string) => ColumnType.Text,
        var t when t == typeof(long) || t == typeof(int) => ColumnType.Integer,
        var t when t == typeof(double) => ColumnType.Number,
        var t when t == typeof(decimal) => ColumnType.Money,
        var t when t == typeof(bool) => ColumnType.Flag,
        var t when t == typeof(DateOnly) => ColumnType.Date,
        var t when t == typeof(DateTime) => ColumnType.Timestamp,
        _ => null,
    };
}
