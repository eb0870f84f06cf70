using System.Reflection;
using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Merit.Interop.Tests.Bindings;

/// <summary>Every native function that is bound stands in the engine's library.</summary>
public sealed class EntryPointTests
{
    [Fact]
    public void Every_bound_function_is_exported()
    {
        var imports = typeof(NativeMethods).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Select(method => method.GetCustomAttribute<DllImportAttribute>())
            .OfType<DllImportAttribute>()
            .ToList();

        Assert.True(imports.Count > 180, $"only {imports.Count} imports found");
        Assert.All(imports, import => Assert.Equal("duckdb", import.Value));

        var library = NativeLibrary.Load("duckdb", typeof(NativeMethods).Assembly, searchPath: null);
        try
        {
            Assert.Empty(imports.Where(import => !NativeLibrary.TryGetExport(library, import.EntryPoint ?? "", out _)).Select(import => import.EntryPoint));
        }
        finally
        {
            NativeLibrary.Free(library);
        }
    }

    [Fact]
    public void The_engine_is_the_version_the_provider_was_built_for()
    {
        using var connection = Engine.InMemory();

        Assert.Equal("v1.5.6", connection.ServerVersion);
        Assert.Equal("v1.5.6", connection.Scalar("select version()"));
        Assert.StartsWith("1.5.6.", typeof(DuckDBConnection).Assembly.GetName().Version?.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(DuckDBDatabase), "duckdb_close")]
    [InlineData(typeof(DuckDBNativeConnection), "duckdb_disconnect")]
    [InlineData(typeof(DuckDBConfig), "duckdb_destroy_config")]
    [InlineData(typeof(DuckDBPreparedStatement), "duckdb_destroy_prepare")]
    [InlineData(typeof(DuckDBExtractedStatements), "duckdb_destroy_extracted")]
    [InlineData(typeof(DuckDB.NET.Native.DuckDBAppender), "duckdb_appender_destroy")]
    [InlineData(typeof(DuckDBLogicalType), "duckdb_destroy_logical_type")]
    [InlineData(typeof(DuckDBDataChunk), "duckdb_destroy_data_chunk")]
    [InlineData(typeof(DuckDBValue), "duckdb_destroy_value")]
    [InlineData(typeof(DuckDBErrorData), "duckdb_destroy_error_data")]
    [InlineData(typeof(DuckDBArrowOptions), "duckdb_destroy_arrow_options")]
    [InlineData(typeof(DuckDBClientContext), "duckdb_destroy_client_context")]
    public void A_handle_is_released_by_the_function_for_its_kind(Type handle, string entryPoint)
    {
        var destroy = handle.GetMethod("Destroy", BindingFlags.Instance | BindingFlags.NonPublic);
        var code = destroy?.GetMethodBody()?.GetILAsByteArray();
        Assert.NotNull(code);

        const byte Call = 0x28;
        var called = handle.Module.ResolveMethod(BitConverter.ToInt32(code, Array.IndexOf(code, Call) + 1));

        Assert.Equal(entryPoint, called?.GetCustomAttribute<LibraryImportAttribute>()?.EntryPoint);
    }

    [Fact]
    public void The_list_above_names_every_kind_of_handle()
    {
        var listed = typeof(EntryPointTests).GetMethod(nameof(A_handle_is_released_by_the_function_for_its_kind))?
            .GetCustomAttributes<InlineDataAttribute>().Select(data => data.Data[0]).Cast<Type>();
        var handles = typeof(NativeHandle).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SafeHandle)) && !type.IsAbstract);

        Assert.Equal(handles.Select(type => type.Name).Order(StringComparer.Ordinal), listed?.Select(type => type.Name).Order(StringComparer.Ordinal));
    }
}
