namespace Merit.Host.Reports;

/// <summary>A report that was written.</summary>
/// <param name="Name">Its name: its files' without extension.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">What it is about, or empty.</param>
/// <param name="Period">The days it covers.</param>
/// <param name="Files">Its files' names in the output folder.</param>
internal sealed record RenderedReport(string Name, string Title, string Description, string Period, IReadOnlyList<string> Files)
{
    /// <summary>The series it belongs to, or empty.</summary>
    public string Series { get; init; } = "";
}
