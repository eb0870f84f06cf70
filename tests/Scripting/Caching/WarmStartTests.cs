using System.Reflection;
using System.Runtime.Loader;
using Merit.Scripting.Running;

namespace Merit.Scripting.Tests.Caching;

/// <summary>A start from the cache does not load the C# compiler. Each start runs in a load context of its own, which shows what it loaded.</summary>
public sealed class WarmStartTests
{
    [Fact]
    public void A_warm_start_does_not_load_the_compiler()
    {
        var cache = Directory.CreateTempSubdirectory("merit-warm-");
        try
        {
            Assert.Contains(Start(cache.FullName), a => a.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
            Assert.DoesNotContain(Start(cache.FullName), a => a.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
        }
        finally
        {
            cache.Delete(recursive: true);
        }
    }

    /// <summary>Compiles and runs a set; called inside the context.</summary>
    public static int Probe(string cache)
    {
        var compiled = new ScriptCompiler(cache, cache).Compile([new Script("metrics/a.csx", "foreach (var i in new[] { 1 }) Metric(\"r\", Count(leads).Where(leads.score > i));")], Scripts.Schema);
        return new ScriptRunner(TimeProvider.System).Run(compiled).Whole().Metrics.Count;
    }

    private static List<string> Start(string cache)
    {
        var context = new Apart();
        var probe = context.LoadFromAssemblyPath(typeof(WarmStartTests).Assembly.Location)
            .GetType(typeof(WarmStartTests).FullName ?? "", throwOnError: true)?.GetMethod(nameof(Probe));
        Assert.Equal(1, probe?.Invoke(null, [cache]));
        var loaded = context.Assemblies.Select(a => a.GetName().Name ?? "").ToList();
        Assert.Contains("Merit.Scripting", loaded, StringComparer.Ordinal);
        context.Unload();
        return loaded;
    }

    private sealed class Apart() : AssemblyLoadContext("apart", isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var path = Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll");
            return (assemblyName.Name ?? "").Split('.')[0] is "Merit" or "Microsoft" && File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
