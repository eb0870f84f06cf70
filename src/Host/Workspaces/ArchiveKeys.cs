using Merit.Host.Reports.Archive;
using Merit.Host.Workspaces.Keys;

namespace Merit.Host.Workspaces;

/// <summary><c>archive</c>: which past renderings of reports are kept.</summary>
internal static class ArchiveKeys
{
    private const int MostKept = 1000;

    private static readonly Key<int> Keep = new(
        "keep", Values.Integer.Where("a number of renderings", $"a whole number from 0 to {MostKept}", n => n is >= 0 and <= MostKept), $"How many past renderings of each report are kept, 0 for none; {ArchiveSettings.UsualKeep} unless given.");

    private static readonly Key<TimeSpan> For = new("for", Values.Duration, "For how long, such as 365d; any time unless given.");

    public static Shape<ArchiveSettings> Shape { get; } =
        new ObjectShape<ArchiveSettings>(new KeySet([Keep, For]), (values, _) => new ArchiveSettings(values.Get(Keep, ArchiveSettings.UsualKeep), values.FindObject(For) as TimeSpan?));
}
