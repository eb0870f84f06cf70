namespace Merit.Host.Warehouse;

/// <summary>What came of one source in the last load: read = loaded + rejected + filtered.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="Table">The table it fills.</param>
/// <param name="Connector">The connector's id.</param>
/// <param name="FinishedAt">When it was read, UTC.</param>
/// <param name="Read">Rows read.</param>
/// <param name="Loaded">Rows now in the table.</param>
/// <param name="Rejected">Rows kept in <c>merit.rejects</c>.</param>
/// <param name="Filtered">Rows the source's <c>where</c> leaves out, and further records of people who are forgotten.</param>
/// <param name="CoveredFrom">First day answered for.</param>
/// <param name="CoveredTo">Last day answered for.</param>
internal sealed record LoadSummary(
    string Source, string Table, string Connector, DateTime FinishedAt,
    long Read, long Loaded, long Rejected, long Filtered, DateOnly? CoveredFrom, DateOnly? CoveredTo);

/// <summary>A row that was not loaded.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="Table">The table it was meant for.</param>
/// <param name="File">The file or page, relative to the workspace where it lies inside.</param>
/// <param name="Row">The row's number in the file as an editor counts lines (the header is line 1), or the spreadsheet's; 0 where unknown.</param>
/// <param name="Column">The column at fault, or null.</param>
/// <param name="Reason">Why, a sentence.</param>
/// <param name="Raw">The row as it was.</param>
internal sealed record RejectedRow(string Source, string Table, string File, long Row, string? Column, string Reason, string Raw);
