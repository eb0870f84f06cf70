using System.Globalization;
using System.Runtime.InteropServices;
using Merit.Host.Warehouse.Sessions;
using Merit.Plugins.Connectors;
using PluginColumn = Merit.Plugins.Connectors.Column;

namespace Merit.Host.Warehouse.Staging;

/// <summary>The values of one column of a table, for some rows, on their way into the engine.</summary>
internal readonly struct RowCells
{
    private static readonly DateOnly Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch);

    private readonly Action<VectorWriter, int, int> _write;

    private RowCells(Action<VectorWriter, int, int> write) => _write = write;

    /// <summary>Fills a chunk's column with rows from the first on.</summary>
    public void Write(VectorWriter to, int first, int count) => _write(to, first, count);

    public static RowCells Same(string text) => new((to, _, count) =>
    {
        var texts = new string[count];
        Array.Fill(texts, text);
        to.Texts(texts);
    });

    public static RowCells Texts(Func<int, string?> text) => new((to, first, count) =>
    {
        var texts = new string?[count];
        for (var i = 0; i < count; i++)
        {
            texts[i] = text(first + i);
        }

        to.Texts(texts);
    });

    public static RowCells Numbers(IReadOnlyList<long> numbers) => new((to, first, count) => Some(numbers, first, count).CopyTo(to.Values<long>(count)));

    /// <summary>A connector's column, or nothing where it gives none, for a table's column of a type.</summary>
    public static RowCells Of(PluginColumn? column, string type) => column switch
    {
        null => new RowCells((to, _, count) => Nulls(to, count)),
        TextColumn c => new RowCells((to, first, count) => to.Texts(Some(c.Values, first, count))),
        _ when !string.Equals(TypeOf(column), type, StringComparison.Ordinal) => Texts(i => Text(column, i)),
        IntegerColumn c => Each(c.Values, value => value),
        NumberColumn c => Each(c.Values, value => value),
        BooleanColumn c => Each(c.Values, value => value ? (byte)1 : (byte)0),
        DateColumn c => Each(c.Values, value => value.DayNumber - Epoch.DayNumber),
        TimestampColumn c when TypeOf(c) is "TIMESTAMP" => Each(c.Values, value => (value.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond),
        _ => Texts(i => Text(column, i)),
    };

    /// <summary>The engine's type for a connector's column.</summary>
    public static string TypeOf(PluginColumn column) => column switch
    {
        IntegerColumn => "BIGINT",
        NumberColumn => "DOUBLE",
        BooleanColumn => "BOOLEAN",
        DateColumn => "DATE",
        TimestampColumn t => HasInstants(t) ? "VARCHAR" : "TIMESTAMP",
        _ => "VARCHAR",
    };

    private static bool HasInstants(TimestampColumn column)
    {
        foreach (var value in Some(column.Values, 0, column.Count))
        {
            if (value is { Kind: DateTimeKind.Utc })
            {
                return true;
            }
        }

        return false;
    }

    private static RowCells Each<T, TStored>(IReadOnlyList<T?> given, Func<T, TStored> stored)
        where T : struct
        where TStored : unmanaged => new((to, first, count) =>
    {
        var values = to.Values<TStored>(count);
        var some = Some(given, first, count);
        for (var i = 0; i < some.Length; i++)
        {
            if (some[i] is { } value)
            {
                values[i] = stored(value);
            }
            else
            {
                to.Null(i);
            }
        }
    });

    // Reached through its interface, a value costs several times what it costs in a row of them.
    private static ReadOnlySpan<T> Some<T>(IReadOnlyList<T> values, int first, int count)
    {
        switch (values)
        {
            case T[] array:
                return array.AsSpan(first, count);
            case List<T> list:
                return CollectionsMarshal.AsSpan(list).Slice(first, count);
            default:
                var some = new T[count];
                for (var i = 0; i < count; i++)
                {
                    some[i] = values[first + i];
                }

                return some;
        }
    }

    private static void Nulls(VectorWriter to, int count)
    {
        for (var i = 0; i < count; i++)
        {
            to.Null(i);
        }
    }

    // Exact and the same everywhere; instants carry their Z.
    private static string? Text(PluginColumn column, int i) => column switch
    {
        IntegerColumn c => c.Values[i]?.ToString(CultureInfo.InvariantCulture),
        NumberColumn c => c.Values[i]?.ToString("R", CultureInfo.InvariantCulture),
        DecimalColumn c => c.Values[i]?.ToString(CultureInfo.InvariantCulture),
        BooleanColumn c => c.Values[i] is { } flag ? flag ? "true" : "false" : null,
        DateColumn c => c.Values[i]?.ToString("O", CultureInfo.InvariantCulture),
        TimestampColumn c => c.Values[i] is { } time ? time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFF", CultureInfo.InvariantCulture) + (time.Kind == DateTimeKind.Utc ? "Z" : "") : null,
        TextColumn c => c.Values[i],
        _ => throw new InvalidOperationException($"A column of the kind {column.GetType().Name} is not known."),
    };
}
