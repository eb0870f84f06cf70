using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Merit.Host.Reports.Writers.Html;

/// <summary>Pieces of a page. Text goes in only through here, so that it is always text.</summary>
internal static partial class Html
{
    public static string Text(string text)
    {
        var safe = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => safe.Append("&amp;"),
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '"' => safe.Append("&quot;"),
                '\'' => safe.Append("&#39;"),
                _ when char.IsControl(c) => safe.Append(' '),
                _ => safe.Append(c),
            };
        }

        return safe.ToString();
    }

    /// <summary>An element with text inside, or nothing where the text is empty.</summary>
    public static string Element(string tag, string classes, string text) => text.Length == 0 ? "" : Raw(tag, classes, Whole(Text(text)));

    // Between a minus and the sign of a currency a line may end; a figure's may not.
    private static string Whole(string text) => NegativeAmount().Replace(text, "<span class=\"whole\">$0</span>");

    [GeneratedRegex(@"-\p{Sc}[\d,.]*\d", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NegativeAmount();

    /// <summary>An element with other elements inside.</summary>
    public static string Raw(string tag, string classes, string inner) => classes.Length == 0 ? $"<{tag}>{inner}</{tag}>" : $"<{tag} class=\"{classes}\">{inner}</{tag}>";

    /// <summary>Text that leads somewhere, or only text where the address is empty.</summary>
    public static string Link(string address, string text) => address.Length == 0 ? Text(text) : $"<a href=\"{Text(address)}\">{Text(text)}</a>";

    /// <summary>A length of a bar for a style attribute.</summary>
    public static string Share(double share) => (Math.Clamp(share, 0, 1) * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>Text for eyes that cannot see the page.</summary>
    public static string Spoken(string text) => Element("span", "spoken", text);

    public static string Notes(IReadOnlyList<string> notes) => string.Concat(notes.Select(n => Element("p", "note", n)));
}
