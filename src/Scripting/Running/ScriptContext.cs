using System.Reflection;
using System.Runtime.Loader;
using Merit.Diagnostics;
using Merit.Metrics.Language;

namespace Merit.Scripting.Running;

/// <summary>Where a set is loaded: one collectible context, unloaded when the run is over.</summary>
internal sealed class ScriptContext : AssemblyLoadContext, IDisposable
{
    // The very assemblies this one works with, wherever they were loaded: definitions must be theirs.
    private static readonly Assembly[] Shared = [typeof(Expr).Assembly, typeof(LoopGuard).Assembly, typeof(Place).Assembly];

    public ScriptContext(CompiledScripts compiled)
        : base("scripts", isCollectible: true) => Load(compiled.Tables);

    /// <summary>Runs a script to its end.</summary>
    public void Execute(CompiledAssembly script)
    {
        var main = Load(script).EntryPoint ?? throw new InvalidDataException("The script has no statements.");
        if (main.ReturnType == typeof(void))
        {
            main.CreateDelegate<Action<string[]>>()([]);
        }
        else
        {
            main.CreateDelegate<Func<string[], int>>()([]);
        }
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
