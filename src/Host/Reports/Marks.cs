using System.Globalization;
using System.Text.RegularExpressions;

namespace Merit.Host.Reports;

/// <summary>Marks that stand in a report's prose for blocks and figures until a writer puts them in. They use characters that no data may bring in.</summary>
internal static partial class Marks
{
    public const char Start = '\uE000';
    public const char End = '\uE001';
    public const char Block = 'b';
    public const char Inline = 'i';

    public static string ForBlock(int index) => string.Create(CultureInfo.InvariantCulture, $"\n\n{Start}{Block}{index}{End}\n\n");

    public static string ForInline(int index) => string.Create(CultureInfo.InvariantCulture, $"{Start}{Inline}{index}{End}");

    /// <summary>The text without the characters marks are made of.</summary>
    public static string Strip(string text) => text.Replace(Start, '\uFFFD').Replace(End, '\uFFFD');

    /// <summary>Puts something in the place of every mark.</summary>
    public static string Replace(string text, Func<int, string> block, Func<int, string> inline) => Mark().Replace(text, match =>
    {
        var index = int.Parse(match.Groups["index"].ValueSpan, CultureInfo.InvariantCulture);
        return match.Groups["kind"].ValueSpan[0] == Block ? block(index) : inline(index);
    });

    /// <summary>The figures whose marks stand in a text, in order.</summary>
    public static IReadOnlyList<int> Inlines(string text)
    {
        var found = new List<int>();
        Replace(text, _ => "", index =>
        {
            found.Add(index);
            return "";
        });
        return found;
    }

    [GeneratedRegex("\uE000(?<kind>[bi])(?<index>[0-9]+)\uE001", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();
}
