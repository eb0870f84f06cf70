using System.Security.Cryptography;
using System.Text;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;

namespace Merit.Host.Reports.Archive;

/// <summary>What was rendered, as it was: <c>.merit/archive/REPORT/TIME/</c>.</summary>
/// <param name="stateDirectory">The folder of what Merit keeps.</param>
/// <param name="settings">How many are kept, and for how long.</param>
internal sealed class ReportArchive(string stateDirectory, ArchiveSettings settings)
{
    public const string Folder = "archive";

    /// <summary>Those that are kept.</summary>
    public KeptReports Kept { get; } = new(Path.Combine(stateDirectory, Folder));

    /// <summary>Keeps a rendering, unless it is the latest one once more.</summary>
    /// <param name="rendering">What is known of it.</param>
    /// <param name="text">All that it says, by which one is told from another: files of some formats hold the time they were made at.</param>
    /// <param name="files">Its files.</param>
    public void Keep(KeptReport rendering, string text, IReadOnlyList<ReportFile> files)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [text, .. files.Select(f => f.Name)]))));
        if (settings.Keep == 0 || files.Count == 0 || Kept.Latest(rendering.Report)?.Key == key)
        {
            return;
        }

        try
        {
            Kept.Keep(rendering with { Key = key }, files, settings.Keep, rendering.At - settings.For);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new MeritException(ReportRules.CannotArchive.Here(rendering.Report, refused.Message.TrimEnd('.')), refused);
        }
    }
}
