using System.Text;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;

namespace Merit.Host.Reports;

/// <summary>The folder reports are written to. A file appears whole or not at all: it is written under another name and then renamed.</summary>
internal sealed class OutFolder(string folder)
{
    private const string Unfinished = ".unfinished";

    /// <summary>Makes the folder and clears away what a killed run has left.</summary>
    public void Prepare()
    {
        Try(folder, () =>
        {
            Directory.CreateDirectory(folder);
            foreach (var left in Directory.EnumerateFiles(folder, "*" + Unfinished))
            {
                File.Delete(left);
            }
        });
    }

    /// <summary>Writes a file, replacing the one of that name.</summary>
    public void Write(string name, string text) => Try(name, () =>
    {
        var target = Path.Combine(folder, name);
        var draft = target + Unfinished;
        using (var stream = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text));
            // A rename that reaches the disk before the text would leave an empty file after a power cut.
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, target, overwrite: true);
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
