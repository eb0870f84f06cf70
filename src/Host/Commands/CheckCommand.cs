using System.CommandLine;
using Merit.Diagnostics;

namespace Merit.Host.Commands;

/// <summary><c>merit check</c></summary>
internal sealed class CheckCommand(Surroundings around) : Verb("check", "Finds everything wrong with the workspace, without reading data or using the network.", around)
{
    protected override Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var (workspace, catalog, findings) = Around.Read(Project(parsed));
        if (workspace is not null)
        {
            findings.AddRange(Around.Stages.Check(workspace, catalog));
        }

        foreach (var finding in findings.InOrder())
        {
            Output.Finding(finding);
        }

        var errors = findings.All.Count(d => d.Severity == Severity.Error);
        Output.Note(findings.Any ? $"{Count(errors, "error")}, {Count(findings.All.Count - errors, "warning")}." : "Everything checked is in order.");
        return Task.FromResult(Done());
    }

    private static string Count(int n, string what) => n == 1 ? $"1 {what}" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{n} {what}s");
}
