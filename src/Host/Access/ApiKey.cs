using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Merit.Host.Access;

/// <summary>Keys of programs: too long to be guessed, so that a plain hash tells whether one is right.</summary>
internal static class ApiKey
{
    private const string Prefix = "merit_";
    private const int Bytes = 32;

    /// <summary>A new one; it is shown once and kept nowhere.</summary>
    public static string New() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
