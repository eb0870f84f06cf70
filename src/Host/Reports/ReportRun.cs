using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Delivery;
using Merit.Host.Measures;
using Merit.Host.Measures.Formatting;
using Merit.Host.Reports.Archive;
using Merit.Host.Reports.Printing;
using Merit.Host.Reports.Templates;
using Merit.Host.Reports.Wording;
using Merit.Host.Reports.Writers;
using Merit.Host.Reports.Writers.Html;
using Merit.Host.Reports.Writers.Markdown;
using Merit.Host.Reports.Writers.Tables;
using Merit.Host.Workspaces;
using Merit.Metrics.Requests;

namespace Merit.Host.Reports;

/// <summary>Renders a workspace's reports.</summary>
internal sealed class ReportRun(Workspace workspace, IMeasures measures, ReportInputs inputs, DateOnly today)
{
    private readonly Voice _voice = new(Words.For(workspace.Locale), new FigureFormat(workspace.Locale, workspace.Currency));

    /// <summary>The folder of the built-in templates, which stands beside the executable.</summary>
    public string BuiltIn { get; init; } = Path.Combine(AppContext.BaseDirectory, "reports");

    /// <summary>The template languages; another one is added here.</summary>
    public TemplateEngines Engines { get; init; } = TemplateEngines.BuiltIn;

    /// <summary>Prints pages; this machine's Chromium unless given.</summary>
    public IPagePrinter Printer { get; init; } = ChromiumPrinter.OfThisMachine();

    /// <summary>What every report is written as, whatever it says itself; what it says, where empty.</summary>
    public IReadOnlyList<string> Formats { get; init; } = workspace.Formats;

    /// <summary>Where what is rendered is kept as it is, or null where it is not.</summary>
    public ReportArchive? Archive { get; init; }

    /// <summary>The time of a rendering.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Of a series, the only member that is rendered; all where null.</summary>
    public string? Item { get; init; }

    /// <summary>What the authors of the templates rendered should know.</summary>
    public IReadOnlyList<Diagnostic> Warnings { get; private set; } = [];

    /// <summary>Renders every report of merit.yaml, or those that suit the workspace where it names none, and a page that lists them.
    /// Everything is rendered before anything is written; every mistake in any template is reported at once.</summary>
    /// <param name="settings">The reports.</param>
    /// <param name="outDirectory">Where the files go.</param>
    /// <param name="list">Whether to write the page that lists the reports, which these are then all of.</param>
    public IReadOnlyList<RenderedReport> Render(IReadOnlyList<ReportSettings> settings, string outDirectory, bool list = true)
    {
        var written = Whole(settings);
        var folder = new OutFolder(outDirectory, Path.Combine(workspace.StateDirectory, "pages"));
        folder.Prepare();
        foreach (var file in written.SelectMany(w => w.Files))
        {
            folder.Write(file);
        }

        if (Archive is { } archive)
        {
            var text = new MarkdownWriter(_voice, drawings: false);
            foreach (var report in written)
            {
                archive.Keep(Kept(report), text.Text(report.Page.Report), report.Files);
            }
        }

        List<RenderedReport> reports = [.. written.Select(w => w.Rendered)];
        if (list)
        {
            // Last, so that it never names a file that is not there.
            folder.Write(ReportFile.Of("index.html", IndexPage.Write(workspace.Name, _voice.Dates.Day(inputs.AsOf), reports, _voice.Words)));
        }

        return reports;
    }

    /// <summary>The reports there are where none are named: those of merit.yaml, or those that suit the workspace.</summary>
    public IReadOnlyList<ReportSettings> Usual() => workspace.Reports.Count > 0 ? workspace.Reports : Defaults(new TemplateStore(workspace, BuiltIn, Engines));

