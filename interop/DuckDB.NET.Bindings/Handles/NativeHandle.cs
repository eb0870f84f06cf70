using Microsoft.Win32.SafeHandles;

namespace DuckDB.NET.Native;

/// <summary>An object of the engine, destroyed once, when disposed or at the latest when collected.</summary>
public abstract class NativeHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    private protected NativeHandle(bool ownsHandle = true)
        : base(ownsHandle)
    {
    }

    protected sealed override bool ReleaseHandle()
    {
        Destroy(ref handle);
        return true;
    }

    private protected abstract void Destroy(ref IntPtr handle);
}
