using System.Diagnostics;

namespace Merit.Samples.Tests.Running;

/// <summary>What a command did.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Notes)
{
    /// <summary>The outcome, which must be a success.</summary>
    public Outcome Fine()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}\n{Output}\n{Notes}");
        Assert.DoesNotContain("   at Merit.", Output + Notes, StringComparison.Ordinal);
        return this;
    }
}

/// <summary>Runs merit as users do: a process of its own.</summary>
internal static class MeritProcess
{
    private static readonly string Host = Path.Combine(AppContext.BaseDirectory, "merit.dll");

    public static Outcome Run(string project, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        using var process = Start(project, environment, arguments);
        var notes = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output, notes.Result);
    }

    public static Outcome Run(string project, params IEnumerable<string> arguments) => Run(project, new Dictionary<string, string>(StringComparer.Ordinal), arguments);

    /// <summary>The process at work; what it writes is nobody's until it is read.</summary>
    public static Process Start(string project, params IEnumerable<string> arguments) => Start(project, new Dictionary<string, string>(StringComparer.Ordinal), arguments);

    public static Process Start(string project, IReadOnlyDictionary<string, string> environment, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, WorkingDirectory = project, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Host);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }
}
