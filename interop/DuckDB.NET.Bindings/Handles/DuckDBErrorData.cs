namespace DuckDB.NET.Native;

/// <summary>duckdb_error_data: an error as an object.</summary>
public sealed class DuckDBErrorData : NativeHandle
{
    public bool HasError => !IsInvalid && NativeMethods.ErrorData.DuckDBErrorDataHasError(this);

    /// <summary>What went wrong, or an empty text where nothing did.</summary>
    public string Message => IsInvalid ? "" : NativeMethods.ErrorData.DuckDBErrorDataMessage(this) ?? "";

    private protected override void Destroy(ref IntPtr handle) => NativeMethods.ErrorData.DuckDBDestroyErrorData(ref handle);
}
