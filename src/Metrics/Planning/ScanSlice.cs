using Merit.Metrics.Planning.OverTime;
using Merit.Metrics.Semantics;

namespace Merit.Metrics.Planning;

/// <summary>Which of a scan's rows are taken and how they are grouped.</summary>
/// <param name="Days">The days they are of.</param>
/// <param name="By">The dimensions that tell groups apart.</param>
/// <param name="Frames">For each group of days, the days it reads; null where a row is read on its own day.</param>
/// <param name="Counted">Whether rows here make a group of the answer.</param>
/// <param name="Totals">Whether a total follows.</param>
internal sealed record ScanSlice(Frame Days, IReadOnlyList<(Dimension Dimension, string Column)> By, Frames? Frames, bool Counted, Totals Totals = Totals.AsAsked);
