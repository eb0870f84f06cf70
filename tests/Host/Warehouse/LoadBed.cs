using System.Text;
using Merit.Connectors.Files;
using Merit.Diagnostics;
using Merit.Host.Plugins;
using Merit.Host.Warehouse;
using Merit.Host.Warehouse.Deriving;
using Merit.Host.Warehouse.Keeping;
using Merit.Host.Warehouse.Loading;
using Merit.Host.Warehouse.Versions;
using Merit.Host.Workspaces;
using Merit.Metrics.Schema;
using Merit.Plugins;
using Merit.Plugins.Connectors;

namespace Merit.Host.Tests.Warehouse;

/// <summary>A workspace in a temporary folder, and short forms of what most tests of loading do.</summary>
internal sealed class LoadBed : IDisposable
{
    public LoadBed() => System.IO.Directory.CreateDirectory(Directory);

    public string Directory { get; } = Path.Combine(Path.GetTempPath(), $"merit-load-{Guid.NewGuid():N}");

    public string Currency { get; init; } = "CNY";

    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    public ChannelSettings Channels { get; init; } = new();

    public bool ByAccount { get; init; }

    public IdentitySettings? Identity { get; set; }

    /// <summary>As after <c>merit load --full</c>.</summary>
    public bool ReadsAnew { get; set; }

    public PublishedVersions Versions => new(Path.Combine(Directory, ".merit", "warehouse"));

    /// <summary>Writes a file into the workspace, in UTF-8 without a mark; gives its path.</summary>
    public string Write(string name, string text) => Write(name, new UTF8Encoding(false).GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Directory, name);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path) ?? Directory);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>A source that reads files; columns as <c>lead_id</c>, <c>lead_id=mql_id</c>, <c>kind:visit</c> (a constant).</summary>
    public Source Source(string into, string path, params string[] columns) => Source(into, path, [.. columns.Select(Map)]);

    public Source Source(string into, string path, IReadOnlyList<ColumnMapping> columns, FilesOptions? options = null, string? name = null)
    {
        options ??= new FilesOptions();
        options.Path = [path];
        return new Source
        {
            Name = name ?? Path.GetFileNameWithoutExtension(path).Replace("*", "all", StringComparison.Ordinal),
            Connector = "files",
            Options = options,
            Into = into,
            Columns = columns,
            Zone = Zone,
            At = new Place("merit.yaml", 10, 3),
        };
    }

    public static ColumnMapping Map(string text)
    {
        (string Name, string? From, string? Constant) part = text.Split('=', 2) is [var n, var f] ? (n, f, null)
            : text.Split(':', 2) is [var m, var c] ? (m, null, c) : (text, text, null);
        var (name, from, constant) = part;
        return new ColumnMapping { Name = name, From = from, Constant = constant, At = new Place("merit.yaml", 20, 7) };
    }

    public static ColumnMapping Sql(string name, string expression, ColumnType? type = null) =>
        new() { Name = name, Expression = expression, Type = type, At = new Place("merit.yaml", 21, 7) };

    public static ColumnMapping Typed(string name, ColumnType type, string? format = null, char separator = '.') =>
        new() { Name = name, From = name, Type = type, Format = format, DecimalSeparator = separator, At = new Place("merit.yaml", 22, 7) };

    public Workspace Workspace(params Source[] sources) => new()
    {
        Directory = Directory,
        Name = "Test",
        Currency = Currency,
        Zone = Zone,
        Sources = sources,
        Channels = Channels,
        Identity = Identity,
        Attribution = new AttributionSettings { Default = "linear", Models = [], ByAccount = ByAccount },
    };

    /// <summary>Loads, derives and publishes.</summary>
    public async Task<LoadOutcome> LoadAsync(params Source[] sources) => await LoadAsync(FilesOnly, sources);

    public async Task<LoadOutcome> LoadAsync(PluginCatalog plugins, params Source[] sources)
    {
        var workspace = Workspace(sources) with { ReadsAnew = ReadsAnew };
        var stop = TestContext.Current.CancellationToken;
        using var draft = Versions.BeginDraft(DraftContent.Empty);
        var kept = KeptSources.Begin(Versions, draft, workspace, stop);
        await using var inputs = await Inputs.GatherAsync(workspace, plugins, stop, kept);
        var session = draft.Open(inputs.Folders, stop);
        var outcome = await new Loader(session, workspace, inputs, draft.TempDirectory, TimeProvider.System) { Kept = kept }.LoadAsync(stop);
        Derivation.Run(session, workspace);
        draft.Publish();
        return outcome;
    }

    /// <summary>Loads what must fail; gives the findings.</summary>
    public async Task<IReadOnlyList<Diagnostic>> FailAsync(params Source[] sources) =>
        (await Assert.ThrowsAsync<MeritException>(() => LoadAsync(sources))).Diagnostics;

    /// <summary>Rows of the latest version as texts, fields joined by <c>|</c>, nulls as <c>∅</c>.</summary>
    public IReadOnlyList<string> Rows(string sql)
    {
        using var session = Versions.OpenLatest();
        return session.Query(sql, r => string.Join('|', Enumerable.Range(0, r.FieldCount).Select(i => r.IsDBNull(i) ? "∅" : Text(r.GetValue(i)))));
    }

    public IReadOnlyList<RejectedRow> Rejects()
    {
        using var session = Versions.OpenLatest();
        return LoadHistory.Rejects(session);
    }

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);

    public static PluginCatalog FilesOnly { get; } = new(
        [new PluginEntry(PluginKind.Connector, "files", "1", "built-in", typeof(FilesOptions), o => new FilesConnector((FilesOptions)o))]);

    public static PluginCatalog With(string id, IConnector connector) => new(
        [.. FilesOnly.Entries, new PluginEntry(PluginKind.Connector, id, "1", "built-in", typeof(NoOptions), _ => connector)]);

    private static string Text(object value) => value switch
    {
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF").TrimEnd('.'),
        DateOnly day => day.ToString("yyyy-MM-dd"),
        bool flag => flag ? "true" : "false",
        IFormattable other => other.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => $"{value}",
    };
}
