using System.Diagnostics;
using System.Text;

namespace Merit.Samples.Tests.Reports;

/// <summary>The text of a PDF, as poppler's pdftotext reads it.</summary>
internal static class PaperText
{
    private const string Program = "pdftotext";

    public static bool Installed { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, Program)));

    public static string Of(string file)
    {
        var start = new ProcessStartInfo(Program) { UseShellExecute = false, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
        foreach (var argument in new[] { "-layout", "-enc", "UTF-8", file, "-" })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{Program} did not start.");
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return text;
    }
}
