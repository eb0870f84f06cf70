using Merit.Host.Access;

namespace Merit.Host.Tests.Commands;

/// <summary><c>merit users</c>, <c>merit keys</c> and <c>merit audit</c>.</summary>
public sealed class AccountCommandTests
{
    private const string Good = "four words of nobody";

    [Fact]
    public async Task A_user_is_added_listed_changed_and_removed()
    {
        using var run = new CommandRun();
        run.Secrets.Enqueue(Good);

        Assert.Equal(0, await run.Run("users", "add", "ann", "--role", "analyst", "--attribute", "owner=Li Wei", "--attribute", "owner=Ann", "--rows", "channel = email"));
        var book = new AccountBook(run.Folder.Path);
        var ann = book.Find(AccountKind.User, "ann");
        Assert.True(Password.Fits(ann, Good));
        Assert.Equal(Role.Analyst, ann?.Role);
        Assert.Equal(["Li Wei", "Ann"], ann?.Attributes["owner"]);

        Assert.Equal(0, await run.Run("users", "set", "ann", "--role", "viewer"));
        var changed = book.Find(AccountKind.User, "ann");
        Assert.Equal((Role.Viewer, "channel = email", ann?.Hash), (changed?.Role, changed?.Rows.Single(), changed?.Hash));

        run.Secrets.Enqueue("another four words");
        Assert.Equal(0, await run.Run("users", "passwd", "ann"));
        Assert.True(Password.Fits(book.Find(AccountKind.User, "ann"), "another four words"));

        Assert.Equal(0, await run.Run("users", "list", "--format", "csv"));
        Assert.Contains("ann,viewer,password,\"owner=Li Wei, owner=Ann\",channel = email,", run.Data, StringComparison.Ordinal);
        Assert.Equal(0, await run.Run("users", "remove", "ann"));
        Assert.Empty(book.Users);

        Assert.Equal(0, await run.Run("audit", "--format", "csv"));
        Assert.Equal(4, run.Data.Split('\n').Count(l => l.Contains("-user,ann,", StringComparison.Ordinal)));
        Assert.DoesNotContain(Good, run.Data + run.Notes + File.ReadAllText(Path.Combine(run.Folder.Path, AccountBook.FileName)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_shown_once_and_kept_as_a_hash()
    {
        using var run = new CommandRun();

        Assert.Equal(0, await run.Run("keys", "add", "sheet", "--role", "analyst"));

        var key = run.Data.Trim();
        Assert.StartsWith("merit_", key, StringComparison.Ordinal);
        Assert.Equal("sheet", new AccountBook(run.Folder.Path).ByKey(key)?.Name);
        Assert.Equal(0, await run.Run("keys", "list"));
        Assert.Equal(1, run.Data.Split(key).Length - 1);
        Assert.Equal(0, await run.Run("keys", "remove", "sheet"));
        Assert.Null(new AccountBook(run.Folder.Path).ByKey(key));
    }

    [Theory]
    [InlineData("MRT6040", "users", "add", "bob")]
    [InlineData("MRT6045", "users", "add", "a b")]
    [InlineData("MRT6045", "keys", "add", "../x")]
    [InlineData("MRT6039", "keys", "add", "sheet")]
    [InlineData("MRT6038", "keys", "remove", "shet")]
    [InlineData("MRT6038", "users", "passwd", "nobody")]
    [InlineData("MRT6037", "keys", "add", "x", "--rows", "nonsense")]
    [InlineData("MRT6036", "keys", "set", "sheet", "--rows", "month = 2025-01")]
    public async Task What_is_wrong_is_told_and_nothing_is_changed(string code, params string[] command)
    {
        using var run = new CommandRun();
        await run.Run("keys", "add", "sheet");
        var before = File.ReadAllText(Path.Combine(run.Folder.Path, AccountBook.FileName));

        Assert.Equal(1, await run.Run(command));
        Assert.Contains(code, run.Notes, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Path.Combine(run.Folder.Path, AccountBook.FileName)));
    }

    [Theory]
    [InlineData("users", "add", "ann", "--role", "emperor")]
    [InlineData("users", "add", "ann", "--attribute", "owner")]
    [InlineData("users", "add")]
    [InlineData("audit", "--last", "0")]
    public async Task A_command_line_that_is_wrong_is_told(params string[] command)
    {
        using var run = new CommandRun();

        Assert.Equal(2, await run.Run(command));
    }

    [Fact]
    public async Task A_password_that_is_typed_is_typed_twice()
    {
        using var run = new CommandRun { IsTyped = true };
        run.Secrets.Enqueue(Good);
        run.Secrets.Enqueue(Good + "r");

        Assert.Equal(1, await run.Run("users", "add", "ann"));
        Assert.Contains("MRT6040", run.Notes, StringComparison.Ordinal);
        run.Secrets.Enqueue(Good);
        run.Secrets.Enqueue(Good);
        Assert.Equal(0, await run.Run("users", "add", "ann"));
    }

    [Fact]
    public async Task Where_there_is_no_workspace_there_are_no_users()
    {
        using var run = new CommandRun();
        using var elsewhere = new TemporaryFolder();

        Assert.Equal(1, await run.Run("users", "list", "--project", elsewhere.Path));
    }
}
