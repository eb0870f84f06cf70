using Merit.Diagnostics.Rules;
using Merit.Host.Workspaces;

namespace Merit.Host.Reports.Templates.Handlebars;

/// <summary>What a tag does.</summary>
internal enum TagKind
{
    Plain,
    Open,
    Close,
    Else,
}

/// <summary>One tag of a template.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Start">Where its braces start.</param>
/// <param name="End">Where they end.</param>
/// <param name="Call">What it names; null for a bare else.</param>
internal sealed record ScannedTag(TagKind Kind, int Start, int End, Call? Call)
{
    /// <summary>Its arguments could not be read, which has been said; its name still opens a block.</summary>
    public bool Broken { get; init; }
}

/// <summary>Finds a template's tags and their places, which the Handlebars engine's own errors do not give.</summary>
internal sealed class TagScanner(Template template, Findings findings)
{
    private readonly string _body = template.Body;
    private readonly List<ScannedTag> _tags = [];

    /// <summary>The tags, in order; what cannot be read is among the findings.</summary>
    public static IReadOnlyList<ScannedTag> Scan(Template template, Findings findings)
    {
        var scanner = new TagScanner(template, findings);
        scanner.Run();
        return scanner._tags;
    }

    private void Run()
    {
        var at = 0;
        while ((at = _body.IndexOf("{{", at, StringComparison.Ordinal)) >= 0)
        {
            if (at > 0 && _body[at - 1] == '\\')
            {
                at += 2;
                continue;
            }

            var end = EndOf(at);
            if (end < 0)
            {
                // Nothing after an open tag can be told apart from it.
                findings.Add(ReportRules.UnclosedTag, template.PlaceOf(at));
                return;
            }

            Take(at, end);
            at = end;
        }
    }

    /// <summary>The end of the tag that starts here, or −1.</summary>
    private int EndOf(int start)
    {
        if (Starts(start, "{{!--") || Starts(start, "{{~!--"))
        {
            return After(_body.IndexOf("--}}", start, StringComparison.Ordinal), 4);
        }

        if (Starts(start, "{{!"))
        {
            return After(_body.IndexOf("}}", start, StringComparison.Ordinal), 2);
        }

        if (Starts(start, "{{{"))
        {
            return After(_body.IndexOf("}}}", start, StringComparison.Ordinal), 3);
        }

        var quote = '\0';
        for (var i = start + 2; i < _body.Length; i++)
        {
            var c = _body[i];
            if (quote != '\0')
            {
                quote = c == quote && _body[i - 1] != '\\' ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == '{' && i + 1 < _body.Length && _body[i + 1] == '{')
            {
                return -1;
            }
            else if (c == '}' && i + 1 < _body.Length && _body[i + 1] == '}')
            {
                return i + 2;
            }
        }

        return -1;
    }

    private void Take(int start, int end)
    {
        if (Starts(start, "{{!") || Starts(start, "{{~!"))
        {
            return;
        }

        var (innerStart, innerEnd) = (start + 2, end - 2);
        innerStart += innerStart < innerEnd && _body[innerStart] == '~' ? 1 : 0;
        innerEnd -= innerEnd > innerStart && _body[innerEnd - 1] == '~' ? 1 : 0;
        var first = innerStart < innerEnd ? _body[innerStart] : ' ';
        switch (first)
        {
            case '{' or '&':
                findings.Add(ReportRules.Unescaped, template.PlaceOf(start), _body[start..end]);
                return;
            case '>':
                findings.Add(TemplateRules.BadInclude, template.PlaceOf(start), _body[start..end]);
                return;
        }

        var kind = first switch { '#' => TagKind.Open, '/' => TagKind.Close, '^' => TagKind.Else, _ => TagKind.Plain };
        try
        {
            var call = new TagReader(_body, kind == TagKind.Plain ? innerStart : innerStart + 1, innerEnd).Read();
            if (kind == TagKind.Plain && string.Equals(call?.Name, "else", StringComparison.Ordinal))
            {
                kind = TagKind.Else;
            }

            if (call is null && kind != TagKind.Else)
            {
                throw new TagSyntaxException(start, "a tag is empty");
            }

            _tags.Add(new ScannedTag(kind, start, end, call));
        }
        catch (TagSyntaxException error)
        {
            findings.Add(ReportRules.NotATemplate, template.PlaceOf(Math.Min(error.Offset, _body.Length)), error.Message);
            if (kind == TagKind.Open)
            {
                var name = string.Concat(_body[(innerStart + 1)..innerEnd].TakeWhile(char.IsLetter));
                _tags.Add(new ScannedTag(kind, start, end, new Call(innerStart + 1, name, [], [])) { Broken = true });
            }
        }
    }

    private bool Starts(int at, string text) => string.CompareOrdinal(_body, at, text, 0, text.Length) == 0;

    private static int After(int found, int length) => found < 0 ? -1 : found + length;
}
