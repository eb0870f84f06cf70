using Merit.Diagnostics;
using Merit.Diagnostics.Rules;

namespace Merit.Host.Reports;

/// <summary>The folder reports are written to. A file appears in it whole or not at all: it is written elsewhere and then moved there by a rename.</summary>
/// <param name="folder">The folder.</param>
/// <param name="drafts">Where files are written first; on the same file system, so that moving one is a single step.</param>
internal sealed class OutFolder(string folder, string drafts)
{
    /// <summary>Makes the folder and clears away what a killed run has left.</summary>
    public void Prepare() => Try(folder, () =>
    {
        Directory.CreateDirectory(folder);
        if (Directory.Exists(drafts))
        {
            Directory.Delete(drafts, recursive: true);
        }

        Directory.CreateDirectory(drafts);
    });

    /// <summary>Writes a file, replacing the one of that name.</summary>
    public void Write(ReportFile file) => Try(file.Name, () =>
    {
        var draft = Path.Combine(drafts, file.Name);
        using (var stream = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(file.Content.Span);
            // A rename that reaches the disk before the content would leave an empty file after a power cut.
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, Path.Combine(folder, file.Name), overwrite: true);
    });

    private static void Try(string name, Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MeritException(ReportRules.CannotWrite.Here(name, error.Message.TrimEnd('.')), error);
        }
    }
}
