using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Access;
using Merit.Host.Commands.Accounts;

namespace Merit.Host.Commands;

/// <summary>The command line as a whole: parses it, does the verb, and turns whatever happens into findings and an exit code.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Surroundings around, CancellationToken stop)
    {
        var root = Root(around);
        // A value may start with @ or -, so neither response files nor bundles of short options.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            WrongUsage(parsed, around.Output);
            return ExitCode.WrongUsage;
        }

        var configuration = new InvocationConfiguration
        {
            Output = around.Output.DataWriter,
            Error = TextWriter.Null,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await parsed.InvokeAsync(configuration, stop);
        }
        catch (MeritException failure)
        {
            foreach (var finding in parsed.CommandResult.Command is Verb verb ? around.All(failure, verb.Project(parsed)) : failure.Diagnostics)
            {
                around.Output.Finding(finding);
            }

            return ExitCode.Failed;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            around.Output.Finding(CommandRules.Stopped.Here());
            return ExitCode.Failed;
        }
        catch (Exception defect)
        {
            var project = parsed.CommandResult.Command is Verb known ? known.Project(parsed) : around.CurrentDirectory;
            var log = new DefectLog(around).Write(project, args, defect);
            around.Output.Finding(InternalRules.Unexpected.Here(defect.GetType().Name, log));
            return ExitCode.Failed;
        }
        finally
        {
            around.Output.Clear();
        }
    }

    private static RootCommand Root(Surroundings around)
    {
        var root = new RootCommand("Merit tells a marketing team what each campaign earned and what to do next.");
        foreach (var option in Verb.Everywhere)
        {
            root.Options.Add(option);
        }

        root.Subcommands.Add(new InitCommand(around));
        root.Subcommands.Add(new CheckCommand(around));
        root.Subcommands.Add(new DiscoverCommand(around));
        root.Subcommands.Add(new LoadCommand(around));
        root.Subcommands.Add(new RunCommand(around));
        root.Subcommands.Add(new ReportCommand(around));
        root.Subcommands.Add(new QueryCommand(around));
        root.Subcommands.Add(new ExplainCommand(around));
        root.Subcommands.Add(new AttributeCommand(around));
        root.Subcommands.Add(new ForgetCommand(around));
        root.Subcommands.Add(new TestCommand(around));
        root.Subcommands.Add(new MetricsCommand(around));
        root.Subcommands.Add(new LinksCommand(around));
        root.Subcommands.Add(new ServeCommand(around));
        root.Subcommands.Add(new McpCommand(around));
        root.Subcommands.Add(AccountCommand.Of(AccountKind.User, around));
        root.Subcommands.Add(AccountCommand.Of(AccountKind.Key, around));
        root.Subcommands.Add(new AuditCommand(around));
        root.Subcommands.Add(new ScheduleCommand(around));
        root.Subcommands.Add(new DeliverCommand(around));
        root.Subcommands.Add(new AlertsCommand(around));
        root.Subcommands.Add(new PluginsCommand(around));
        root.Subcommands.Add(new DocsCommand(around));
        root.Subcommands.Add(new VersionCommand(around));
        root.Subcommands.Add(new WorkerCommand(around));
        root.SetAction(new HelpAction().Invoke);
        return root;
    }

    private static void WrongUsage(ParseResult parsed, Terminal output)
    {
        var command = parsed.CommandResult.Command;
        var help = command is RootCommand ? "see 'merit --help'." : $"see 'merit {command.Name} --help'.";
        var unknown = parsed.UnmatchedTokens;
        // What follows an unknown option is most likely its value.
        foreach (var token in unknown.Any(t => t.StartsWith('-')) ? unknown.Where(t => t.StartsWith('-')) : unknown)
        {
            var what = token.StartsWith('-') ? "option" : command is RootCommand ? "command" : "argument";
            var nearest = Nearest.To(token, Known(parsed.CommandResult));
            output.Finding(CommandRules.Usage.Here($"there is no {what} '{token}'.", nearest is null ? help : $"did you mean '{nearest}'? {help}"));
        }

        foreach (var message in parsed.Errors.Select(e => e.Message).Where(m => !unknown.Any(u => m.Contains($"'{u}'", StringComparison.Ordinal))).Distinct(StringComparer.Ordinal))
        {
            output.Finding(CommandRules.Usage.Here(Said(message), help));
        }
    }

    // "Option '--metrics' is required." goes on after "Wrong usage: "; a quoted name keeps its capitals.
    private static string Said(string message) => message.Length == 0 ? "" : char.ToLowerInvariant(message[0]) + message[1..];

    private static IEnumerable<string> Known(CommandResult result)
    {
        for (SymbolResult? at = result; at is not null; at = at.Parent)
        {
            if (at is CommandResult command)
            {
                foreach (var name in command.Command.Options.Select(o => o.Name).Concat(at == result ? command.Command.Subcommands.Select(c => c.Name) : []))
                {
                    yield return name;
                }
            }
        }
    }
}
