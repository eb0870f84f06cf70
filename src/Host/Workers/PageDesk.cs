using Merit.Diagnostics;
using Merit.Host.Measures.Formatting;
using Merit.Host.Pipeline;
using Merit.Host.Reports;
using Merit.Host.Reports.Templates;
using Merit.Host.Reports.Wording;
using Merit.Host.Reports.Writers.Html;
using Merit.Host.Workers.Protocol;
using Merit.Host.Workspaces;
using Merit.Metrics.Requests;

namespace Merit.Host.Workers;

/// <summary>Renders templates for pages as a run renders them for files, with the filters of the page's address.</summary>
internal sealed class PageDesk(Workspace workspace, OpenMeasures open, string builtIn, DateOnly today)
{
    private readonly Lazy<ReportInputs> _inputs = new(open.Basis);
    private readonly TemplateEngines _engines = TemplateEngines.BuiltIn;

    public IReadOnlyList<string> Names => new TemplateStore(workspace, builtIn, _engines).Names;

    public ReportInputs Inputs => _inputs.Value;

    public PagePart Show(PageQuestion asked)
    {
        var findings = new Findings();
        var at = new Place(asked.Name);
        var template = asked.Template is { } text
            ? FrontMatterReader.Read(asked.Name, $"{asked.Name}.md", text, findings)
            : new TemplateStore(workspace, builtIn, _engines).Find(asked.Name, null, findings);
        if (template is null)
        {
            throw new MeritException(findings.InOrder());
        }

        var voice = new Voice(Words.For(asked.Locale), new FigureFormat(asked.Locale, workspace.Currency));
        var report = ReportBuilder.Build(template, _engines.For(template), Scope(template.Front, asked, at, voice), findings) ?? throw new MeritException(findings.InOrder());
        var part = new HtmlWriter(voice).Part(report);
        return new PagePart(report.Title, report.Description, part.Facts, part.Main, part.HasCharts);
    }

    private ReportScope Scope(FrontMatter front, PageQuestion asked, Place at, Voice voice)
    {
        var read = new Questions(workspace, today);
        return new ReportScope(workspace, open.Measures, Inputs, voice, today)
        {
            Type = front.Type,
            Model = asked.Model ?? front.Model,
            Where = [.. front.Where.SelectMany(w => Questions.Filters(w.Text, w.At)), .. asked.Where.Select(FilterParser.Parse)],
            Compare = asked.Compare ?? front.Compare,
            Period = asked.Period is { } own ? read.Period(own, at) : front.Period is { } given ? read.Period(given.Text, given.At) : Period.All,
        };
    }
}
