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
        using var one = NewChunk();
        using var other = NewChunk();
        var taking = Task.CompletedTask;
        try
        {
            for (var (first, chunk, next) = (0, one, other); first < rows; first += Capacity, (chunk, next) = (next, chunk))
            {
                // One chunk is filled while the engine takes the one before.
                var (filled, count) = (chunk, Math.Min(Capacity, rows - first));
                Fill(filled, first, count, write);
                taking.GetAwaiter().GetResult();
                if (first + count < rows)
                {
                    taking = Task.Run(() => Take(filled));
                }
                else
                {
                    Take(filled);
                }
            }
        }
        finally
        {
            // Whatever happened, a chunk is not thrown away while it is read.
            Task.WaitAny(taking);
        }
    }

    /// <summary>Writes what is pending.</summary>
    public void Close() => Check(NativeMethods.Appender.DuckDBAppenderClose(_appender));

    public void Dispose()
    {
        _types.ForEach(t => t.Dispose());
        _appender.Dispose();
    }

    private DuckDBDataChunk NewChunk() => NativeMethods.DataChunks.DuckDBCreateDataChunk([.. _types.Select(t => t.DangerousGetHandle())], (ulong)_types.Count);

    private void Fill(DuckDBDataChunk chunk, int first, int count, Action<int, VectorWriter, int, int> write)
    {
        NativeMethods.DataChunks.DuckDBDataChunkReset(chunk);
        for (var column = 0; column < _types.Count; column++)
        {
            write(column, new VectorWriter(NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, column)), first, count);
        }

        NativeMethods.DataChunks.DuckDBDataChunkSetSize(chunk, (ulong)count);
    }

    private void Take(DuckDBDataChunk chunk) => Check(NativeMethods.Appender.DuckDBAppendDataChunk(_appender, chunk));

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
