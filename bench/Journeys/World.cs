using System.Globalization;
using Merit.Attribution.Learning;
using Merit.Attribution.Rules;
using Merit.Diagnostics;
using Merit.Host.Plugins;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Plugins;

namespace Merit.Bench.Journeys;

/// <summary>A warehouse of a given size in a folder of its own, and the models that run over it.</summary>
internal sealed class World : IDisposable
{
    public static readonly string[] Five = ["first", "last", "linear", "u-shaped", "time-decay"];
    public static readonly string[] Rules = [.. Five, "last-non-direct", "last-paid", "j-shaped", "inverse-j", "w-shaped", "full-path"];
    public static readonly string[] Learning = ["markov", "shapley", "shapley-ordered", "data-driven"];

    private readonly string _folder = Directory.CreateTempSubdirectory("merit-bench").FullName;

    /// <param name="touches">Touches that lie in journeys.</param>
    /// <param name="length">Touches of a journey, on average.</param>
    /// <param name="channels">How many channels there are.</param>
    public World(long touches, int length, int channels)
    {
        (Touches, Length, Channels) = (touches, length, channels);
        var registry = new PluginRegistry("bench", "built-in", new Place("bench"));
        new RulesPlugin().Register(registry);
        new LearningPlugin().Register(registry);
        Catalog = new PluginCatalog(registry.Entries);
        using var session = Open("warehouse");
        session.Execute(Statement("Data.sql"));
    }

    public long Touches { get; }

    public int Length { get; }

    public int Channels { get; }

    public PluginCatalog Catalog { get; }

    public Session Open(string name) => Session.Open(FileOf(name), new SessionSettings { TempDirectory = Path.Combine(_folder, "temp"), AllowedDirectories = [_folder] });

    public string FileOf(string name) => Path.Combine(_folder, $"{name}.duckdb");

    public AttributionSettings Settings(IEnumerable<string> models) => new()
    {
        Default = "linear",
        Models = [.. models.Select(m => Catalog.Model(m) ?? throw new InvalidOperationException($"There is no model {m}.")).Select(e => new ModelSettings(e.Id, e.Id, Activator.CreateInstance(e.Options) ?? new NoOptions(), new Place("bench")))],
    };

    // Four contacts of five convert, so that a fifth more touches are needed.
    public string Statement(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file))
        .Replace("$touches", Text(Touches * 5 / 4), StringComparison.Ordinal)
        .Replace("$contacts", Text(Touches * 5 / 4 / Length), StringComparison.Ordinal)
        .Replace("$channels", Text(Channels), StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