    /// <summary>Renders reports to be sent, and writes nothing; throws with every mistake in any template.</summary>
    public IReadOnlyList<MadeReport> Make(IReadOnlyList<ReportSettings> settings)
    {
        var digest = new ReportDigest(_voice);
        // Programs for mail draw no charts out of text.
        var text = new MarkdownWriter(_voice, drawings: false);
        return
        [
            .. Whole(settings).Select(w => new MadeReport(w.Page.Name, w.Page.Report.Title, digest.Facts(w.Page.Report), digest.Findings(w.Page.Report), text.Text(w.Page.Report), w.Files)
            {
                Of = w.Page.Planned.Of, Member = w.Page.Planned.Member, AsOf = inputs.AsOf, DefinitionHash = inputs.DefinitionHash,
            }),
        ];
    }

    private KeptReport Kept(WrittenReport written)
    {
        var (page, digest) = (written.Page, new ReportDigest(_voice));
        return new KeptReport
        {
            Report = page.Name, Key = "", At = Clock.GetUtcNow(), Title = page.Report.Title, Days = page.Report.Period, Facts = digest.Facts(page.Report), Figures = digest.Findings(page.Report), Files = [],
            Of = page.Planned.Of, Item = page.Planned.Member?.Id, AsOf = inputs.AsOf, DefinitionHash = inputs.DefinitionHash,
        };
    }

    /// <summary>Renders as <see cref="Render"/> does, and every other template of the workspace's own too, and writes nothing.</summary>
    public void Check(IReadOnlyList<ReportSettings> settings, Findings findings)
    {
        var store = new TemplateStore(workspace, BuiltIn, Engines);

        // Names given twice are a matter of merit.yaml, and found there.
        var named = settings.Count > 0 ? [.. settings.DistinctBy(s => s.Name ?? s.Template, StringComparer.OrdinalIgnoreCase)] : Defaults(store);
        var others = store.Own.Where(t => !named.Any(n => string.Equals(n.Template, t.Name, StringComparison.Ordinal))).DistinctBy(t => t.Name, StringComparer.Ordinal);
        Pages(named, findings);
        foreach (var (name, at) in others)
        {
            // One by one: a template nobody renders cannot be in another one's way.
            Pages([new ReportSettings { Template = name, At = at }], findings);
        }
    }

    private List<WrittenReport> Whole(IReadOnlyList<ReportSettings> settings)
    {
        var findings = new Findings();
        var pages = Pages(settings, findings);
        if (findings.All.Any(d => d.Severity == Severity.Error))
        {
            findings.ThrowIfAny();
        }

        var written = pages.ConvertAll(page => new WrittenReport(page, [.. Writers(page.Formats).SelectMany(w => w.Write(page.Name, page.Report))]));
        Print(written, findings);
        Warnings = findings.InOrder();
        return written;
    }

    private IEnumerable<IReportWriter> Writers(IReadOnlyList<string> formats) =>
        new IReportWriter[] { new HtmlWriter(_voice), new MarkdownWriter(_voice), new CsvReportWriter(_voice), new ExcelReportWriter(_voice) }.Where(w => formats.Contains(w.Format, StringComparer.Ordinal));

    /// <summary>Adds paper and pictures, where any are asked for; all by one browser, because starting it takes the longest.</summary>
    private void Print(List<WrittenReport> written, Findings findings)
    {
        var pages = new HtmlWriter(_voice);
        var orders = written.SelectMany(w => new[] { ReportFormats.Pdf, ReportFormats.Picture }.Where(f => w.Page.Formats.Contains(f, StringComparer.Ordinal))
            .Select(f => (Of: w, Order: new PrintOrder($"{w.Page.Name}.{f}", pages.Page(w.Page.Report), f is ReportFormats.Picture)))).ToList();
        if (orders.Count == 0)
        {
            return;
        }

        try
        {
            foreach (var (order, file) in orders.Zip(Printer.Print([.. orders.Select(o => o.Order)])))
            {
                order.Of.Files.Add(file);
            }
        }
        catch (MeritException none)
        {
            // What can be written is written.
            findings.AddRange(none.Diagnostics);
        }
    }

