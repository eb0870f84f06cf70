using Merit.Diagnostics.Rules;
using Merit.Host.Reports.Tags;
using Merit.Host.Workspaces;

namespace Merit.Host.Reports.Templates.Handlebars;

/// <summary>Checks tags against what there is: names, arguments, and blocks that open and close.</summary>
internal sealed class TagChecker(Template template, ITagHost host, Findings findings)
{
    private static readonly string[] BlockNames = ["each", "if", "unless", "with"];

    // Fields are null where it is not known which there are.
    private readonly Stack<(ScannedTag Tag, IReadOnlyList<string>? Fields)> _open = new();

    /// <summary>Names that a loop gives and that a tag also has: in the loop, the loop's value is meant.</summary>
    public HashSet<ScannedTag> Shadowed { get; } = [];

    public void Check(IReadOnlyList<ScannedTag> tags)
    {
        foreach (var tag in tags)
        {
            switch (tag)
            {
                case { Kind: TagKind.Open, Call: { } call }:
                    Open(tag, call);
                    break;
                case { Kind: TagKind.Close, Call: { } call }:
                    Close(tag, call.Name);
                    break;
                case { Kind: TagKind.Plain, Call: { } call }:
                    Plain(tag, call);
                    break;
                case { Kind: TagKind.Else } when _open.Count == 0:
                    findings.Add(ReportRules.StrayClose, template.PlaceOf(tag.Start), "else", "no block is open here");
                    break;
            }
        }

        foreach (var (tag, _) in _open)
        {
            findings.Add(ReportRules.UnclosedBlock, template.PlaceOf(tag.Start), tag.Call?.Name);
        }
    }

    private void Open(ScannedTag tag, Call call)
    {
        IReadOnlyList<string>? fields = tag.Broken ? null : [];
        if (tag.Broken)
        {
            // Said already; what stands inside is still looked at.
        }
        else if (!BlockNames.Contains(call.Name, StringComparer.Ordinal))
        {
            findings.Add(ReportRules.UnknownTag, template.PlaceOf(tag.Start), "#" + call.Name, Suggestion.For("#" + call.Name, BlockNames.Select(n => "#" + n)));
        }
        else if (string.Equals(call.Name, "each", StringComparison.Ordinal) && call.Unnamed is not [CallValue])
        {
            findings.Add(ReportRules.MissingArgument, template.PlaceOf(tag.Start), "#each", "a query in parentheses", "{{#each (query \"new_leads\" by=\"channel\")}}");
        }
        else
        {
            foreach (var value in call.Unnamed)
            {
                Value(value);
                fields = value is CallValue { Call: var query } ? FieldsOf(query) : fields;
            }
        }

        _open.Push((tag, fields));
    }

    private void Close(ScannedTag tag, string name)
    {
        if (_open.Count == 0)
        {
            findings.Add(ReportRules.StrayClose, template.PlaceOf(tag.Start), name, "no block is open here");
        }
        else if (string.Equals(_open.Peek().Tag.Call?.Name, name, StringComparison.Ordinal))
        {
            _open.Pop();
        }
        else if (_open.Any(o => string.Equals(o.Tag.Call?.Name, name, StringComparison.Ordinal)))
        {
            // An inner block was forgotten: it is named, and its outer one is closed here.
            while (_open.Pop() is var (inner, _) && !string.Equals(inner.Call?.Name, name, StringComparison.Ordinal))
            {
                findings.Add(ReportRules.UnclosedBlock, template.PlaceOf(inner.Start), inner.Call?.Name);
            }
        }
        else
        {
            findings.Add(ReportRules.StrayClose, template.PlaceOf(tag.Start), name, $"the open block is '#{_open.Peek().Tag.Call?.Name}'");
        }
    }

    private void Plain(ScannedTag tag, Call call)
    {
        if (call.IsBare && _open.Any(o => o.Fields?.Contains(call.Name, StringComparer.Ordinal) == true))
        {
            Shadowed.Add(tag);
        }
        else if (call.IsBare && TagOf(call.Name) is null)
        {
            Name(call.Start, call.Name, orTag: true);
        }
        else
        {
            Arguments(call);
        }
    }

    private void Arguments(Call call)
    {
        if (TagOf(call.Name) is not { } tag)
        {
            findings.Add(ReportRules.UnknownTag, template.PlaceOf(call.Start), call.Name, Suggestion.For(call.Name, host.Tags.Select(t => t.Name)));
            return;
        }

        if (tag is { Subject.Length: > 0, SubjectOptional: false } && call.Unnamed.Count == 0)
        {
            findings.Add(TagArguments.Missing(tag, template.PlaceOf(call.Start)));
        }

        foreach (var value in call.Unnamed)
        {
            Value(value);
        }

        foreach (var (name, value) in call.Named)
        {
            if (TagArguments.Unknown(tag, name, template.PlaceOf(value.Start)) is { } unknown)
            {
                findings.Add(unknown);
            }

            Value(value);
        }
    }

    private void Value(Value value)
    {
        switch (value)
        {
            case PathValue path:
                Name(path.Start, path.Path, orTag: false);
                break;
            case CallValue { Call: var call }:
                Arguments(call);
                break;
        }
    }

    private void Name(int at, string path, bool orTag)
    {
        var name = path.StartsWith("this.", StringComparison.Ordinal) ? path[5..] : path.Replace("../", "", StringComparison.Ordinal);
        var inLoop = _open.Any(o => o.Fields?.Count > 0);
        if (_open.Any(o => o.Fields is null) || (inLoop && name is "this" or "." or "@index" or "@first" or "@last" or "@key"))
        {
            return;
        }

        List<string> known = [.. _open.SelectMany(o => o.Fields ?? []), .. host.Values.Keys];
        if (!known.Contains(name, StringComparer.Ordinal))
        {
            var tags = orTag ? host.Tags.Select(t => t.Name) : [];
            findings.Add(
                orTag && !inLoop ? ReportRules.UnknownTag : ReportRules.UnknownName,
                template.PlaceOf(at), path, Suggestion.For(path, [.. known, .. tags]));
        }
    }

    private IReadOnlyList<string> FieldsOf(Call query) =>
        TagOf(query.Name) is IRowsTag rows && query.Unnamed is [LiteralValue subject, ..]
            ? rows.Fields(subject.Text, query.Literal("by") ?? "")
            : [];

    private ITag? TagOf(string name) => host.Tags.FirstOrDefault(t => string.Equals(t.Name, name, StringComparison.Ordinal));
}
