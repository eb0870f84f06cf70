using System.Buffers.Binary;
using System.Reflection.Metadata;

namespace Merit.Scripting.Guards;

/// <summary>The instructions of a method's body, one after the other, with the metadata token where one carries one.</summary>
internal ref struct Instructions(ReadOnlySpan<byte> body)
{
    private const byte TwoBytes = 0xFE;

    private readonly ReadOnlySpan<byte> _body = body;
    private int _next;

    /// <summary>Where the current instruction begins.</summary>
    public int Offset { get; private set; }

    /// <summary>What it does.</summary>
    public ILOpCode Code { get; private set; }

    /// <summary>The member or type it names, or 0.</summary>
    public int Token { get; private set; }

    /// <summary>Goes to the next instruction; false at the end.</summary>
    /// <exception cref="InvalidDataException">The body ends within an instruction.</exception>
    public bool MoveNext()
    {
        if (_next >= _body.Length)
        {
            return false;
        }

        try
        {
            Offset = _next;
            Code = _body[_next] == TwoBytes ? (ILOpCode)((TwoBytes << 8) | _body[_next + 1]) : (ILOpCode)_body[_next];
            _next += _body[_next] == TwoBytes ? 2 : 1;
            Token = NamesSomething(Code) ? BinaryPrimitives.ReadInt32LittleEndian(_body[_next..]) : 0;
            _next += Operand();
            return true;
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("A method ends within an instruction.", e);
        }
    }

    private readonly int Operand() => Code switch
    {
        ILOpCode.Switch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(_body[_next..])),
        ILOpCode.Ldc_i8 or ILOpCode.Ldc_r8 => 8,
        ILOpCode.Ldc_i4 or ILOpCode.Ldc_r4 or ILOpCode.Ldstr or ILOpCode.Calli or ILOpCode.Leave or (>= ILOpCode.Br and <= ILOpCode.Blt_un) => 4,
        >= ILOpCode.Ldarg and <= ILOpCode.Stloc => 2,
        (>= ILOpCode.Ldarg_s and <= ILOpCode.Stloc_s) or ILOpCode.Ldc_i4_s or (>= ILOpCode.Br_s and <= ILOpCode.Blt_un_s) or ILOpCode.Leave_s or ILOpCode.Unaligned => 1,
        _ => NamesSomething(Code) ? 4 : 0,
    };

    private static bool NamesSomething(ILOpCode code) => code is ILOpCode.Jmp or ILOpCode.Call or ILOpCode.Callvirt or ILOpCode.Cpobj or ILOpCode.Ldobj or ILOpCode.Newobj
        or ILOpCode.Castclass or ILOpCode.Isinst or ILOpCode.Unbox or ILOpCode.Box or ILOpCode.Newarr or ILOpCode.Ldelema or ILOpCode.Ldelem or ILOpCode.Stelem
        or ILOpCode.Unbox_any or ILOpCode.Refanyval or ILOpCode.Mkrefany or ILOpCode.Ldtoken or (>= ILOpCode.Ldfld and <= ILOpCode.Stobj)
        or ILOpCode.Ldftn or ILOpCode.Ldvirtftn or ILOpCode.Initobj or ILOpCode.Constrained or ILOpCode.Sizeof;
}
