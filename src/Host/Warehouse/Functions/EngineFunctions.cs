using DuckDB.NET.Data;
using Merit.Metrics.Language;

namespace Merit.Host.Warehouse.Functions;

/// <summary>
/// Functions of scripts as scalar functions of an engine, called with chunks of rows. All sessions of one engine see them; a function of the same name takes the place of
/// the one before. The engine keeps what it was given as long as it lives, and with it the script.
/// </summary>
internal sealed class EngineFunctions(DuckDBConnection connection) : IFunctionEngine
{
    public void Add<TA, TResult>(FunctionDefinition function, Func<TA?, TResult> body) =>
        connection.RegisterScalarFunction<TA, TResult>(
            function.EngineName,
            (readers, writer, rows) => new FunctionChunk<TResult>(function, readers, writer).Fill(rows, row => body(FunctionChunk.Value<TA>(readers[0], row))),
            Options(function));

    public void Add<TA, TB, TResult>(FunctionDefinition function, Func<TA?, TB?, TResult> body) =>
        connection.RegisterScalarFunction<TA, TB, TResult>(
            function.EngineName,
            (readers, writer, rows) => new FunctionChunk<TResult>(function, readers, writer)
                .Fill(rows, row => body(FunctionChunk.Value<TA>(readers[0], row), FunctionChunk.Value<TB>(readers[1], row))),
            Options(function));

    public void Add<TA, TB, TC, TResult>(FunctionDefinition function, Func<TA?, TB?, TC?, TResult> body) =>
        connection.RegisterScalarFunction<TA, TB, TC, TResult>(
            function.EngineName,
            (readers, writer, rows) => new FunctionChunk<TResult>(function, readers, writer)
                .Fill(rows, row => body(FunctionChunk.Value<TA>(readers[0], row), FunctionChunk.Value<TB>(readers[1], row), FunctionChunk.Value<TC>(readers[2], row))),
            Options(function));

    public void Add<TA, TB, TC, TD, TResult>(FunctionDefinition function, Func<TA?, TB?, TC?, TD?, TResult> body) =>
        connection.RegisterScalarFunction<TA, TB, TC, TD, TResult>(
            function.EngineName,
            (readers, writer, rows) => new FunctionChunk<TResult>(function, readers, writer).Fill(
                rows,
                row => body(
                    FunctionChunk.Value<TA>(readers[0], row), FunctionChunk.Value<TB>(readers[1], row), FunctionChunk.Value<TC>(readers[2], row),
                    FunctionChunk.Value<TD>(readers[3], row))),
            Options(function));

    // Without it, the engine takes a row with a missing value for a row without a result before it asks.
    private static ScalarFunctionOptions Options(FunctionDefinition function) => new() { HandlesNulls = function.Arguments.Any(a => a.Optional), IsPureFunction = true };
}
