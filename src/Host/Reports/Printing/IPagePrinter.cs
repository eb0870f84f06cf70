namespace Merit.Host.Reports.Printing;

/// <summary>Makes paper and pictures of pages.</summary>
internal interface IPagePrinter
{
    /// <summary>The files of some pages, in their order; throws a <see cref="Merit.Diagnostics.MeritException"/> where there is nothing to print with.</summary>
    IReadOnlyList<ReportFile> Print(IReadOnlyList<PrintOrder> orders);
}

/// <summary>A page to be printed.</summary>
/// <param name="File">The name of the file it becomes.</param>
/// <param name="Html">The page, which needs nothing else.</param>
/// <param name="AsPicture">Whether it becomes one picture, rather than sheets of A4.</param>
internal sealed record PrintOrder(string File, string Html, bool AsPicture);
