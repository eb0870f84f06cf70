namespace Merit.Host.Workspaces;

/// <summary>What reports can be written as: names in merit.yaml and in front matter, which are also the extensions of the files.</summary>
internal static class ReportFormats
{
    public const string Html = "html";
    public const string Markdown = "md";
    public const string Csv = "csv";
    public const string Excel = "xlsx";
    public const string Pdf = "pdf";
    public const string Picture = "png";

    public static IReadOnlyList<string> All { get; } = [Html, Markdown, Csv, Excel, Pdf, Picture];

    /// <summary>What a report is written as where nobody says it.</summary>
    public static IReadOnlyList<string> Usual { get; } = [Html, Markdown];
}
