using System.Text;
using HandlebarsDotNet;
using Merit.Host.Reports.Writers.Markdown;

namespace Merit.Host.Reports.Templates.Handlebars;

/// <summary>Makes every value the text it is, whatever it holds.</summary>
internal sealed class MarkdownEncoder : ITextEncoder
{
    public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

    public void Encode(string? text, TextWriter target) => target.Write(MarkdownText.Escape(text ?? ""));

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        var all = new StringBuilder();
        while (text?.MoveNext() == true)
        {
            all.Append(text.Current);
        }

        Encode(all, target);
    }
}
