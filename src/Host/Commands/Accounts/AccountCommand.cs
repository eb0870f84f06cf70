using System.CommandLine;
using System.Text.RegularExpressions;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Access;
using Merit.Host.Workspaces;

namespace Merit.Host.Commands.Accounts;

/// <summary><c>merit users</c> and <c>merit keys</c>: who may come in.</summary>
internal static class AccountCommand
{
    public static Command Of(AccountKind kind, Surroundings around)
    {
        var isUser = kind is AccountKind.User;
        var command = new Command(isUser ? "users" : "keys", isUser ? "Says who may sign in to 'merit serve', and what they may see." : "Says which programs may ask 'merit serve', and what they may see.");
        command.Subcommands.Add(new AddAccountCommand(kind, around));
        command.Subcommands.Add(new SetAccountCommand(kind, around));
        if (isUser)
        {
            command.Subcommands.Add(new PasswordCommand(around));
        }

        command.Subcommands.Add(new ListAccountsCommand(kind, around));
        command.Subcommands.Add(new RemoveAccountCommand(kind, around));
        return command;
    }
}

/// <summary>A verb about users or keys.</summary>
internal abstract partial class AccountVerb(string name, string description, AccountKind kind, Surroundings around) : Verb(name, description, around)
{
    protected AccountKind Kind { get; } = kind;

    protected string Word => Kind is AccountKind.User ? "user" : "key";

    /// <summary>The users and keys of the workspace; throws where there is no workspace.</summary>
    protected AccountBook Book(ParseResult parsed)
    {
        var project = Project(parsed);
        return File.Exists(Path.Combine(project, WorkspaceLoader.FileName)) ? new AccountBook(project) : throw new MeritException(WorkspaceRules.NoWorkspace.Here(project));
    }

    protected Account Known(AccountBook book, string name) => book.Find(Kind, name)
        ?? throw new MeritException(AccessRules.NoSuch.Here(Word, name, Suggestion.For(name, book.Read(Kind).Select(a => a.Name))));

    protected string Named(string name) => NameForm().IsMatch(name) ? name : throw new MeritException(AccessRules.BadName.Here(name, Word));

    /// <summary>Writes down who changed what.</summary>
    protected void Record(ParseResult parsed, string action, string target, string? detail = null) =>
        new AuditLog(Path.Combine(Project(parsed), ".merit"), "commands", Around.Clock).Add(now => new AuditEntry
        {
            At = now, Who = Around.Environment.GetValueOrDefault("USER") ?? Around.Environment.GetValueOrDefault("USERNAME") ?? "somebody at this machine", Action = $"{action}-{Word}", Target = target, Detail = detail, Outcome = "done",
        });

    /// <summary>A password as it is typed twice, or as standard input gives it once.</summary>
    protected string Hash(string name)
    {
        var password = Output.AskSecret?.Invoke($"Password of {name}: ") ?? "";
        if (Output.IsTyped && Output.AskSecret?.Invoke("Once more: ") != password)
        {
            throw new MeritException(AccessRules.WeakPassword.Here("it was typed differently the second time"));
        }

        return Password.Hash(name, password);
    }

    [GeneratedRegex(@"^[\p{L}\p{Nd}][\p{L}\p{Nd}._@+-]{0,99}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NameForm();
}

/// <summary>What users and keys are given.</summary>
internal sealed partial class AccountOptions
{
    private readonly Option<string> _role = Verb.Words("--role", "What they may do", [.. Roles.ByName.Keys]);

    private readonly Option<string[]> _attributes = new("--attribute") { Description = "What rules on rows ask of them, such as owner=\"Li Wei\"; given again for another value or another name.", HelpName = "NAME=VALUE", Arity = ArgumentArity.OneOrMore };

    private readonly Option<string[]> _rows = new("--rows") { Description = "A filter that each of their questions gets, such as \"channel = email\"; given again, all must hold.", HelpName = "FILTER", Arity = ArgumentArity.OneOrMore };

    public AccountOptions(Command command)
    {
        _attributes.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => !AttributeForm().IsMatch(t.Value)))
            {
                result.AddError($"'{token.Value}' is not a value of --attribute: write a name and a value, such as owner=\"Li Wei\".");
            }
        });
        foreach (var option in new Option[] { _role, _attributes, _rows })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The account with what the command line gives it; what it does not name stays.</summary>
    public Account Apply(ParseResult parsed, Account account)
    {
        var rows = parsed.GetValue(_rows);
        foreach (var rule in rows ?? [])
        {
            RowRule.Parse(rule);
        }

        var given = (parsed.GetValue(_attributes) ?? []).Select(a => a.Split('=', 2)).GroupBy(a => a[0], a => a[1], StringComparer.Ordinal);
        var attributes = account.Attributes.ToDictionary(a => a.Key, a => a.Value, StringComparer.Ordinal);
        foreach (var attribute in given)
        {
            attributes[attribute.Key] = [.. attribute];
        }

        return account with { Role = parsed.GetValue(_role) is { } role ? Roles.ByName[role] : account.Role, Attributes = attributes, Rows = rows is { Length: > 0 } ? rows : account.Rows };
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*=.+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AttributeForm();
}
