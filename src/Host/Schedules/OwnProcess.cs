using System.ComponentModel;
using System.Diagnostics;
using Merit.Host.Workers;

namespace Merit.Host.Schedules;

/// <summary>Has a command of Merit's do something in a process of its own: the process that serves holds no engine.</summary>
internal static class OwnProcess
{
    /// <summary>Runs a command until it ends, and tells what it says; its exit code, or null where it was not waited for or did not start.</summary>
    /// <param name="baseDirectory">Where the program stands.</param>
    /// <param name="arguments">The command.</param>
    /// <param name="told">Hears each line of its notes.</param>
    /// <param name="stop">Asks to wait no longer; it goes on by itself: what is half sent is worse than what is sent.</param>
    public static async Task<int?> RunAsync(string baseDirectory, IReadOnlyList<string> arguments, Action<string> told, CancellationToken stop)
    {
        var start = WorkerProgram.Self(baseDirectory);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.UseShellExecute = false;
        start.CreateNoWindow = true;
        try
        {
            using var process = Process.Start(start);
            if (process is null)
            {
                return null;
            }

            process.ErrorDataReceived += (_, line) => Tell(line.Data);
            process.OutputDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            process.BeginOutputReadLine();
            await process.WaitForExitAsync(stop);
            return process.ExitCode;
        }
        catch (Exception gone) when (gone is Win32Exception or OperationCanceledException)
        {
            Tell(gone is Win32Exception ? gone.Message : null);
            return null;
        }

        void Tell(string? line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                told(line);
            }
        }
    }
}
