using System.CommandLine;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Merit.Host.Commands;

/// <summary><c>merit version</c></summary>
internal sealed class VersionCommand(Surroundings around) : Verb("version", "Shows the versions of Merit and of what it stands on.", around)
{
    public static string Merit { get; } =
        typeof(VersionCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    protected override Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        Output.Data($"Merit {Merit}");
        Output.Data(RuntimeInformation.FrameworkDescription);
        Output.Data($"DuckDB {Around.Stages.EngineVersion}");
        return Task.FromResult(ExitCode.Fine);
    }
}
