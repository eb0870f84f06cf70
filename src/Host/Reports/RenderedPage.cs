using Merit.Diagnostics;
using Merit.Host.Reports.Templates;

namespace Merit.Host.Reports;

/// <summary>A report that is to be made.</summary>
/// <param name="Name">The name of its files.</param>
/// <param name="Series">What the series it belongs to is called, or empty.</param>
/// <param name="At">Where it is asked for.</param>
/// <param name="Template">Its template.</param>
/// <param name="Scope">What it is about.</param>
/// <param name="Formats">What it is written as.</param>
internal sealed record PlannedReport(string Name, string Series, Place At, Template Template, ReportScope Scope, IReadOnlyList<string> Formats)
{
    /// <summary>Its name in merit.yaml, or its template: that of all its series.</summary>
    public required string Of { get; init; }

    /// <summary>The member of the series it is about, or null.</summary>
    public SeriesMember? Member { get; init; }
}

/// <summary>A report that is made and not yet written.</summary>
internal sealed record RenderedPage(PlannedReport Planned, Report Report)
{
    public string Name => Planned.Name;

    public IReadOnlyList<string> Formats => Planned.Formats;
}

/// <summary>A report and its files.</summary>
internal sealed record WrittenReport(RenderedPage Page, List<ReportFile> Files)
{
    public RenderedReport Rendered => new(Page.Name, Page.Report.Title, Page.Report.Description, Page.Report.Period, [.. Files.Select(f => f.Name)]) { Series = Page.Planned.Series };
}
