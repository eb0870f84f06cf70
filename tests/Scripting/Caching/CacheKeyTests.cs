using Merit.Metrics.Schema;
using Merit.Scripting.Caching;
using Merit.Scripting.Compiling;

namespace Merit.Scripting.Tests.Caching;

/// <summary>Everything a compiled set depends on is part of what it is kept under: a change of any one is compiled anew.</summary>
public sealed class CacheKeyTests : IDisposable
{
    private static readonly Script[] Set =
    [
        new("metrics/a.csx", "Metric(\"r\", Count(leads));\nMetric(\"s\", metrics.r / 2);"),
        new("metrics/b.csx", "Metric(\"n\", Count(leads).Where(leads.source == \"x\"));"),
    ];

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("merit-scripts-");
    private readonly DirectoryInfo secrets = Directory.CreateTempSubdirectory("merit-secrets-");

    public void Dispose()
    {
        directory.Delete(recursive: true);
        secrets.Delete(recursive: true);
    }

    [Fact]
    public void Whatever_the_result_depends_on_is_part_of_the_key()
    {
        var tables = TableTypes.Tables(Scripts.Schema);
        var now = CacheInputs.Current;
        string[] keys =
        [
            CacheKey.Of(Set, tables, now),
            CacheKey.Of([Set[0]], tables, now),
            CacheKey.Of([Set[0], Set[1] with { Text = Set[1].Text + " " }], tables, now),
            CacheKey.Of([Set[0], Set[1] with { Path = "metrics/c.csx" }], tables, now),
            CacheKey.Of([Set[0] with { Path = "metrics/a.csxM", Text = Set[0].Text[1..] }, Set[1]], tables, now),
            CacheKey.Of(Set, TableTypes.Tables(Scripts.Schema with { Tables = [.. Scripts.Schema.Tables, new TableSchema("more", [], true)] }), now),
            CacheKey.Of(Set, tables, now with { Policy = now.Policy + "2" }),
            CacheKey.Of(Set, tables, now with { Language = "another" }),
            CacheKey.Of(Set, tables, now with { Platform = "another" }),
            CacheKey.Of(Set, tables, now with { Runtime = "11.0.0" }),
            CacheKey.Of(Set, tables, now with { Compiler = "another" }),
        ];

        Assert.Equal(keys.Length, keys.Distinct(StringComparer.Ordinal).Count());
        Assert.All(keys, k => Assert.Matches("^[0-9a-f]{64}$", k));
    }

    [Fact]
    public void All_of_it_is_known_of_this_process() => Assert.All(
        [CacheInputs.Current.Policy, CacheInputs.Current.Language, CacheInputs.Current.Platform, CacheInputs.Current.Runtime, CacheInputs.Current.Compiler],
        Assert.NotEmpty);

    [Theory]
    [InlineData("text")]
    [InlineData("path")]
    [InlineData("column")]
    [InlineData("type")]
    public void A_change_of_scripts_or_tables_misses(string what)
    {
        Compile(Set);
        var leads = Scripts.Schema.Tables.Single(t => t.Name == "leads");
        var changed = what switch
        {
            "column" => leads with { Columns = [.. leads.Columns, new("more", ColumnType.Text, true)] },
            "type" => leads with { Columns = [.. leads.Columns.Select(c => c.Name == "seats" ? c with { Type = ColumnType.Number } : c)] },
            _ => leads,
        };
        var schema = Scripts.Schema with { Tables = [.. Scripts.Schema.Tables.Select(t => t.Name == "leads" ? changed : t)] };
        var set = what switch
        {
            "text" => [Set[0], Set[1] with { Text = Set[1].Text + "//" }],
            "path" => [Set[0], Set[1] with { Path = "metrics/z.csx" }],
            _ => Set,
        };

        Assert.False(new ScriptCompiler(directory.FullName, secrets.FullName).Compile(set, schema).FromCache);
        Assert.True(Compile(Set).FromCache);
    }

    [Theory]
    [InlineData("policy")]
    [InlineData("language")]
    [InlineData("platform")]
    [InlineData("runtime")]
    [InlineData("compiler")]
    public void A_change_of_what_they_are_compiled_with_misses(string what)
    {
        Compile(Set);
        var now = CacheInputs.Current;
        var changed = what switch
        {
            "policy" => now with { Policy = now.Policy + "2" },
            "language" => now with { Language = Guid.Empty.ToString() },
            "platform" => now with { Platform = Guid.Empty.ToString() },
            "runtime" => now with { Runtime = "10.0.99" },
            _ => now with { Compiler = Guid.Empty.ToString() },
        };
        var compiler = new ScriptCompiler(directory.FullName, secrets.FullName) { Inputs = changed };

        Assert.False(compiler.Compile(Set, Scripts.Schema).FromCache);
        Assert.True(compiler.Compile(Set, Scripts.Schema).FromCache);
        Assert.True(Compile(Set).FromCache);
    }

    [Fact]
    public void Whether_a_table_is_loaded_is_not() => Assert.Equal(
        TableTypes.Tables(Scripts.Schema),
        TableTypes.Tables(Scripts.Schema with { Tables = [.. Scripts.Schema.Tables.Select(t => t with { Loaded = false })] }));

    private CompiledScripts Compile(Script[] scripts) => new ScriptCompiler(directory.FullName, secrets.FullName).Compile(scripts, Scripts.Schema);
}
