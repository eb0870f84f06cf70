using System.Text;
using System.Text.RegularExpressions;
using Merit.Diagnostics.Rules;
using Merit.Host.Workspaces;

namespace Merit.Host.Reports.Templates;

/// <summary>Puts the parts that a template names, <c>{{> name}}</c>, in their places; every character keeps the place it was written at.</summary>
/// <param name="part">The text and the file of a part, or null where there is none of that name.</param>
/// <param name="names">The parts there are.</param>
/// <param name="findings">Takes what is wrong.</param>
internal sealed partial class Inclusion(Func<string, (string Text, string File)?> part, Func<IReadOnlyList<string>> names, Findings findings)
{
    private readonly StringBuilder _body = new();
    private readonly List<Passage> _passages = [];
    private readonly Stack<string> _open = new();

    public Template Into(Template template)
    {
        if (!template.Body.Contains("{{>", StringComparison.Ordinal))
        {
            return template;
        }

        Copy(template);
        return template with { Body = _body.ToString(), Passages = _passages };
    }

    private void Copy(Template source)
    {
        var copied = 0;
        foreach (var tag in Named().Matches(source.Body).Where(m => m.Groups["name"].Success))
        {
            Take(source, copied, tag.Index);
            copied = tag.Index + tag.Length;
            Include(tag.Groups["name"].Value, source, tag.Index);
        }

        Take(source, copied, source.Body.Length);
    }

    private void Take(Template source, int from, int to)
    {
        var at = source.PlaceOf(from);
        _passages.Add(new Passage(_body.Length, at.File, at.Line, Math.Max(1, at.Column)));
        _body.Append(source.Body, from, to - from);
    }

    private void Include(string name, Template source, int at)
    {
        if (part(name) is not { } found)
        {
            findings.Add(TemplateRules.NoPart, source.PlaceOf(at), name, Suggestion.For(name, names()));
        }
        else if (_open.Contains(name, StringComparer.Ordinal))
        {
            findings.Add(TemplateRules.PartInItself, source.PlaceOf(at), name, string.Join(" → ", _open.Reverse().Append(name)));
        }
        else
        {
            _open.Push(name);
            // The line break at its end belongs to the file.
            Copy(new Template(name, found.File, source.Front, found.Text.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd('\n'), 1));
            _open.Pop();
        }
    }

    // Notes are read first, so that what they hold is no tag; a backslash makes one text.
    [GeneratedRegex(@"\{\{~?!--.*?--~?\}\}|\{\{~?![^}]*\}\}|(?<!\\)\{\{>\s*(?<name>[\p{L}\p{N}_-]+)\s*\}\}", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Named();
}
