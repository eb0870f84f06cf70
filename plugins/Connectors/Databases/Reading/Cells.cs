using System.Data.Common;
using Merit.Plugins.Connectors;

namespace Merit.Connectors.Databases.Reading;

/// <summary>The cells of one column, collected row by row.</summary>
internal abstract class Cells
{
    private Dictionary<int, string>? _faults;

    /// <summary>Cells whose values do not fit the column, by row.</summary>
    protected IReadOnlyDictionary<int, string> Faults => _faults ?? (IReadOnlyDictionary<int, string>)System.Collections.ObjectModel.ReadOnlyDictionary<int, string>.Empty;

    /// <summary>Takes the cell of the row the reader is at.</summary>
    public abstract void Take(DbDataReader reader, int ordinal);

    /// <summary>The column so far.</summary>
    public abstract Column Column();

    protected void Fault(int row, string value) => (_faults ??= [])[row] = value;
}

/// <summary>Cells of one kind of value.</summary>
/// <param name="capacity">How many rows are expected.</param>
/// <param name="nothing">What stands for no value.</param>
/// <param name="read">Reads a cell that is not null; says by false that it holds something else.</param>
/// <param name="make">Makes the column.</param>
internal sealed class Cells<T>(int capacity, T nothing, Cells<T>.Reading read, Func<IReadOnlyList<T>, Column> make) : Cells
{
    private readonly List<T> _values = new(capacity);

    public delegate bool Reading(DbDataReader reader, int ordinal, out T value);

    /// <summary>Says what stands in a cell that cannot be read.</summary>
    public Func<DbDataReader, int, string> Told { get; init; } = (reader, ordinal) => Convert.ToString(reader.GetValue(ordinal), System.Globalization.CultureInfo.InvariantCulture) ?? "";

    public override void Take(DbDataReader reader, int ordinal)
    {
        if (reader.IsDBNull(ordinal))
        {
            _values.Add(nothing);
        }
        else if (read(reader, ordinal, out var value))
        {
            _values.Add(value);
        }
        else
        {
            Fault(_values.Count, Told(reader, ordinal));
            _values.Add(nothing);
        }
    }

    public override Column Column() => make(_values) with { Faults = Faults };
}
