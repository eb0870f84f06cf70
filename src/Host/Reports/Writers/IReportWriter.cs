namespace Merit.Host.Reports.Writers;

/// <summary>Writes reports in one format.</summary>
internal interface IReportWriter
{
    /// <summary>The format's name in merit.yaml, and the extension of its files.</summary>
    string Format { get; }

    /// <summary>The report's files, named after it.</summary>
    /// <param name="name">The report's name.</param>
    /// <param name="report">The report.</param>
    IReadOnlyList<ReportFile> Write(string name, Report report);
}
