using Merit.Diagnostics;
using Merit.Host.Access;

namespace Merit.Host.Tests.Access;

public sealed class AccountBookTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, AccountBook.FileName);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_kept_is_found_again_by_another_reader()
    {
        var ann = new Account
        {
            Name = "ann", Role = Role.Analyst, Hash = "h", Added = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), Rows = ["channel = email"],
            Attributes = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["owner"] = ["李伟", "Ann"] },
        };
        new AccountBook(_folder.Path).Keep(AccountKind.User, ann);

        var found = new AccountBook(_folder.Path).Find(AccountKind.User, "ann");

        Assert.NotNull(found);
        Assert.Equal((ann.Name, ann.Role, ann.Hash, ann.Added), (found.Name, found.Role, found.Hash, found.Added));
        Assert.Equal(ann.Rows, found.Rows);
        Assert.Equal(["李伟", "Ann"], found.Attributes["owner"]);
        Assert.Null(new AccountBook(_folder.Path).Find(AccountKind.Key, "ann"));
        Assert.Null(new AccountBook(_folder.Path).Find(AccountKind.User, "Ann"));
    }

    [Fact]
    public void A_key_is_known_by_itself_alone_and_kept_as_a_hash()
    {
        var (book, key) = (new AccountBook(_folder.Path), ApiKey.New());
        book.Keep(AccountKind.Key, Of("sheet") with { Hash = ApiKey.HashOf(key) });
        book.Keep(AccountKind.Key, Of("other") with { Hash = ApiKey.HashOf(ApiKey.New()) });

        Assert.Equal("sheet", book.ByKey(key)?.Name);
        Assert.Null(book.ByKey(key + "x"));
        Assert.Null(book.ByKey(ApiKey.HashOf(key)));
        Assert.Null(book.ByKey(""));
        Assert.DoesNotContain(key, System.IO.File.ReadAllText(File), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_its_owner_may_read_the_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps rights otherwise.");
        new AccountBook(_folder.Path).Keep(AccountKind.User, Of("ann"));

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }
    }

    [Fact]
    public void What_another_process_changes_is_seen()
    {
        var served = new AccountBook(_folder.Path);
        var command = new AccountBook(_folder.Path);
        command.Keep(AccountKind.User, Of("ann"));
        Assert.Single(served.Users);

        command.Keep(AccountKind.User, Of("bob"));
        Assert.Equal(["ann", "bob"], served.Users.Select(u => u.Name));
        command.Remove(AccountKind.User, "ann");
        Assert.Equal(["bob"], served.Users.Select(u => u.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"users": {"ann": {"role": "emperor"}}}""")]
    public void A_file_that_is_not_as_it_was_written_lets_nobody_in(string text)
    {
        System.IO.File.WriteAllText(File, text);

        Assert.Equal("MRT6041", Assert.Single(Assert.Throws<MeritException>(() => new AccountBook(_folder.Path).Users).Diagnostics).Code);
    }

    [Fact]
    public void Another_password_is_another_stamp()
    {
        var ann = Of("ann") with { Hash = Password.Hash("ann", "four words of nobody") };

        Assert.NotEqual(ann.Stamp, (ann with { Hash = Password.Hash("ann", "four words of nobody") }).Stamp);
        Assert.Equal(ann.Stamp, (ann with { Role = Role.Admin }).Stamp);
    }

    private static Account Of(string name) => new() { Name = name, Role = Role.Viewer, Hash = "h", Added = DateTimeOffset.UnixEpoch };
}
