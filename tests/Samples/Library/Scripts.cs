using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using Merit.Metrics.Tables;
using Merit.Scripting;
using Merit.Scripting.Running;

namespace Merit.Samples.Tests.Library;

/// <summary>Compiles scripts against the data model, without a warehouse.</summary>
internal static class Scripts
{
    public static readonly WarehouseSchema Schema = new(
        [.. Canonical.Tables.Select(t => new TableSchema(t.Name, [.. t.Columns.Select(c => new ColumnSchema(c.Name, c.Type, Loaded: true))], Loaded: true) { Key = t.Key })],
        ["first", "last", "linear", "u-shaped", "time-decay"]);

    public static IReadOnlyList<Script> Library { get; } = Read("metrics");

    /// <summary>What tests the library, a file for each of its own.</summary>
    public static IReadOnlyList<Script> Tests { get; } = Read("metrics/tests");

    private static IReadOnlyList<Script> Read(string folder) =>
        [.. Directory.EnumerateFiles(Repository.PathTo(folder.Split('/')), "*.csx").Order(StringComparer.Ordinal).Select(f => new Script($"{folder}/{Path.GetFileName(f)}", File.ReadAllText(f)))];

    public static Definitions Define(IEnumerable<Script> scripts) =>
        new ScriptRunner(TimeProvider.System).Run(new ScriptCompiler(cacheDirectory: null).Compile([.. scripts], Schema)).Whole();
}
