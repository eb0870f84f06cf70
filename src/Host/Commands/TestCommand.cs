using System.CommandLine;
using Merit.Diagnostics;
using Merit.Host.Testing;

namespace Merit.Host.Commands;

/// <summary><c>merit test</c></summary>
internal sealed class TestCommand : Verb
{
    private readonly Argument<string[]> _names = new("NAME") { Description = "Part of a test's name, or the id of a metric it expects; all tests unless given.", Arity = ArgumentArity.ZeroOrMore };

    private readonly Option<bool> _data = new("--data") { Description = "Run the tests of data on the published warehouse instead." };

    private readonly Option<bool> _builtIn = new("--built-in") { Description = "Run the tests of Merit's own metrics too." };

    private readonly Option<bool> _verbose = new("--verbose") { Description = "List tests that pass, and show what was asked as SQL." };

    private readonly Option<bool> _watch = new("--watch") { Description = "Run again whenever a script or merit.yaml changes." };

    private readonly Option<string> _junit = new("--junit") { Description = "A file for the results as JUnit XML.", HelpName = "FILE" };

    public TestCommand(Surroundings around)
        : base("test", "Runs the tests of metrics, on rows that they give themselves.", around)
    {
        Arguments.Add(_names);
        foreach (var option in new Option[] { _data, _builtIn, _verbose, _watch, _junit })
        {
            Options.Add(option);
        }

        Validators.Add(result =>
        {
            if (result.GetValue(_data) && (result.GetValue(_watch) || result.GetValue(_builtIn) || result.GetResult(_junit) is not null || result.GetValue(_names) is { Length: > 0 }))
            {
                result.AddError("--data goes with --verbose only.");
            }
        });
    }

    protected override async Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        if (parsed.GetValue(_data))
        {
            return TestData(parsed, stop);
        }

        if (!parsed.GetValue(_watch))
        {
            return RunOnce(parsed, stop) ? ExitCode.Fine : ExitCode.Failed;
        }

        using var changes = new FileChanges(Project(parsed));
        try
        {
            await new Watching(changes, Around.Clock).RunAsync(() => RunAgain(parsed, stop), stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Whoever watches ends it so; that is no failure.
        }

        return ExitCode.Fine;
    }

    private int TestData(ParseResult parsed, CancellationToken stop)
    {
        var (workspace, _) = Around.Open(Project(parsed));
        var results = Around.Stages.TestData(workspace, stop);
        foreach (var result in results.Where(r => parsed.GetValue(_verbose) || r.Outcome != DataTestOutcome.Passed))
        {
            Output.Data(DataTestText.Of(result));
        }

        if (results.Count > 0)
        {
            Output.Data(DataTestText.Summary(results));
        }
        else
        {
            Output.Note("No tests of data: declare them with Expect(…), Unique(…), Fresh(…) or Reconcile(…) in metrics/*.csx.");
        }

        return results.Any(r => r is { Outcome: DataTestOutcome.Failed, IsWarning: false }) ? ExitCode.Failed : ExitCode.Fine;
    }

    private Task RunAgain(ParseResult parsed, CancellationToken stop)
    {
        try
        {
            RunOnce(parsed, stop);
        }
        catch (MeritException mistakes)
        {
            foreach (var mistake in Around.All(mistakes, Project(parsed)))
            {
                Output.Finding(mistake);
            }
        }

        Output.Note("Waiting for changes; Ctrl+C ends.");
        return Task.CompletedTask;
    }

    private bool RunOnce(ParseResult parsed, CancellationToken stop)
    {
        var (workspace, catalog) = Around.Open(Project(parsed));
        var started = Around.Clock.GetTimestamp();
        var verbose = parsed.GetValue(_verbose);
        var results = Around.Stages.Test(workspace, catalog, new TestSelection(parsed.GetValue(_names) ?? [], parsed.GetValue(_builtIn)), stop);
        foreach (var result in results.Where(r => verbose || !r.Passed))
        {
            Output.Data(TestText.Of(result, verbose));
        }

        if (results.Count == 0)
        {
            Output.Note("No tests: declare them with Test(…) in metrics/*.csx.");
        }
        else
        {
            Output.Data(TestText.Summary(results, Around.Clock.GetElapsedTime(started)));
        }

        if (parsed.GetValue(_junit) is { } file)
        {
            var path = Path.GetFullPath(file, Around.CurrentDirectory);
            ListOptions.WriteWhole(path, JUnitReport.Text(results) + "\n");
            Output.Note($"Written: {path}");
        }

        return results.All(r => r.Passed);
    }
}
