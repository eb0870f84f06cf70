namespace Merit.Host.Reports.Writers;

/// <summary>Writes reports in one format.</summary>
internal interface IReportWriter
{
    /// <summary>The format's name in merit.yaml, and the extension of its files.</summary>
    string Format { get; }

    string Write(Report report);
}