    private List<RenderedPage> Pages(IReadOnlyList<ReportSettings> settings, Findings findings)
    {
        var store = new TemplateStore(workspace, BuiltIn, Engines);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "index" };
        var results = (settings.Count > 0 ? settings : Defaults(store)).SelectMany(s => Planned(s, store, findings)).Select(p => (Planned: p, Findings: new Findings())).ToList();
        foreach (var result in results.Where(r => !names.Add(r.Planned.Name)))
        {
            result.Findings.Add(ReportRules.SameOutput, result.Planned.At, result.Planned.Name);
        }

        // Reports have nothing to do with each other; awaited together, so that a failure comes as what it is.
        var pages = Task.WhenAll(results.Select(r => Task.Run(() => r.Findings.Any ? null : Page(r.Planned, r.Findings)))).GetAwaiter().GetResult();
        findings.AddRange(results.SelectMany(r => r.Findings.All));
        return [.. pages.OfType<RenderedPage>()];
    }

    /// <summary>The reports of a setting: one, or those of a series.</summary>
    private IReadOnlyList<PlannedReport> Planned(ReportSettings setting, TemplateStore store, Findings findings)
    {
        var name = setting.Name ?? setting.Template;
        try
        {
            if (store.Find(setting.Template, setting.At, findings) is not { } template)
            {
                return [];
            }

            var edition = new Edition(workspace, measures, inputs, _voice, today);
            var asked = new Asking
            {
                Period = setting.Period is { } period ? new Written(period, setting.At) : null, Compare = setting.Compare is { } compare ? Comparisons.Of(compare) : null,
                Where = [.. setting.Where.SelectMany(w => Questions.Filters(w, setting.At))],
            };
            IReadOnlyList<string> formats = Formats is [_, ..] all ? all : setting.Formats is [_, ..] own ? own : template.Front.Formats is [_, ..] given ? given : ReportFormats.Usual;
            var whole = edition.Values(template, setting.Parameters, null);
            if (template.Front.ForEach is not { } each)
            {
                return [new PlannedReport(name, "", setting.At, template, edition.Scope(template, whole, asked, null), formats) { Of = name }];
            }

            var series = _voice.Words.Choose(template.Front.Title.English, template.Front.Title.Chinese);
            var members = Series.Members(each, edition.Scope(template, whole, asked, null)).Where(m => Item is null || m.Id == Item);
            return [.. members.Select(m => new PlannedReport(
                Series.FileName(name, m), series, setting.At, template, edition.Scope(template, edition.Values(template, setting.Parameters, m), asked, m), formats) { Of = name, Member = m })];
        }
        catch (MeritException error)
        {
            findings.AddRange(error.Diagnostics);
            return [];
        }
    }

    private RenderedPage? Page(PlannedReport planned, Findings findings)
    {
        try
        {
            return ReportBuilder.Build(planned.Template, Engines.For(planned.Template), planned.Scope, findings) is { } report ? new RenderedPage(planned, report) : null;
        }
        catch (MeritException error)
        {
            findings.AddRange(error.Diagnostics);
            return null;
        }
    }

    /// <summary>The overview, the channels, attribution where there is any, and a report for every type that has campaigns and a template.</summary>
    private List<ReportSettings> Defaults(TemplateStore store)
    {
        var types = measures.Schema.Table("campaigns") is { Loaded: true }
            ? measures.Ask(new Request { Metrics = ["campaigns"], By = ["type"] }).Rows.Select(r => r.Dimensions[0]).OfType<string>()
            : [];
        return
        [
            .. new[] { "overview", "channels" }
                .Concat((measures.Schema.Table("credits") is { Loaded: true } ? new[] { "attribution" } : []).Concat(types.Order(StringComparer.Ordinal)).Where(t => store.Names.Contains(t, StringComparer.Ordinal)))
                .Select(name => new ReportSettings { Template = name, At = new Place("merit.yaml") }),
        ];
    }
}
