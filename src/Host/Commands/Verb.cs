using System.CommandLine;

namespace Merit.Host.Commands;

/// <summary>A verb of the command line: its options and what it does.</summary>
internal abstract class Verb : Command
{
    private const string ProjectName = "--project";

    private const string QuietName = "--quiet";

    protected Verb(string name, string description, Surroundings around)
        : base(name, description)
    {
        Around = around;
        SetAction(async (parsed, stop) =>
        {
            Output.Quiet = parsed.GetValue<bool>(QuietName);
            return await DoAsync(parsed, stop);
        });
    }

    /// <summary>The options every verb knows, before and after its name.</summary>
    public static IEnumerable<Option> Everywhere =>
    [
        new Option<string>(ProjectName) { Description = "The workspace's folder; the current one unless given.", HelpName = "DIR", Recursive = true },
        new Option<bool>(QuietName, "-q") { Description = "No notes, only data and findings.", Recursive = true },
    ];

    protected Surroundings Around { get; }

    protected Terminal Output => Around.Output;

    /// <summary>Does it; the exit code.</summary>
    protected abstract Task<int> DoAsync(ParseResult parsed, CancellationToken stop);

    /// <summary>The workspace's folder, absolute.</summary>
    public string Project(ParseResult parsed) => Path.GetFullPath(parsed.GetValue<string>(ProjectName) ?? ".", Around.CurrentDirectory);

    /// <summary>The exit code after work that was done: 1 where an error was shown.</summary>
    protected int Done() => Output.Failed ? ExitCode.Failed : ExitCode.Fine;

    /// <summary>An option that takes one of a few words.</summary>
    public static Option<string> Words(string name, string description, params string[] words)
    {
        var option = new Option<string>(name) { Description = $"{description}: {string.Join(", ", words)}.", HelpName = string.Join('|', words) };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !words.Contains(token.Value, StringComparer.Ordinal))
            {
                result.AddError($"'{token.Value}' is not a value of {name}: {Workspaces.Suggestion.For(token.Value, words)}");
            }
        });
        return option;
    }

    /// <summary>An option that takes names, separated by commas or given again.</summary>
    public static Option<string[]> Names(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "A,B",
        CustomParser = result => [.. result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))],
    };
}

/// <summary>What a command's exit code means.</summary>
internal static class ExitCode
{
    public const int Fine = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;
}
