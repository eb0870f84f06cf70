using System.CommandLine;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Access;

namespace Merit.Host.Commands.Accounts;

/// <summary><c>merit users add</c>, <c>merit keys add</c></summary>
internal sealed class AddAccountCommand : AccountVerb
{
    private readonly Argument<string> _name = new("NAME") { Description = "Their name; of a user, what they sign in with." };

    private readonly Option<bool> _openId = new("--openid") { Description = "They sign in with the provider of merit.yaml, and have no password here." };

    private readonly AccountOptions _options;

    public AddAccountCommand(AccountKind kind, Surroundings around)
        : base("add", kind is AccountKind.User ? "Adds a user. The password is typed unseen, or is the first line of standard input." : "Adds a key, and shows it this once.", kind, around)
    {
        Arguments.Add(_name);
        _options = new AccountOptions(this);
        if (kind is AccountKind.User)
        {
            Options.Add(_openId);
        }
    }

    protected override Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var (book, name) = (Book(parsed), Named(parsed.GetRequiredValue(_name)));
        if (book.Find(Kind, name) is not null)
        {
            throw new MeritException(AccessRules.Taken.Here(Word, name));
        }

        var account = _options.Apply(parsed, new Account { Name = name, Role = Role.Viewer, Added = Around.Clock.GetUtcNow() });
        var key = ApiKey.New();
        book.Keep(Kind, account with { Hash = Kind is AccountKind.Key ? ApiKey.HashOf(key) : parsed.GetValue(_openId) ? null : Hash(name) });
        Record(parsed, "add", name, Roles.NameOf(account.Role));
        if (Kind is AccountKind.Key)
        {
            Output.Data(key);
            Output.Note("This is shown once: keep it where secrets are kept. A program sends it as 'Authorization: Bearer KEY'.");
        }

        Output.Note($"Added: {Word} {name}, {Roles.NameOf(account.Role)}. Kept in {AccountBook.FileName}, which does not belong in a repository.");
        return Task.FromResult(Done());
    }
}

/// <summary><c>merit users set</c>, <c>merit keys set</c></summary>
internal sealed class SetAccountCommand : AccountVerb
{
    private readonly Argument<string> _name = new("NAME") { Description = "Their name." };

    private readonly AccountOptions _options;

    public SetAccountCommand(AccountKind kind, Surroundings around)
        : base("set", "Changes the role, the attributes or the rules on rows, from their next request on.", kind, around)
    {
        Arguments.Add(_name);
        _options = new AccountOptions(this);
    }

    protected override Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var book = Book(parsed);
        var account = _options.Apply(parsed, Known(book, parsed.GetRequiredValue(_name)));
        book.Keep(Kind, account);
        Record(parsed, "set", account.Name, Roles.NameOf(account.Role));
        Output.Note($"Changed: {Word} {account.Name}, {Roles.NameOf(account.Role)}.");
        return Task.FromResult(Done());
    }
}

/// <summary><c>merit users passwd</c></summary>
internal sealed class PasswordCommand : AccountVerb
{
    private readonly Argument<string> _name = new("NAME") { Description = "Their name." };

    public PasswordCommand(Surroundings around)
        : base("passwd", "Sets another password, typed unseen or read from standard input; who is signed in with the former one is signed out.", AccountKind.User, around) => Arguments.Add(_name);

    protected override Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var book = Book(parsed);
        var account = Known(book, parsed.GetRequiredValue(_name));
        book.Keep(Kind, account with { Hash = Hash(account.Name) });
        Record(parsed, "passwd", account.Name);
        Output.Note($"Changed: the password of {account.Name}.");
        return Task.FromResult(Done());
    }
}

/// <summary><c>merit users remove</c>, <c>merit keys remove</c></summary>
internal sealed class RemoveAccountCommand : AccountVerb
{
    private readonly Argument<string> _name = new("NAME") { Description = "Their name." };

    public RemoveAccountCommand(AccountKind kind, Surroundings around)
        : base("remove", "Removes one, from their next request on.", kind, around) => Arguments.Add(_name);

    protected override Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var book = Book(parsed);
        var account = Known(book, parsed.GetRequiredValue(_name));
        book.Remove(Kind, account.Name);
        Record(parsed, "remove", account.Name);
        Output.Note($"Removed: {Word} {account.Name}.");
        return Task.FromResult(Done());
    }
}

/// <summary><c>merit users list</c>, <c>merit keys list</c></summary>
internal sealed class ListAccountsCommand : AccountVerb
{
    private readonly ListOptions _list = new();

    public ListAccountsCommand(AccountKind kind, Surroundings around)
        : base("list", "Lists them: role, attributes, rules on rows; never a password, a key or what is kept of them.", kind, around) => _list.AddTo(this);

    protected override Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        _list.Write(parsed, Around, new Listing(
            ["name", "role", "signs_in_with", "attributes", "rows", "added"],
            [
                .. Book(parsed).Read(Kind).Select(a => (IReadOnlyList<object?>)
                [
                    a.Name, Roles.NameOf(a.Role), Kind is AccountKind.Key ? "key" : a.Hash is null ? "openid" : "password", string.Join(", ", a.Attributes.SelectMany(x => x.Value.Select(v => $"{x.Key}={v}"))), string.Join("; ", a.Rows), $"{a.Added:yyyy-MM-dd}",
                ]),
            ]));
        return Task.FromResult(Done());
    }
}
