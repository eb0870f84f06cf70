using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Delivery;
using Merit.Host.Measures;
using Merit.Host.Measures.Formatting;
using Merit.Host.Reports.Templates;
using Merit.Host.Reports.Wording;
using Merit.Host.Reports.Writers;
using Merit.Host.Reports.Writers.Html;
using Merit.Host.Reports.Writers.Markdown;
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

    /// <summary>What the authors of the templates rendered should know.</summary>
    public IReadOnlyList<Diagnostic> Warnings { get; private set; } = [];

    /// <summary>Renders every report of merit.yaml, or those that suit the workspace where it names none, and a page that lists them.
    /// Everything is rendered before anything is written; every mistake in any template is reported at once.</summary>
    public IReadOnlyList<RenderedReport> Render(IReadOnlyList<ReportSettings> settings, string outDirectory)
    {
        var findings = new Findings();
        var written = Rendered(settings, findings);
        if (findings.All.Any(d => d.Severity == Severity.Error))
        {
            findings.ThrowIfAny();
        }

        Warnings = findings.InOrder();
        Write(written, new OutFolder(outDirectory, Path.Combine(workspace.StateDirectory, "pages")));
        return [.. written.Select(w => w.Report)];
    }

    /// <summary>Renders reports to be sent, and writes nothing; throws with every mistake in any template.</summary>
    public IReadOnlyList<MadeReport> Make(IReadOnlyList<ReportSettings> settings)
    {
        var findings = new Findings();
        var written = Rendered(settings, findings);
        if (findings.All.Any(d => d.Severity == Severity.Error))
        {
            findings.ThrowIfAny();
        }

        var digest = new ReportDigest(_voice);
        var text = new MarkdownWriter(_voice);
        return [.. written.Select(w => new MadeReport(w.Report.Name, w.Report.Title, digest.Facts(w.Source), digest.Findings(w.Source), text.Write(w.Source), w.Files))];
    }

    /// <summary>Renders as <see cref="Render"/> does, and every other template of the workspace's own too, and writes nothing.</summary>
    public void Check(IReadOnlyList<ReportSettings> settings, Findings findings)
    {
        var store = new TemplateStore(workspace, BuiltIn, Engines);

        // Names given twice are a matter of merit.yaml, and found there.
        var named = settings.Count > 0 ? [.. settings.DistinctBy(s => s.Name ?? s.Template, StringComparer.OrdinalIgnoreCase)] : Defaults(store);
        var others = store.Own.Where(t => !named.Any(n => string.Equals(n.Template, t.Name, StringComparison.Ordinal))).DistinctBy(t => t.Name, StringComparer.Ordinal);
        Rendered(named, findings);
        foreach (var (name, at) in others)
        {
            // One by one: a template nobody renders cannot be in another one's way.
            Rendered([new ReportSettings { Template = name, At = at }], findings);
        }
    }

    private List<WrittenReport> Rendered(IReadOnlyList<ReportSettings> settings, Findings findings)
    {
        var store = new TemplateStore(workspace, BuiltIn, Engines);
        var chosen = settings.Count > 0 ? settings : Defaults(store);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "index" };
        var results = chosen.Select(setting => (Setting: setting, Name: setting.Name ?? setting.Template, Findings: new Findings())).ToList();
        foreach (var result in results.Where(r => !names.Add(r.Name)))
        {
            result.Findings.Add(ReportRules.SameOutput, result.Setting.At, result.Name);
        }

        // Reports have nothing to do with each other; awaited together, so that a failure comes as what it is.
        var pages = Task.WhenAll(results.Select(r => Task.Run(() => r.Findings.Any ? null : Page(r.Name, r.Setting, store, r.Findings)))).GetAwaiter().GetResult();
        findings.AddRange(results.SelectMany(r => r.Findings.All));
        return [.. pages.OfType<WrittenReport>()];
    }

    private WrittenReport? Page(string name, ReportSettings setting, TemplateStore store, Findings findings)
    {
        if (store.Find(setting.Template, setting.At, findings) is not { } template || Build(template, setting, findings) is not { } report)
        {
            return null;
        }

        IReadOnlyList<IReportWriter> writers = [new HtmlWriter(_voice), new MarkdownWriter(_voice)];
        var formats = setting.Formats.Count > 0 ? setting.Formats : template.Front.Formats;
        var files = writers.Where(w => formats.Count == 0 || formats.Contains(w.Format, StringComparer.Ordinal)).Select(w => ($"{name}.{w.Format}", w.Write(report))).ToList();
        return new WrittenReport(new RenderedReport(name, report.Title, report.Description, report.Period, [.. files.Select(f => f.Item1)]), files, report);
    }

    private void Write(List<WrittenReport> written, OutFolder folder)
    {
        folder.Prepare();
        foreach (var (file, text) in written.SelectMany(w => w.Files))
        {
            folder.Write(file, text);
        }

        // Last, so that it never names a file that is not there.
        folder.Write("index.html", IndexPage.Write(workspace.Name, _voice.Dates.Day(inputs.AsOf), [.. written.Select(w => w.Report)], _voice.Words));
    }

    private Report? Build(Template template, ReportSettings setting, Findings findings)
    {
        var scope = Scope(template, setting, findings);
        return scope is null ? null : ReportBuilder.Build(template, Engines.For(template), scope, findings);
    }

    private ReportScope? Scope(Template template, ReportSettings setting, Findings findings)
    {
        try
        {
            var parse = new Questions(workspace, today);
            var front = template.Front;
            var where = front.Where.SelectMany(w => Questions.Filters(w.Text, w.At)).Concat(setting.Where.SelectMany(w => Questions.Filters(w, setting.At)));
            return new ReportScope(workspace, measures, inputs, _voice, today)
            {
                Type = front.Type,
                Model = front.Model,
                Where = [.. where],
                Compare = setting.Compare is { } compare ? Comparisons.Of(compare) : front.Compare,
                Period = setting.Period is { } own ? parse.Period(own, setting.At) : front.Period is { } given ? parse.Period(given.Text, given.At) : Period.All,
            };
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

    private sealed record WrittenReport(RenderedReport Report, IReadOnlyList<(string File, string Text)> Files, Report Source);
}
