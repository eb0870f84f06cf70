using System.Text;

namespace Merit.Host.Reports.Writers.Markdown;

/// <summary>Writes text so that every Markdown reader shows exactly that text: in a paragraph, a heading, a list or a table cell.</summary>
internal static class MarkdownText
{
    /// <summary>The text with a backslash before what Markdown would read as more than itself; control characters and line breaks become spaces.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsControl(c) || c is '\u2028' or '\u2029')
            {
                escaped.Append(' ');
                continue;
            }

            if (IsSpecial(text, i))
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }

    private static bool IsSpecial(string text, int at)
    {
        var (before, after) = (Written(text, at - 1), Written(text, at + 1));
        return text[at] switch
        {
            '\\' or '`' or '*' or '[' or ']' or '<' or '>' or '|' or '~' or '$' => true,
            // Within a word an underscore is only an underscore.
            '_' => !char.IsLetterOrDigit(before) || !char.IsLetterOrDigit(after),
            '&' => char.IsLetter(after) || after == '#',
            '!' => after == '[',
            // Links that readers make of bare addresses, and the short names of emoji.
            ':' => after == '/' || char.IsLetter(after),
            '@' => true,
            '.' => EndsWith(text, at, "www") || StartsList(text, at, after),
            ')' => StartsList(text, at, after),
            '#' => at == 0 || after is '#' or ' ',
            '-' or '+' => at == 0 && (after == ' ' || after == text[at]),
            '=' => at == 0,
            _ => false,
        };
    }

    // What stands there once written: nothing beyond the ends, and a blank for a tab, so that "-<tab>a" is known to begin a list.
    private static char Written(string text, int at) => at < 0 || at >= text.Length || char.IsControl(text[at]) ? ' ' : text[at];

    private static bool EndsWith(string text, int at, string word) => at >= word.Length && string.Compare(text, at - word.Length, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    // "1. " or "1) " at the start of a line begins a list.
    private static bool StartsList(string text, int at, char after) => at is > 0 and <= 9 && after == ' ' && text.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0;
}
