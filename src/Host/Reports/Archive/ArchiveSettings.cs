namespace Merit.Host.Reports.Archive;

/// <summary><c>archive</c>: which past renderings are kept.</summary>
/// <param name="Keep">How many of each report; 0 for none.</param>
/// <param name="For">For how long; any time where null.</param>
internal sealed record ArchiveSettings(int Keep, TimeSpan? For)
{
    /// <summary>How many are kept unless merit.yaml says otherwise.</summary>
    public const int UsualKeep = 12;

    public static ArchiveSettings Usual { get; } = new(UsualKeep, null);
}
