using System.Diagnostics;

namespace Merit.Bench.Serving;

/// <summary>A demo workspace, loaded; made for this run unless a folder is named.</summary>
internal sealed class Demo : IDisposable
{
    private readonly bool _own;

    private Demo(string folder, bool own) => (Folder, _own) = (folder, own);

    public string Folder { get; }

    /// <summary>The demo of so many touchpoints.</summary>
    public static Demo Made(string touchpoints, string? folder)
    {
        if (folder is not null && Directory.Exists(Path.Combine(folder, ".merit", "warehouse")))
        {
            return new Demo(folder, own: false);
        }

        var made = folder ?? Directory.CreateTempSubdirectory("merit-bench").FullName;
        Run(["init", "--sample", "demo", "--touchpoints", touchpoints, "--seed", "7", made]);

        // Because rows are rejected it ends with 1, as it would with anybody's data.
        Run(["run", "--project", made]);
        return new Demo(made, own: folder is null);
    }

    public void Dispose()
    {
        if (_own)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static void Run(IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Site.Command, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true }) ?? throw new InvalidOperationException(Site.Command);
        var said = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode > 1)
        {
            throw new InvalidOperationException(said.GetAwaiter().GetResult());
        }
    }
}
