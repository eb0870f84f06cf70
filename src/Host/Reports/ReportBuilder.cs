using Merit.Diagnostics;
using Merit.Host.Commands.Answers;
using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Tags;
using Merit.Host.Reports.Templates;
using Merit.Host.Workspaces;

namespace Merit.Host.Reports;

/// <summary>Makes a report of a template: lets the engine turn it into Markdown and keeps what its tags give aside.</summary>
internal sealed class ReportBuilder : ITagHost
{
    private readonly ReportScope _scope;
    private readonly List<IReadOnlyList<Block>> _blocks = [];
    private readonly List<Inline> _inlines = [];
    private readonly Findings _findings = new();
    private readonly HashSet<Diagnostic> _warnings = [];
    private readonly MetricsShown _shown = new();
    private Place? _at;

    private ReportBuilder(Template template, ReportScope scope)
    {
        _scope = scope;
        _scope.Answered = answer =>
        {
            _warnings.UnionWith(AnswerListing.Deprecated(answer).Select(w => w with { At = _at }));
            _shown.Hear(answer);
        };
        Title = TitleOf(template, scope);
        Values = new Dictionary<string, string>(scope.Values.Values.Select(v => KeyValuePair.Create(v.Key, Marks.Strip(v.Value))), StringComparer.Ordinal)
        {
            ["title"] = Marks.Strip(Title),
            ["period"] = Marks.Strip(scope.Voice.Dates.Period(scope.Period)),
            ["workspace"] = Marks.Strip(scope.Workspace.Name),
            ["currency"] = scope.Workspace.Currency,
            ["as_of"] = scope.Voice.Dates.Day(scope.Inputs.AsOf),
        };
    }

    public IReadOnlyList<ITag> Tags => TagSet.All;

    public IReadOnlyDictionary<string, string> Values { get; }

    private string Title { get; }

    /// <summary>Everything that is wrong with the template, or nothing.</summary>
    public static void Check(Template template, ITemplateEngine engine, ReportScope scope, Findings findings) =>
        engine.Check(template, new ReportBuilder(template, scope), findings);

    /// <summary>The report; null, with findings, where the template or one of its questions is wrong.</summary>
    public static Report? Build(Template template, ITemplateEngine engine, ReportScope scope, Findings findings)
    {
        var builder = new ReportBuilder(template, scope);
        engine.Check(template, builder, builder._findings);
        var prose = builder._findings.Any ? "" : engine.Render(template, builder);
        if (builder._findings.Any)
        {
            findings.AddRange(builder._findings.InOrder());
            return null;
        }

        findings.AddRange(builder._warnings);
        return builder.Finish(template, prose);
    }

    public string Write(TagCall call) => Try<string>(call, "", (tag, arguments) =>
    {
        switch (tag)
        {
            case IBlockTag block:
                _blocks.Add(block.Build(arguments, _scope));
                _shown.Add([.. TagArguments.Split(arguments.Subject), .. arguments.List("rates")], _blocks[^1]);
                return Marks.ForBlock(_blocks.Count - 1);
            case IInlineTag inline:
                _shown.Add(TagArguments.Split(arguments.Subject), []);
                return Keep(inline.Build(arguments, _scope));
            default:
                return "";
        }
    });

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(TagCall call) =>
        Try<IReadOnlyList<IReadOnlyDictionary<string, string>>>(call, [], (tag, arguments) => tag is IRowsTag rows
            ? [.. rows.Build(arguments, _scope).Select(row => row.ToDictionary(v => v.Key, v => Keep(v.Value), StringComparer.Ordinal))]
            : []);

    // A figure is kept aside, for its reason; the template's own words are Markdown and stay in the prose; any other text is data.
    private string Keep(Inline inline)
    {
        var text = Marks.Strip(inline.Text);
        if (inline.Prose || !inline.Numeric)
        {
            return text;
        }

        _inlines.Add(inline with { Text = text });
        return Marks.ForInline(_inlines.Count - 1);
    }

    private T Try<T>(TagCall call, T otherwise, Func<ITag, TagArguments, T> build)
    {
        try
        {
            _at = call.At;
            var tag = Tags.First(t => string.Equals(t.Name, call.Name, StringComparison.Ordinal));
            return build(tag, new TagArguments(tag, Filled(call)));
        }
        catch (MeritException error)
        {
            // A question knows no place of its own: it stands where the tag stands.
            _findings.AddRange(error.Diagnostics.Select(d => d.At is null ? d with { At = call.At } : d));
            return otherwise;
        }
    }

    /// <summary>The call with placeholders filled; in a filter, each is one value.</summary>
    private TagCall Filled(TagCall call) => call with
    {
        Subjects = [.. call.Subjects.Select(s => s is string text ? _scope.Values.Fill(text, call.At) : s)],
        Named = call.Named.ToDictionary(
            n => n.Key, n => n.Value is not string text ? n.Value : n.Key is "where" ? _scope.Values.FillFilter(text, call.At) : _scope.Values.Fill(text, call.At), StringComparer.Ordinal),
    };

    /// <summary>What the report is called; one of a series whose title does not say which one, says it at its end.</summary>
    private static string TitleOf(Template template, ReportScope scope)
    {
        var (words, at) = (scope.Voice.Words, new Place(template.File));
        var written = words.Choose(template.Front.Title.English, template.Front.Title.Chinese);
        var title = scope.Values.Fill(written, at);
        return scope.Values.Values.TryGetValue(Placeholders.Item, out var item) && !written.Contains($"${{{Placeholders.Item}}}", StringComparison.Ordinal)
            ? words.Say("series.title", title, item)
            : title;
    }

    private Report Finish(Template template, string prose)
    {
        if (!_blocks.Exists(b => b.Any(x => x is BasisBlock)))
        {
            _blocks.Add([BasisTag.Build(_scope)]);
            prose += Marks.ForBlock(_blocks.Count - 1);
        }

        var words = _scope.Voice.Words;
        return new Report
        {
            Title = Title,
            Description = _scope.Values.Fill(words.Choose(template.Front.Description.English, template.Front.Description.Chinese), new Place(template.File)),
            Workspace = _scope.Workspace.Name,
            Period = _scope.Voice.Dates.Period(_scope.Period),
            // A page says that it compares only where a figure of it is compared.
            Compared = _scope.Before(_scope.Period) is { } before && _blocks.SelectMany(b => b).OfType<KpiBlock>().Any(k => k.Cards.Any(c => c.Figure.Compared is not null))
                ? words.Say("header.compared", _scope.Voice.Dates.Period(before))
                : "",
            AsOf = _scope.Voice.Dates.Day(_scope.Inputs.AsOf),
            Prose = prose,
            Blocks = _blocks,
            Inlines = _inlines,
            Metrics = _shown.All,
        };
    }
}
