using Merit.Diagnostics;
using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using Merit.Metrics.Tables;
using Merit.Scripting.Running;

namespace Merit.Scripting.Tests;

/// <summary>Scripts against the canonical tables, some extra columns and a table of the workspace's own.</summary>
internal static class Scripts
{
    public static WarehouseSchema Schema { get; } = new(
        [
            .. Canonical.Tables.Select(t => new TableSchema(
                t.Name,
                [
                    .. t.Columns.Select(c => new ColumnSchema(c.Name, c.Type, Loaded: true)),
                    .. t.Name == "leads" ? [new ColumnSchema("region", ColumnType.Text, true), new ColumnSchema("seats", ColumnType.Integer, true)] : Array.Empty<ColumnSchema>(),
                ],
                Loaded: true)),
            new TableSchema(
                "store_visits",
                [
                    new("store", ColumnType.Text, true), new("visitors", ColumnType.Integer, true), new("share", ColumnType.Number, true), new("spent", ColumnType.Money, true),
                    new("open", ColumnType.Flag, true), new("day", ColumnType.Date, true), new("counted_at", ColumnType.Timestamp, true), new("class", ColumnType.Text, true),
                    new("not a name", ColumnType.Text, true),
                ],
                Loaded: true),
        ],
        ["u-shaped"]);

    public static CompiledScripts Compile(params (string Path, string Text)[] scripts) =>
        new ScriptCompiler(null).Compile([.. scripts.Select(s => new Script(s.Path, s.Text))], Schema);

    public static Definitions Run(params (string Path, string Text)[] scripts) => Run(TimeSpan.FromSeconds(30), scripts);

    public static Definitions Run(TimeSpan limit, params (string Path, string Text)[] scripts) =>
        new ScriptRunner(TimeProvider.System) { Limits = new ScriptLimits { Time = limit } }.Run(Compile(scripts)).Whole();

    public static Definitions Run(string text) => Run(("metrics/test.csx", text));

    public static IReadOnlyList<Diagnostic> Findings(Action action) => Assert.Throws<MeritException>(action).Diagnostics;

    /// <summary>What a script at metrics/bad.csx is told.</summary>
    public static IReadOnlyList<Diagnostic> FindingsOf(string text) => Findings(() => Run(TimeSpan.FromSeconds(30), ("metrics/bad.csx", text)));

    public static Diagnostic FindingOf(string text) => Assert.Single(FindingsOf(text));
}
