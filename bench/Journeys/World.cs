using System.Globalization;
using Merit.Attribution.Learning;
using Merit.Attribution.Rules;
using Merit.Diagnostics;
using Merit.Host.Plugins;
using Merit.Host.Samples;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Plugins;

namespace Merit.Bench.Journeys;

/// <summary>A warehouse of the demo's data, of a given size and in a folder of its own, and the models that run over it.</summary>
internal sealed class World : IDisposable
{
    public static readonly string[] Five = ["first", "last", "linear", "u-shaped", "time-decay"];
    public static readonly string[] Rules = [.. Five, "last-non-direct", "last-paid", "j-shaped", "inverse-j", "w-shaped", "full-path"];
    public static readonly string[] Learning = ["markov", "shapley", "shapley-ordered", "data-driven"];

    private readonly string _folder = Directory.CreateTempSubdirectory("merit-bench").FullName;

    // Most contacts buy, so that most touches lie in journeys.
    private const double Buyers = .8;

    /// <param name="touches">Touchpoints.</param>
    /// <param name="length">Touches of a journey, on average.</param>
    /// <param name="channels">How many channels there are.</param>
    public World(long touches, int length, int channels)
    {
        (Touches, Length, Channels) = (touches, length, channels);
        var registry = new PluginRegistry("bench", "built-in", new Place("bench"));
        new RulesPlugin().Register(registry);
        new LearningPlugin().Register(registry);
        Catalog = new PluginCatalog(registry.Entries);
        DemoGenerator.Write(_folder, new DemoOptions(touches) { JourneyLength = length, Channels = channels, Buyers = Buyers, Format = DemoFormat.Parquet });
        using var session = Open("warehouse");
        session.Execute(Statement("Data.sql"));
        Contacts = session.Scalar<long>("SELECT count(*) FROM contacts");
        Directory.Delete(Path.Combine(_folder, "data"), recursive: true);
    }

    public long Touches { get; }

    public int Length { get; }

    public int Channels { get; }

    public long Contacts { get; }

    public PluginCatalog Catalog { get; }

    public Session Open(string name) => Session.Open(FileOf(name), new SessionSettings { TempDirectory = Path.Combine(_folder, "temp"), AllowedDirectories = [_folder] });

    public string FileOf(string name) => Path.Combine(_folder, $"{name}.duckdb");

    public AttributionSettings Settings(IEnumerable<string> models) => new()
    {
        Default = "linear",
        Models = [.. models.Select(m => Catalog.Model(m) ?? throw new InvalidOperationException($"There is no model {m}.")).Select(e => new ModelSettings(e.Id, e.Id, Activator.CreateInstance(e.Options) ?? new NoOptions(), new Place("bench")))],
    };

    public string Statement(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file))
        .Replace("$touches", Text(Touches), StringComparison.Ordinal)
        .Replace("$contacts", Text(Contacts), StringComparison.Ordinal)
        .Replace("$data", Path.Combine(_folder, "data"), StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
