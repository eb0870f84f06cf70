using Merit.Diagnostics;
using Merit.Host.Access;
using Merit.Host.Tests.Inbound;

namespace Merit.Host.Tests.Access;

public sealed class AuditLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StoppedClock _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_happened_is_read_in_its_order_whoever_wrote_it()
    {
        var (serve, commands) = (new AuditLog(_folder.Path, "serve", _clock), new AuditLog(_folder.Path, "commands", _clock));
        serve.Add(now => Of(now, "first"));
        _clock.Move(TimeSpan.FromSeconds(1));
        commands.Add(now => Of(now, "second"));
        _clock.Move(TimeSpan.FromDays(40));
        serve.Add(now => Of(now, "third"));

        Assert.Equal(["first", "second", "third"], AuditLog.Read(_folder.Path).Select(e => e.Target));
        Assert.Equal(3, Directory.GetFiles(Path.Combine(_folder.Path, AuditLog.Folder)).Length);
    }

    [Fact]
    public void Many_at_once_are_all_kept()
    {
        var log = new AuditLog(_folder.Path, "serve", _clock);

        Parallel.For(0, 100, i => log.Add(now => Of(now, $"{i}")));

        Assert.Equal(100, AuditLog.Read(_folder.Path).Select(e => e.Target).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void What_is_longer_than_anybody_needs_is_cut()
    {
        var log = new AuditLog(_folder.Path, "serve", _clock);

        log.Add(now => Of(now, new string('x', 60_000)));

        Assert.InRange(Assert.Single(AuditLog.Read(_folder.Path)).Target.Length, 4000, 4001);
    }

    [Fact]
    public void What_cannot_be_kept_is_told()
    {
        File.WriteAllText(Path.Combine(_folder.Path, AuditLog.Folder), "a file in the place of the folder");
        var log = new AuditLog(_folder.Path, "serve", _clock);

        Assert.Equal("MRT6046", Assert.Single(Assert.Throws<MeritException>(() => log.Add(now => Of(now, "x"))).Diagnostics).Code);
    }

    [Fact]
    public void Where_nothing_happened_nothing_is_read() => Assert.Empty(AuditLog.Read(_folder.Path));

    private static AuditEntry Of(DateTimeOffset at, string target) => new() { At = at, Who = "ann", Action = "look", Target = target, Outcome = "done" };
}
