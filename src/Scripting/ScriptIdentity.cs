using System.Security.Cryptography;
using System.Text;
using Merit.Scripting.Caching;

namespace Merit.Scripting;

/// <summary>What tells whether a script would do the same again.</summary>
public static class ScriptIdentity
{
    /// <summary>Differs as soon as the script's text does, or the language it is written in.</summary>
    public static string Of(Script script)
    {
        ArgumentNullException.ThrowIfNull(script);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CacheInputs.Current.Language + script.Text)));
    }
}
