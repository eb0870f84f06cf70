using System.Data.Common;

namespace Merit.Metrics.Language;

/// <summary>Reads one value of a row for a model.</summary>
internal static class Cell<T>
{
    private static readonly bool MayBeMissing = default(T) is null;
    private static readonly bool IsNullable = Nullable.GetUnderlyingType(typeof(T)) is not null;

    /// <summary>The value; throws <see cref="MissingCellException"/> where there is none and the type cannot say so.</summary>
    public static T? Of(DbDataReader row, int column) =>
        row.IsDBNull(column) ? MayBeMissing ? default : throw new MissingCellException(column)
        : IsNullable ? (T)row.GetValue(column)
        : row.GetFieldValue<T>(column);
}

/// <summary>A row has no value where a model needs one.</summary>
internal sealed class MissingCellException(int column) : Exception
{
    public int Column { get; } = column;
}
