using System.Globalization;
using System.Text;
using HandlebarsDotNet;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Reports.Tags;
using Merit.Host.Workspaces;
using Library = HandlebarsDotNet.Handlebars;

namespace Merit.Host.Reports.Templates.Handlebars;

/// <summary>Templates in Handlebars.</summary>
internal sealed class HandlebarsEngine : ITemplateEngine
{
    public string Extension => ".md";

    public void Check(Template template, ITagHost host, Findings findings)
    {
        var before = findings.All.Count;
        var tags = TagScanner.Scan(template, findings);
        new TagChecker(template, host, findings).Check(tags);
        if (findings.All.Count == before)
        {
            AskEngine(template, tags, findings);
        }
    }

    public string Render(Template template, ITagHost host)
    {
        var tags = TagScanner.Scan(template, new Findings());
        var checker = new TagChecker(template, host, new Findings());
        checker.Check(tags);

        var places = new List<Place>();
        var numbered = Number(template, tags, checker.Shadowed, host, places);
        var engine = Create();
        foreach (var tag in host.Tags)
        {
            if (tag is IRowsTag)
            {
                engine.RegisterHelper(tag.Name, (Context _, Arguments given) => (object)host.Rows(CallOf(tag, given, places)));
            }
            else
            {
                engine.RegisterHelper(tag.Name, (output, _, given) => output.WriteSafeString(host.Write(CallOf(tag, given, places))));
            }
        }

        return engine.Compile(numbered)(host.Values);
    }

    private static IHandlebars Create()
    {
        var configuration = new HandlebarsConfiguration { TextEncoder = new MarkdownEncoder() };
        configuration.CompileTimeConfiguration.ExpressionCompiler = new OnceCompiler();
        return Library.Create(configuration);
    }

    /// <summary>Writes each tag's number into it as its first argument: with it the engine tells which tag it is calling, and so where it stands.</summary>
    private static string Number(Template template, IReadOnlyList<ScannedTag> tags, HashSet<ScannedTag> shadowed, ITagHost host, List<Place> places)
    {
        var text = new StringBuilder();
        var copied = 0;
        foreach (var tag in tags)
        {
            if (shadowed.Contains(tag) && tag.Call is { } name)
            {
                CopyTo(name.Start);
                text.Append("this.");
            }
            else if (tag.Call is { } call)
            {
                Insert(call);
            }
        }

        CopyTo(template.Body.Length);
        return text.ToString();

        void Insert(Call call)
        {
            if (host.Tags.Any(t => string.Equals(t.Name, call.Name, StringComparison.Ordinal)))
            {
                CopyTo(call.Start + call.Name.Length);
                text.Append(CultureInfo.InvariantCulture, $" {places.Count}");
                places.Add(template.PlaceOf(call.Start));
            }

            foreach (var inner in call.Unnamed.Concat(call.Named.Select(n => n.Value)).OfType<CallValue>())
            {
                Insert(inner.Call);
            }
        }

        void CopyTo(int offset)
        {
            text.Append(template.Body, copied, offset - copied);
            copied = offset;
        }
    }

    private static TagCall CallOf(ITag tag, Arguments given, List<Place> places)
    {
        var values = given.ToList();
        // Named arguments arrive a second time, as the last of the unnamed ones.
        var subjects = values.Skip(1).Take(values.Count - 1 - (given.Hash.Any() ? 1 : 0)).Select(Plain).ToList();
        var named = given.Hash.ToDictionary(h => h.Key, h => Plain(h.Value), StringComparer.Ordinal);
        return new TagCall(tag.Name, subjects, named, places[(int)(values[0] ?? 0)]);
    }

    private static object? Plain(object? value) => value is string or int or bool or null ? value : value.ToString();

    /// <summary>Lets the engine read the template; where it refuses, finds the tag it stumbles over.</summary>
    private static void AskEngine(Template template, IReadOnlyList<ScannedTag> tags, Findings findings)
    {
        if (Refusal(template.Body) is not { } refusal)
        {
            return;
        }

        var culprit = tags.FirstOrDefault(t => Refusal(Alone(template, t)) is not null);
        var at = culprit is null ? new Place(template.File, template.BodyLine) : template.PlaceOf(culprit.Start);
        findings.Add(ReportRules.NotATemplate, at, refusal);
    }

    private static string Alone(Template template, ScannedTag tag) => tag.Kind switch
    {
        TagKind.Plain => template.Body[tag.Start..tag.End],
        TagKind.Open => $"{template.Body[tag.Start..tag.End]}{{{{/{tag.Call?.Name}}}}}",
        _ => "",
    };

    private static string? Refusal(string text)
    {
        try
        {
            Create().Compile(text);
            return null;
        }
        catch (HandlebarsException error)
        {
            var message = error.Message.ReplaceLineEndings("\n");
            return message.Split('\n')[0].TrimEnd('.', ' ');
        }
    }
}
