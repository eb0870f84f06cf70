using System.Security.Cryptography;
using System.Text;

namespace Merit.Host.Warehouse.Identity;

/// <summary>HMAC-SHA-256, in C# and as an expression of the engine: who does not know the secret cannot find out by trying which value a hash is of.</summary>
internal sealed class KeyedHash(string secret)
{
    private const int Block = 64;
    private const byte Inner = 0x36;
    private const byte Outer = 0x5c;

    private readonly byte[] _key = Encoding.UTF8.GetBytes(secret);

    /// <summary>The hash of a text, in hexadecimal digits.</summary>
    public string Of(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));

    /// <summary>An expression for the same of a text column or expression.</summary>
    public string Expression(string text) => $"sha256({Pad(Outer)} || from_hex(sha256({Pad(Inner)} || encode({text}))))";

    private string Pad(byte with)
    {
        var key = _key.Length > Block ? SHA256.HashData(_key) : _key;
        var padded = new byte[Block];
        key.CopyTo(padded, 0);
        for (var i = 0; i < Block; i++)
        {
            padded[i] ^= with;
        }

        return $"from_hex('{Convert.ToHexString(padded)}')";
    }
}
