using System.CommandLine;
using Merit.Diagnostics;
using Merit.Host.Reports;
using Merit.Host.Reports.Archive;
using Merit.Host.Schedules;
using Merit.Host.Workspaces;
using Merit.Host.Workspaces.Keys;

namespace Merit.Host.Commands;

/// <summary><c>merit report</c></summary>
internal sealed class ReportCommand : Verb
{
    private static readonly Place CommandLine = new("--set");

    private readonly Argument<string[]> _names = new("REPORT") { Description = "The reports: names under 'reports', or templates; those that 'run' renders unless given.", Arity = ArgumentArity.ZeroOrMore };

    private readonly FormatsOption _formats = new();

    private readonly ParameterOption _parameters = new();

    private readonly Option<string> _period = new("--period") { Description = "The days they are about, such as 2025-Q1 or last-month; as they say themselves unless given.", HelpName = "PERIOD" };

    private readonly Option<string> _compare = Words("--compare", "What their figures are compared with", [.. Comparisons.ByName.Keys]);

    private readonly Option<string[]> _where = new("--where") { Description = "A filter beside their own, such as \"channel = email\"; given again, all must hold.", HelpName = "FILTER", Arity = ArgumentArity.OneOrMore };

    private readonly Option<string[]> _set = new("--set") { Description = "A value for a parameter of their templates, such as channel=email; given again, it sets another.", HelpName = "NAME=VALUE", Arity = ArgumentArity.OneOrMore };

    private readonly Option<string> _output = new("--output", "-o") { Description = "The folder to write to instead of out/.", HelpName = "DIR" };

    public ReportCommand(Surroundings around)
        : base("report", "Renders reports over the published version, without loading.", around)
    {
        Arguments.Add(_names);
        _formats.AddTo(this);
        _parameters.AddTo(this);
        foreach (var option in new Option[] { _period, _compare, _where, _set, _output })
        {
            Options.Add(option);
        }

        _set.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.IndexOf('=', StringComparison.Ordinal) < 1))
            {
                result.AddError($"'{token.Value}' is not a value of --set: write NAME=VALUE, such as channel=email.");
            }
        });
    }

    protected override Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var (workspace, _) = Around.Open(Project(parsed));
        workspace = _formats.Apply(parsed, _parameters.Apply(parsed, workspace));
        var names = parsed.GetValue(_names) ?? [];
        using var open = Around.Stages.Open(workspace, stop);
        var rendering = new ReportRun(workspace, open.Measures, open.Basis(), DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Around.Clock.GetUtcNow(), workspace.Zone).DateTime))
        {
            BuiltIn = Path.Combine(Around.BaseDirectory, "reports"),
            // What is put elsewhere is somebody's own.
            Archive = parsed.GetValue(_output) is null ? new ReportArchive(workspace.StateDirectory, workspace.Archive) : null,
            Clock = Around.Clock,
        };
        var asked = names.Length > 0 ? [.. names.Select(n => ScheduleBook.Settings(workspace, n, new Place("REPORT")))] : rendering.Usual();
        var folder = parsed.GetValue(_output) is { } output ? Path.GetFullPath(output, Around.CurrentDirectory) : workspace.OutDirectory;
        var reports = rendering.Render([.. asked.Select(s => Changed(s, parsed))], folder, list: names.Length == 0);
        foreach (var finding in rendering.Warnings)
        {
            Output.Finding(finding);
        }

        foreach (var file in reports.SelectMany(r => r.Files))
        {
            Output.Data(Around.Shown(Path.Combine(folder, file)));
        }

        return Task.FromResult(Done());
    }

    private ReportSettings Changed(ReportSettings setting, ParseResult parsed) => setting with
    {
        Period = parsed.GetValue(_period) ?? setting.Period,
        Compare = parsed.GetValue(_compare) ?? setting.Compare,
        Where = [.. setting.Where, .. parsed.GetValue(_where) ?? []],
        Parameters = [.. setting.Parameters, .. (parsed.GetValue(_set) ?? []).Select(Value)],
    };

    private static Named<string> Value(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return new Named<string>(text[..equals].Trim(), text[(equals + 1)..].Trim(), CommandLine);
    }
}
