using Merit.Scripting.Caching;
using Merit.Scripting.Running;

namespace Merit.Scripting.Tests.Caching;

public sealed class CacheTests : IDisposable
{
    private static readonly Script[] Set =
    [
        new("metrics/a.csx", "Metric(\"r\", Count(leads));\nMetric(\"s\", metrics.r / 2);"),
        new("metrics/b.csx", "foreach (var s in new[] { \"x\", \"y\" }) Metric($\"n_{s}\", Count(leads).Where(leads.source.In(s, \"z\")));"),
    ];

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("merit-scripts-");
    private readonly DirectoryInfo secrets = Directory.CreateTempSubdirectory("merit-secrets-");

    private string Seal => secrets.FullName;

    public void Dispose()
    {
        directory.Delete(recursive: true);
        secrets.Delete(recursive: true);
    }

    [Fact]
    public void What_was_compiled_before_is_read_and_runs_the_same()
    {
        var cold = Compile(Set);
        var warm = Compile(Set);

        Assert.False(cold.FromCache);
        Assert.True(warm.FromCache);
        Assert.Equal(Ids(cold), Ids(warm));
        Assert.Equal(cold.References, warm.References);
        Assert.Single(directory.GetFiles());
    }

    [Fact]
    public void The_order_in_which_scripts_are_given_does_not_matter()
    {
        Compile(Set);

        Assert.True(Compile([Set[1], Set[0]]).FromCache);
    }

    [Fact]
    public void An_entry_that_somebody_else_made_is_compiled_again()
    {
        var elsewhere = Directory.CreateTempSubdirectory("merit-elsewhere-");
        try
        {
            new ScriptCompiler(directory.FullName, elsewhere.FullName).Compile(Set, Scripts.Schema);

            Assert.False(Compile(Set).FromCache);
            Assert.True(Compile(Set).FromCache);
        }
        finally
        {
            elsewhere.Delete(recursive: true);
        }
    }

    [Fact]
    public void An_entry_under_the_name_of_another_is_compiled_again()
    {
        Compile([Set[0]]);
        var other = Assert.Single(directory.GetFiles()).FullName;
        Compile(Set);
        File.Copy(other, directory.GetFiles().Single(f => f.FullName != other).FullName, overwrite: true);

        Assert.False(Compile(Set).FromCache);
    }

    [Fact]
    public void The_secret_is_its_user_s_alone()
    {
        Compile(Set);
        var secret = new FileInfo(Path.Combine(Seal, "scripts.key"));

        Assert.Equal(32, secret.Length);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps it by the folder's own rights.");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, secret.UnixFileMode);
    }

    [Fact]
    public void Without_a_place_for_the_secret_nothing_is_cached()
    {
        File.WriteAllText(Path.Combine(directory.FullName, "file"), "");
        var compiler = new ScriptCompiler(directory.FullName, Path.Combine(directory.FullName, "file", "below"));
        compiler.Compile(Set, Scripts.Schema);

        Assert.False(compiler.Compile(Set, Scripts.Schema).FromCache);
        Assert.Null(CacheSeal.In("merit"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(31)]
    [InlineData(500)]
    public void An_entry_cut_short_is_compiled_again(int length)
    {
        Compile(Set);
        var entry = Assert.Single(directory.GetFiles()).FullName;
        File.WriteAllBytes(entry, File.ReadAllBytes(entry)[..length]);

        Assert.False(Compile(Set).FromCache);
        Assert.True(Compile(Set).FromCache);
    }

    [Fact]
    public void An_entry_with_a_changed_byte_is_compiled_again()
    {
        Compile(Set);
        var entry = Assert.Single(directory.GetFiles()).FullName;
        var bytes = File.ReadAllBytes(entry);
        bytes[^100] ^= 1;
        File.WriteAllBytes(entry, bytes);

        Assert.False(Compile(Set).FromCache);
    }

    [Fact]
    public void An_entry_that_the_guard_refuses_is_compiled_again()
    {
        var compiled = Compile(Set);
        var entry = Assert.Single(directory.GetFiles()).FullName;
        var foreign = File.ReadAllBytes(typeof(CacheTests).Assembly.Location);
        Keep(compiled with { Scripts = [compiled.Scripts[0], compiled.Scripts[1] with { Image = foreign }] });
        Assert.False(Compile(Set).FromCache);

        Keep(compiled with { Scripts = [compiled.Scripts[0], compiled.Scripts[1] with { Image = [1, 2, 3] }] });
        Assert.False(Compile(Set).FromCache);

        Keep(compiled with { Tables = compiled.Tables with { Image = foreign } });
        Assert.False(Compile(Set).FromCache);

        Keep(compiled);
        Assert.True(Compile(Set).FromCache);

        // Sealed as it should be: it is the metadata that are refused.
        void Keep(CompiledScripts changed) => File.WriteAllBytes(entry, CacheEntry.Write(changed, Path.GetFileName(entry), CacheSeal.In(Seal) ?? throw new InvalidOperationException()));
    }

    [Fact]
    public void A_set_that_does_not_compile_leaves_nothing_behind()
    {
        Assert.NotEmpty(Compile([new Script("metrics/a.csx", "Metric(\"fine\", Count(leads));\nMetric(\"wrong\", Count(leds));")]).Findings);

        Assert.Empty(directory.GetFiles());
    }

    [Fact]
    public void A_cache_that_cannot_be_written_only_costs_time()
    {
        var file = Path.Combine(directory.FullName, "file");
        File.WriteAllText(file, "");

        Assert.False(new ScriptCompiler(Path.Combine(file, "below"), Seal).Compile(Set, Scripts.Schema).FromCache);
    }

    [Fact]
    public void Old_entries_go()
    {
        for (var i = 0; i < 20; i++)
        {
            File.WriteAllText(Path.Combine(directory.FullName, $"old{i}"), "");
            File.SetLastWriteTimeUtc(Path.Combine(directory.FullName, $"old{i}"), new DateTime(2020, 1, 1, 0, 0, i, DateTimeKind.Utc));
        }

        Compile(Set);

        Assert.Equal(16, directory.GetFiles().Length);
        Assert.True(Compile(Set).FromCache);
    }

    private CompiledScripts Compile(Script[] scripts) => new ScriptCompiler(directory.FullName, Seal).Compile(scripts, Scripts.Schema);

    private static string Ids(CompiledScripts compiled) => string.Join(' ', new ScriptRunner(TimeProvider.System).Run(compiled).Whole().Metrics.Select(m => m.Id));
}
