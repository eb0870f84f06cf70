using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Attribution;
using Merit.Host.Pipeline;
using Merit.Host.Warehouse;

namespace Merit.Host.Tests.Commands;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Alone_it_prints_help()
    {
        using var run = new CommandRun();

        Assert.Equal(0, await run.Run());
        Assert.Contains("query", run.Data, StringComparison.Ordinal);
        Assert.Empty(run.Notes);
    }

    [Theory]
    [InlineData("qurey", "error MRT5001: Wrong usage: there is no command 'qurey'. Correct it: did you mean 'query'? see 'merit --help'.")]
    [InlineData("query --metrics cost --form json", "error MRT5001: Wrong usage: there is no option '--form'. Correct it: did you mean '--format'? see 'merit query --help'.")]
    [InlineData("query", "error MRT5001: Wrong usage: option '--metrics' is required. Correct it: see 'merit query --help'.")]
    [InlineData("query --metrics cost --format jsn", "error MRT5001: Wrong usage: 'jsn' is not a value of --format: did you mean 'json'?")]
    [InlineData("query --metrics cost --compare last", "error MRT5001: Wrong usage: 'last' is not a value of --compare: known here: previous, year-ago, target.")]
    [InlineData("query --metrics cost --limit 0", "error MRT5001: Wrong usage: '0' is not a value of --limit")]
    [InlineData("query --metrics cost --period soon", "error MRT22")]
    [InlineData("query --metrics cost --where channel", "error MRT22")]
    [InlineData("init", "error MRT5001: Wrong usage: required argument missing for command: 'init'.")]
    [InlineData("init x --seed 3", "error MRT5001: Wrong usage: --seed is for --sample demo.")]
    [InlineData("init x --channels 20", "error MRT5001: Wrong usage: --channels is for --sample demo.")]
    [InlineData("init x --sample demo --channels 11", "error MRT5001: Wrong usage: '11' is not a value of --channels: write a whole number from 12 to 500.")]
    [InlineData("init x --sample demo --journey-length 2.5", "error MRT5001: Wrong usage: '2.5' is not a value of --journey-length: write a whole number from 1 to 100.")]
    [InlineData("init x --sample demo --buyers 1.5", "error MRT5001: Wrong usage: '1.5' is not a value of --buyers: write a number from 0 to 1.")]
    [InlineData("init x --sample demo --format xlsx", "error MRT5001: Wrong usage: 'xlsx' is not a value of --format")]
    [InlineData("init x --sample demo --touchpoints 0", "error MRT5001: Wrong usage: '0' is not a value of --touchpoints")]
    [InlineData("load --project", "error MRT5001: Wrong usage: required argument missing for option: '--project'.")]
    public async Task Wrong_usage_is_exit_code_2(string line, string expected)
    {
        using var run = new CommandRun();

        Assert.Equal(2, await run.Run(line.Split(' ')));
        Assert.StartsWith(expected, run.Notes, StringComparison.Ordinal);
        Assert.Empty(run.Data);
    }

    [Fact]
    public async Task Findings_are_exit_code_1()
    {
        using var run = new CommandRun();
        run.Folder.Write("merit.yaml", "nam: Acme\ncurrency: CNY\ntimezone: UTC\n");

        Assert.Equal(1, await run.Run("load"));
        Assert.Equal(2, run.Notes.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("merit.yaml(1,1): error MRT1003: Unknown key 'nam'.", run.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_project_may_be_named_before_or_after_the_verb()
    {
        using var run = new CommandRun();
        var elsewhere = Directory.CreateDirectory(Path.Combine(run.Folder.Path, "empty")).FullName;

        Assert.Equal(1, await run.Run("--project", "empty", "check"));
        Assert.Equal(1, await run.Run("check", "--project", elsewhere));
        Assert.Equal(2, run.Notes.Split($"There is no merit.yaml in {elsewhere}.").Length - 1);
    }

    [Fact]
    public async Task A_stopped_command_says_so()
    {
        using var run = new CommandRun();
        using var stop = new CancellationTokenSource();
        run.Stages.Runs = token =>
        {
            stop.Cancel();
            token.ThrowIfCancellationRequested();
            throw new InvalidOperationException();
        };

        Assert.Equal(1, await run.Run(stop.Token, "run"));
        Assert.StartsWith("error MRT5002: The command was stopped", run.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_defect_is_logged_without_secrets_and_without_a_trace_on_screen()
    {
        using var run = new CommandRun();
        run.Folder.Write(".env", "PASSWORD=hunter2\n");

        Assert.Equal(1, await run.Run("run"));

        Assert.StartsWith("error MRT9001: Merit failed in a way it should not: InvalidOperationException. Please report it with the log in ", run.Notes, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Notes, StringComparison.Ordinal);
        var log = File.ReadAllText(Assert.Single(Directory.GetFiles(Path.Combine(run.Folder.Path, ".merit", "logs"))));
        Assert.Contains("FakeStages", log, StringComparison.Ordinal);
        Assert.Contains("connection of … lost", log, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_loaded_is_accounted_for_and_errors_in_it_are_exit_code_1()
    {
        using var run = new CommandRun();
        var rejected = new DiagnosticRule("MRT1299", Severity.Error, "Three rows.", "Look.").Here();
        var load = new LoadResult(7, [new LoadSummary("crm", "leads", "files", default, 1000, 990, 3, 7, null, null)], new JourneySummary(0, 0, 0), [], [rejected]);
        run.Stages.Runs = _ => (load, new RunResult([], [Path.Combine(run.Folder.Path, "out", "lead-gen.html")], []));

        Assert.Equal(1, await run.Run("run"));

        Assert.Contains("crm      leads   1,000      990          3          7", run.Notes, StringComparison.Ordinal);
        Assert.Contains("error MRT1299: Three rows. Look.", run.Notes, StringComparison.Ordinal);
        Assert.Equal(Path.Combine("out", "lead-gen.html") + "\n", run.Data);
    }

    [Fact]
    public async Task Quiet_leaves_data_and_findings()
    {
        using var run = new CommandRun();
        run.Stages.CheckFindings.Add(CommandRules.Stopped.Here());

        Assert.Equal(1, await run.Run("check", "--quiet"));
        Assert.Single(run.Notes.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Check_lists_findings_of_every_kind_in_order()
    {
        using var run = new CommandRun();
        run.Folder.Write("merit.yaml", "name: Acme\ncurrency: CNY\ntimezone: UTC\nlocale: fr\n");
        run.Stages.PluginFindings.Add(new DiagnosticRule("MRT1199", Severity.Warning, "A plugin.", "").At(new Place("plugins/a.dll")));
        run.Stages.CheckFindings.Add(new DiagnosticRule("MRT2099", Severity.Error, "A script.", "").At(new Place("metrics/a.csx", 1, 2)));

        Assert.Equal(1, await run.Run("check"));
        Assert.Equal(["merit.yaml(4,9): error MRT1007", "metrics/a.csx(1,2): error MRT2099", "plugins/a.dll: warning MRT1199", "2 errors, 1 warning."],
            run.Notes.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(": A ")[0].Split(": locale")[0]));
    }

    [Fact]
    public async Task Check_of_a_sound_workspace_is_exit_code_0()
    {
        using var run = new CommandRun();

        Assert.Equal(0, await run.Run("check"));
        Assert.Equal("Everything checked is in order.\n", run.Notes);
    }

    [Fact]
    public async Task Colour_and_progress_are_for_terminals()
    {
        using var plain = new CommandRun();
        using var terminal = new CommandRun { Interactive = true, Colour = true };
        plain.Stages.CheckFindings.Add(CommandRules.Stopped.Here());
        terminal.Stages.CheckFindings.Add(CommandRules.Stopped.Here());

        await plain.Run("check");
        await terminal.Run("check");

        Assert.DoesNotContain('\u001b', plain.Notes);
        Assert.Contains("\u001b[31merror MRT5002", terminal.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_names_what_it_stands_on()
    {
        using var run = new CommandRun();

        Assert.Equal(0, await run.Run("version"));
        Assert.Matches(@"^Merit \d+\.\d+\.\d+\n\.NET \d+.*\nDuckDB v1\.5\.6\n$", run.Data);
    }
}
