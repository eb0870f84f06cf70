using System.CommandLine;
using Merit.Diagnostics;

namespace Merit.Host.Commands;

/// <summary><c>merit check</c></summary>
internal sealed class CheckCommand : Verb
{
    private readonly ParameterOption _parameters = new();

    private readonly Option<bool> _connect = new("--connect") { Description = "Also try the sources' settings: this uses the network, and reads no data." };

    public CheckCommand(Surroundings around)
        : base("check", "Finds everything wrong with the workspace, without reading data or using the network.", around)
    {
        _parameters.AddTo(this);
        Options.Add(_connect);
    }

    protected override async Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var (workspace, catalog, findings) = Around.Read(Project(parsed));
        if (workspace is not null)
        {
            findings.AddRange(Around.Stages.Check(_parameters.Apply(parsed, workspace), catalog));
            if (parsed.GetValue(_connect))
            {
                findings.AddRange(await Around.Stages.ConnectAsync(workspace, catalog, stop));
            }

            Around.Stages.KeepEditor(workspace, findings.All);
        }

        foreach (var finding in findings.InOrder())
        {
            Output.Finding(finding);
        }

        Output.Note(Summary(findings.All));
        return Done();
    }

    private static string Summary(IReadOnlyList<Diagnostic> findings)
    {
        var (errors, warnings) = (findings.Count(d => d.Severity == Severity.Error), findings.Count(d => d.Severity == Severity.Warning));
        return errors + warnings == 0 ? "Everything checked is in order." : $"{Counted.Of(errors, "error")}, {Counted.Of(warnings, "warning")}.";
    }
}
