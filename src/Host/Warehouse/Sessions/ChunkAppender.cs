using DuckDB.NET.Native;

namespace Merit.Host.Warehouse.Sessions;

/// <summary>Adds rows to a table by columns, a chunk of the engine's own size at a time.</summary>
internal sealed class ChunkAppender : IDisposable
{
    private static readonly int Capacity = (int)NativeMethods.Helpers.DuckDBVectorSize();

    private readonly DuckDBAppender _appender;
    private readonly List<DuckDBLogicalType> _types = [];

    private readonly Func<Exception, Exception> _refused;

    public ChunkAppender(DuckDBNativeConnection connection, string catalog, string table, Func<Exception, Exception> refused)
    {
        _refused = refused;
        var made = NativeMethods.Appender.DuckDBAppenderCreateExt(connection, catalog, "main", table, out _appender);
        Check(made);
        var columns = NativeMethods.Appender.DuckDBAppenderColumnCount(_appender);
        for (ulong column = 0; column < columns; column++)
        {
            _types.Add(NativeMethods.Appender.DuckDBAppenderColumnType(_appender, column));
        }
    }

    /// <summary>Adds rows.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="write">Fills a column of the table (by its index) with so many of the rows, from a first one on.</param>
    public void Append(int rows, Action<int, VectorWriter, int, int> write)
    {
        using var chunk = NativeMethods.DataChunks.DuckDBCreateDataChunk([.. _types.Select(t => t.DangerousGetHandle())], (ulong)_types.Count);
        for (var first = 0; first < rows; first += Capacity)
        {
            var count = Math.Min(Capacity, rows - first);
            NativeMethods.DataChunks.DuckDBDataChunkReset(chunk);
            for (var column = 0; column < _types.Count; column++)
            {
                write(column, new VectorWriter(NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, column)), first, count);
            }

            NativeMethods.DataChunks.DuckDBDataChunkSetSize(chunk, (ulong)count);
            Check(NativeMethods.Appender.DuckDBAppendDataChunk(_appender, chunk));
        }
    }

    /// <summary>Writes what is pending.</summary>
    public void Close() => Check(NativeMethods.Appender.DuckDBAppenderClose(_appender));

    public void Dispose()
    {
        _types.ForEach(t => t.Dispose());
        _appender.Dispose();
    }

    private void Check(DuckDBState state)
    {
        if (!state.IsSuccess())
        {
            using var error = NativeMethods.Appender.DuckDBAppenderErrorData(_appender);
            throw _refused(new EngineAppendException(error.Message));
        }
    }
}

/// <summary>The engine did not take rows.</summary>
internal sealed class EngineAppendException(string message) : Exception(message);
