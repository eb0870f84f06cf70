using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Merit.Diagnostics;
using Merit.Host.Plugins;
using Merit.Host.Workspaces;
using Merit.Plugins;

namespace Merit.Host.Tests.Workspaces;

/// <summary>Loads merit.yaml texts against a small catalog.</summary>
internal static class Loading
{
    public const string Head = "name: Acme\ncurrency: CNY\ntimezone: Asia/Shanghai\n";

    public static PluginCatalog Catalog { get; } = new(
    [
        Entry<FilesOptions>(PluginKind.Connector, "files"),
        Entry<NoOptions>(PluginKind.Connector, "mirror"),
        Entry<NoOptions>(PluginKind.Rule, "first"),
        Entry<NoOptions>(PluginKind.Rule, "last"),
        Entry<NoOptions>(PluginKind.Rule, "linear"),
        Entry<NoOptions>(PluginKind.Rule, "u-shaped"),
        Entry<DecayOptions>(PluginKind.Rule, "time-decay"),
        Entry<IndexOptions>(PluginKind.Scoring, "index"),
    ]);

    /// <summary>The workspace of a text that is right.</summary>
    public static Workspace Load(string yaml, string? dotEnv = null, params (string Name, string Value)[] environment)
    {
        using var folder = new TemporaryFolder();
        folder.Write("merit.yaml", yaml);
        if (dotEnv is not null)
        {
            folder.Write(".env", dotEnv);
        }

        return WorkspaceLoader.Load(folder.Path, Catalog, environment.ToDictionary(e => e.Name, e => e.Value, StringComparer.Ordinal));
    }

    /// <summary>What is said of a text that is wrong, as a user reads it.</summary>
    public static IReadOnlyList<string> Findings(string yaml, string? dotEnv = null, params (string Name, string Value)[] environment) =>
        [.. Assert.Throws<MeritException>(() => Load(yaml, dotEnv, environment)).Diagnostics.Select(d => d.ToString())];

    private static PluginEntry Entry<TOptions>(PluginKind kind, string id)
        where TOptions : new() => new(kind, id, "1.0", "built-in", typeof(TOptions), _ => new object());

    public sealed class FilesOptions
    {
        [Required]
        [Description("The files.")]
        public string Path { get; set; } = "";

        public string? Delimiter { get; set; }

        public bool Header { get; set; } = true;

        [Range(0, 100)]
        public int Skip { get; set; }

        public IReadOnlyList<string> Nulls { get; set; } = [];

        public Dictionary<string, double> Weights { get; set; } = [];

        public string[] Sheets { get; set; } = [];

        public DayOfWeek? OnDay { get; set; }

        public DateOnly? Since { get; set; }

        public TimeSpan Timeout { get; set; }
    }

    public sealed class IndexOptions
    {
        [Range(2, 100)]
        public int Peers { get; set; } = 10;
    }

    public sealed class DecayOptions
    {
        public TimeSpan HalfLife { get; set; } = TimeSpan.FromDays(7);
    }
}
