using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Merit.Host.Warehouse.Sessions;

/// <summary>A text as it lies in a column of the engine (duckdb_string_t): its length, then the text itself where it is short; a longer one the engine has to place.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct EngineText
{
    /// <summary>Bytes of a text that needs no other place.</summary>
    public const int Room = 12;

    private uint _length;
    private Bytes _text;

    /// <summary>Makes it, if the text is short enough.</summary>
    public static bool TryMake(string value, out EngineText text)
    {
        text = default;
        if (!Encoding.UTF8.TryGetBytes(value, text._text, out var length))
        {
            return false;
        }

        text._length = (uint)length;
        return true;
    }

    [InlineArray(Room)]
    [StructLayout(LayoutKind.Sequential)]
    private struct Bytes
    {
        private byte _first;
    }
}
