using System.Reflection;
using System.Runtime.Loader;
using Merit.Diagnostics;
using Merit.Metrics.Language;

namespace Merit.Scripting.Running;

/// <summary>Where a set is loaded: one collectible context, unloaded when the run is over.</summary>
internal sealed class ScriptContext : AssemblyLoadContext, IDisposable
{
    private const string Factory = "<Factory>";

    // The very assemblies this one works with, wherever they were loaded: definitions must be theirs.
    private static readonly Assembly[] Shared = [typeof(Expr).Assembly, typeof(LoopGuard).Assembly, typeof(Place).Assembly];

    public ScriptContext(CompiledScripts compiled)
        : base("scripts", isCollectible: true) => Load(compiled.Tables);

    /// <summary>Runs a script to its end.</summary>
    public void Execute(CompiledAssembly script)
    {
        var factory = Load(script).GetTypes()
            .Select(t => t.GetMethod(Factory, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .OfType<MethodInfo>().Single()
            .CreateDelegate<Func<object?[], Task<object>>>();

        // Slot 0 is for a globals object, which there is none of; the script puts itself into slot 1. It never waits, so the task is complete.
        factory([null, null]).GetAwaiter().GetResult();
    }

    public void Dispose() => Unload();

    protected override Assembly? Load(AssemblyName assemblyName) => Array.Find(Shared, a => a.GetName().Name == assemblyName.Name);

    private Assembly Load(CompiledAssembly assembly)
    {
        using var image = new MemoryStream(assembly.Image);
        using var symbols = new MemoryStream(assembly.Symbols);
        return LoadFromStream(image, symbols);
    }
}
