using Merit.Host.Measures.Formatting;
using Merit.Host.Reports;
using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Tags;
using Merit.Host.Reports.Templates;
using Merit.Host.Reports.Wording;
using Merit.Host.Reports.Writers.Html;
using Merit.Host.Workers.Protocol;
using Merit.Host.Workspaces;

namespace Merit.Host.Workers;

/// <summary>Readies what every page needs while a worker opens the version it is to hold: a program's first steps take many times longer than the same steps later.</summary>
internal sealed class Warming : ITagHost
{
    private const string Body = "# Title\n\n{{say \"one\" zh=\"two\"}}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";

    private readonly List<IReadOnlyList<Block>> _blocks = [];

    public IReadOnlyList<ITag> Tags => TagSet.All;

    public IReadOnlyDictionary<string, string> Values { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Ends when it is done; whatever goes wrong is told when a page needs it.</summary>
    public static Task Begin() => Task.Run(() => new Warming().Run()).ContinueWith(_ => { }, TaskScheduler.Default);

    public string Write(TagCall call)
    {
        _blocks.Add([new TableBlock("a", new Grid([new GridColumn("a"), new GridColumn("b", Numeric: true)], [new GridRow([new GridCell("a"), new GridCell("1") { Value = 1 }])]), [])]);
        return Marks.ForBlock(_blocks.Count - 1);
    }

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(TagCall call) => [];

    private void Run()
    {
        using var message = new MemoryStream();
        Wire.WriteAsync<Question>(message, new PageQuestion("a", null) { Locale = "en", For = Access.Visitor.Local }).GetAwaiter().GetResult();
        message.Position = 0;
        Wire.ReadAsync<Question>(message).GetAwaiter().GetResult();

        var findings = new Findings();
        if (FrontMatterReader.Read("a", "a.md", $"---\ntitle: a\n---\n{Body}", findings) is { } template)
        {
            var engine = TemplateEngines.BuiltIn.For(template);
            engine.Check(template, this, findings);
            Reply.Of(Page(engine.Render(template, this)));
        }

        Reply.Of(new Opened());
    }

    private PagePart Page(string prose)
    {
        var voice = new Voice(Words.For("en"), new FigureFormat("en", ""));
        var part = new HtmlWriter(voice).Part(new Report { Title = "a", Description = "", Workspace = "", Period = "", Compared = "", AsOf = "", Prose = prose, Blocks = _blocks, Inlines = [] });
        return new PagePart("a", "", part.Facts, part.Main, part.HasCharts);
    }
}
