using System.Security.Cryptography;
using System.Text;

namespace Merit.Host.Reports;

/// <summary>A text as part of a file's name: letters and digits of any script, and single hyphens.</summary>
internal static class Slug
{
    private const int Marked = 6;

    /// <summary>The text in small letters.</summary>
    public static string Of(string text, int longest)
    {
        var name = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormC))
        {
            if (char.IsLetterOrDigit(c))
            {
                name.Append(char.ToLowerInvariant(c));
            }
            else if (name.Length > 0 && name[^1] != '-')
            {
                name.Append('-');
            }
        }

        // Half a character of two code units would be none.
        var length = Math.Min(name.Length, longest);
        length -= length > 0 && length < name.Length && char.IsHighSurrogate(name[length - 1]) ? 1 : 0;
        return name.ToString(0, length).Trim('-');
    }

    /// <summary>The same for a value that must not share its name with another: where something of it was lost, a mark made of the whole value follows.</summary>
    public static string Unique(string value, int longest)
    {
        var name = Of(value, longest);
        if (string.Equals(name, value, StringComparison.Ordinal))
        {
            return name;
        }

        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)))[..Marked];
        return name.Length == 0 ? mark : $"{name}-{mark}";
    }
}
