using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Merit.Tests;

namespace Merit.Architecture.Tests;

/// <summary>References go one way: plugins → Plugins.Abstractions ← Host → Scripting → Metrics → Diagnostics.</summary>
public sealed class DirectionTests
{
    private static readonly string[] Framework = ["System.", "Microsoft.Win32.", "netstandard", "mscorlib"];

    [Theory]
    [InlineData("Merit.Diagnostics", new string[0])]
    [InlineData("Merit.Plugins.Abstractions", new string[0])]
    [InlineData("Merit.Metrics", new[] { "Merit.Diagnostics" })]
    [InlineData("Merit.Scripting", new[] { "Merit.Diagnostics", "Merit.Metrics", "Microsoft.CodeAnalysis" })]
    public void A_library_refers_only_to_what_stands_before_it(string assembly, string[] allowed)
    {
        var foreign = References(HostOutput($"{assembly}.dll"))
            .Where(name => !IsFramework(name) && !allowed.Any(a => name.StartsWith(a, StringComparison.Ordinal)));

        Assert.Empty(foreign);
    }

    [Fact]
    public void Only_scripting_knows_the_compiler()
    {
        Assert.DoesNotContain(References(HostOutput("merit.dll")), name => name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
        Assert.Contains(References(HostOutput("Merit.Scripting.dll")), name => name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
    }

    [Fact]
    public void A_plugin_knows_the_contract_and_nothing_else_of_Merit()
    {
        var plugins = Directory.GetFiles(HostOutput("plugins"), "Merit.*.dll", SearchOption.AllDirectories);
        Assert.NotEmpty(plugins);
        Assert.All(plugins, plugin => Assert.Equal(
            ["Merit.Plugins.Abstractions"],
            References(plugin).Where(name => name.StartsWith("Merit", StringComparison.Ordinal))));
    }

    private static string HostOutput(string file)
    {
        // The same configuration as this test assembly: …/bin/<configuration>/net10.0/.
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent?.Name ?? "Release";
        return Repository.PathTo("src", "Host", "bin", configuration, "net10.0", file);
    }

    private static bool IsFramework(string name) => Framework.Any(f => name.StartsWith(f, StringComparison.Ordinal));

    private static List<string> References(string path)
    {
        using var pe = new PEReader(File.OpenRead(path));
        var metadata = pe.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
