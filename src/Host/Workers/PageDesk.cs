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
        var edition = new Edition(workspace, open.Measures, Inputs, voice, today);
        var asking = new Asking
        {
            Model = asked.Model, Where = [.. asked.Where.Select(FilterParser.Parse)], Compare = asked.Compare, Period = asked.Period is { } own ? new Written(own, at) : null,
        };
        var scope = edition.Scope(template, edition.Values(template, [], null), asking, null);
        var report = ReportBuilder.Build(template, _engines.For(template), scope, findings) ?? throw new MeritException(findings.InOrder());
        var part = new HtmlWriter(voice).Part(report);
        return new PagePart(report.Title, report.Description, part.Facts, part.Main, part.HasCharts);
    }
}
