using Merit.Metrics.Schema;
using Merit.Scripting.Caching;
using Merit.Scripting.Compiling;
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

    public void Dispose() => directory.Delete(recursive: true);

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
    public void Whatever_the_result_depends_on_is_part_of_the_key()
    {
        var tables = TableTypes.Tables(Scripts.Schema);
        string[] keys =
        [
            CacheKey.Of(Set, tables),
            CacheKey.Of([Set[0]], tables),
            CacheKey.Of([Set[0], Set[1] with { Text = Set[1].Text + " " }], tables),
            CacheKey.Of([Set[0], Set[1] with { Path = "metrics/c.csx" }], tables),
            CacheKey.Of([Set[0] with { Path = "metrics/a.csxM", Text = Set[0].Text[1..] }, Set[1]], tables),
            CacheKey.Of(Set, TableTypes.Tables(Scripts.Schema with { Tables = [.. Scripts.Schema.Tables, new TableSchema("more", [], true)] })),
        ];

        Assert.Equal(keys.Length, keys.Distinct(StringComparer.Ordinal).Count());
        Assert.All(keys, k => Assert.Matches("^[0-9a-f]{64}$", k));
    }

    [Fact]
    public void Whether_a_table_is_loaded_is_not() => Assert.Equal(
        TableTypes.Tables(Scripts.Schema),
        TableTypes.Tables(Scripts.Schema with { Tables = [.. Scripts.Schema.Tables.Select(t => t with { Loaded = false })] }));

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
        File.WriteAllBytes(entry, CacheEntry.Write(compiled with { Scripts = [compiled.Scripts[0], compiled.Scripts[1] with { Image = foreign }] }));
        Assert.False(Compile(Set).FromCache);

        File.WriteAllBytes(entry, CacheEntry.Write(compiled with { Scripts = [compiled.Scripts[0], compiled.Scripts[1] with { Image = [1, 2, 3] }] }));
        Assert.False(Compile(Set).FromCache);
    }

    [Fact]
    public void A_set_that_does_not_compile_leaves_nothing_behind()
    {
        Scripts.Findings(() => Compile([new Script("metrics/a.csx", "Metric(")]));

        Assert.Empty(directory.GetFiles());
    }

    [Fact]
    public void A_cache_that_cannot_be_written_only_costs_time()
    {
        var file = Path.Combine(directory.FullName, "file");
        File.WriteAllText(file, "");

        Assert.False(new ScriptCompiler(Path.Combine(file, "below")).Compile(Set, Scripts.Schema).FromCache);
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

    private CompiledScripts Compile(Script[] scripts) => new ScriptCompiler(directory.FullName).Compile(scripts, Scripts.Schema);

    private static string Ids(CompiledScripts compiled) => string.Join(' ', new ScriptRunner(TimeProvider.System).Run(compiled).Metrics.Select(m => m.Id));
}
