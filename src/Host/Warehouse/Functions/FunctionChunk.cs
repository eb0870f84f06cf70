using DuckDB.NET.Data.DataChunk.Reader;
using DuckDB.NET.Data.DataChunk.Writer;
using Merit.Metrics.Language;
using Merit.Scripting.Running;

namespace Merit.Host.Warehouse.Functions;

/// <summary>One chunk of rows for which a function of a script is called.</summary>
internal readonly struct FunctionChunk<TResult>(FunctionDefinition function, IReadOnlyList<IDuckDBDataReader> readers, IDuckDBDataWriter writer)
{
    /// <summary>Writes the result of every row; an exception of the function becomes one that names it and the row's values.</summary>
    public void Fill(ulong rows, Func<ulong, TResult> call)
    {
        using var watch = FunctionWatch.Begin(function);
        ulong row = 0;
        try
        {
            for (; row < rows; row++)
            {
                if (IsMissing(row) || call(row) is not { } result || IsNoNumber(result))
                {
                    writer.WriteNull(row);
                }
                else
                {
                    writer.WriteValue(result, row);
                }
            }
        }
#pragma warning disable CA1031 // Whatever a function throws is a finding about the script.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var given = readers;
            throw watch.Failed(e, given.Select(r => r.IsValid(row) ? r.GetValue(row) : null).ToList());
        }
    }

    // The quotient of two zeros, say: in a sum it would take everything with it.
    private static bool IsNoNumber(TResult result) => result is double number && !double.IsFinite(number);

    private bool IsMissing(ulong row)
    {
        for (var i = 0; i < readers.Count; i++)
        {
            if (!function.Arguments[i].Optional && !readers[i].IsValid(row))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Values of a chunk.</summary>
internal static class FunctionChunk
{
    /// <summary>A value as the function takes it; the type's default (no value, for one that may be missing) where there is none.</summary>
    public static T? Value<T>(IDuckDBDataReader reader, ulong row) => reader.IsValid(row) ? reader.GetValue<T>(row) : default;
}
