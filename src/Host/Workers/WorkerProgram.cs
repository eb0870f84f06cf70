using System.Diagnostics;
using System.Globalization;

namespace Merit.Host.Workers;

/// <summary>How a worker is started: this very program, with a verb that no person uses.</summary>
/// <param name="baseDirectory">The folder of the program.</param>
/// <param name="workspace">The workspace's folder.</param>
/// <param name="limits">What a worker may take.</param>
internal sealed class WorkerProgram(string baseDirectory, string workspace, WorkerLimits limits) : IWorkerProgram
{
    public const string Verb = "worker";
    public const string WithoutScripts = "--without-scripts";

    private const string Name = "merit";

    public ProcessStartInfo Start(bool withoutScripts)
    {
        var start = Self(baseDirectory);
        start.ArgumentList.Add(Verb);
        start.ArgumentList.Add("--project");
        start.ArgumentList.Add(workspace);
        if (withoutScripts)
        {
            start.ArgumentList.Add(WithoutScripts);
        }

        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.UseShellExecute = false;
        start.CreateNoWindow = true;
        start.Environment.TryAdd("MERIT_MEMORY_LIMIT", string.Create(CultureInfo.InvariantCulture, $"{limits.Engine >> 20}MiB"));
        start.Environment.TryAdd("DOTNET_GCHeapHardLimit", limits.Managed.ToString("X", CultureInfo.InvariantCulture));
        return start;
    }

    /// <summary>This very program, to be started once more. An installed tool is started by a program that lies elsewhere; a test by the host of tests.</summary>
    public static ProcessStartInfo Self(string baseDirectory)
    {
        if (Environment.ProcessPath is { } self && string.Equals(Path.GetFileNameWithoutExtension(self), Name, StringComparison.OrdinalIgnoreCase))
        {
            return new ProcessStartInfo(self);
        }

        var own = Path.Combine(baseDirectory, OperatingSystem.IsWindows() ? $"{Name}.exe" : Name);
        if (File.Exists(own))
        {
            return new ProcessStartInfo(own);
        }

        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) is "dotnet" ? host : "dotnet");
        start.ArgumentList.Add(Path.Combine(baseDirectory, $"{Name}.dll"));
        return start;
    }
}

/// <summary>Says how a worker is started.</summary>
internal interface IWorkerProgram
{
    /// <summary>The process to start.</summary>
    /// <param name="withoutScripts">Whether it is to leave scripts alone.</param>
    ProcessStartInfo Start(bool withoutScripts);
}
