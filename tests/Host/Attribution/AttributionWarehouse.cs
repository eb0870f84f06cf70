using System.Globalization;
using Merit.Attribution.Learning;
using Merit.Attribution.Rules;
using Merit.Diagnostics;
using Merit.Host.Attribution;
using Merit.Host.Plugins;
using Merit.Host.Warehouse.Deriving;
using Merit.Host.Warehouse.Mapping;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Plugins.Attribution;

namespace Merit.Host.Tests.Attribution;

/// <summary>An engine in memory with the tables that attribution reads.</summary>
internal sealed class AttributionWarehouse : IDisposable
{
    private static readonly Place Nowhere = new("merit.yaml", 7, 3);
    private readonly string _folder = Directory.CreateTempSubdirectory("merit-attribution").FullName;
    private readonly List<string> _touches = [];
    private readonly List<string> _conversions = [];
    private readonly List<PluginEntry> _entries = [];
    private readonly List<ModelSettings> _models = [];

    public AttributionWarehouse(params string[] reads)
    {
        Session = Session.Open(":memory:", new SessionSettings { TempDirectory = _folder, Threads = 2, AllowedDirectories = reads });
        Session.Execute("""
            CREATE TABLE touchpoints (touch_id VARCHAR, contact_id VARCHAR, occurred_at TIMESTAMP, campaign_id VARCHAR, channel VARCHAR);
            CREATE TABLE conversions (conversion_id VARCHAR, kind VARCHAR, contact_id VARCHAR, account_id VARCHAR, customer_id VARCHAR, lead_id VARCHAR,
              converted_at TIMESTAMP, value DECIMAL(18,4), cost_of_goods DECIMAL(18,4), first_sale BOOLEAN);
            CREATE TABLE contacts (contact_id VARCHAR, account_id VARCHAR);
            CREATE TABLE leads (lead_id VARCHAR, created_at TIMESTAMP);
            CREATE TABLE sales (sale_id VARCHAR, opportunity_id VARCHAR);
            CREATE TABLE opportunities (opportunity_id VARCHAR, created_at TIMESTAMP);
            """);
        var registry = new PluginRegistry("1.0", "built-in", new Place("rules.dll"));
        new RulesPlugin().Register(registry);
        new LearningPlugin().Register(registry);
        _entries.AddRange(registry.Entries);
    }

    public Session Session { get; }

    public TimeSpan Lookback { get; init; } = TimeSpan.FromDays(90);

    public JourneyRules Rules { get; init; } = new();

    public Dictionary<string, double> CampaignWeights { get; } = new(StringComparer.Ordinal);

    public bool ByAccount { get; init; }

    public List<CalibratedModel> Calibrated { get; } = [];

    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    public static DateTime Day(double day) => new DateTime(2025, 3, 1, 0, 0, 0, DateTimeKind.Utc).AddTicks((long)(day * TimeSpan.TicksPerDay));

    public void Touch(string id, string? contact, DateTime at, string? channel, string? campaign = null) =>
        _touches.Add($"({Text(id)}, {Text(contact)}, {Time(at)}, {Text(campaign)}, {Text(channel)})");

    public void Convert(string id, string? contact, DateTime? at, decimal? value = 0, string? account = null, string? lead = null, string kind = "sale") =>
        _conversions.Add(string.Create(CultureInfo.InvariantCulture,
            $"({Text(id)}, {Text(kind)}, {Text(contact)}, {Text(account)}, {Text(account ?? contact)}, {Text(lead)}, {Time(at)}, {value?.ToString(CultureInfo.InvariantCulture) ?? "NULL"}, NULL, true)"));

    public void Contact(string id, string account) => Session.Execute("INSERT INTO contacts VALUES ($1, $2)", id, account);

    /// <summary>A result of the days from one day up to another, both counted.</summary>
    public AttributionWarehouse Experiment(string id, string? channel, double? measured, (double Low, double High)? interval = null, int from = 0, int to = 365, string? campaign = null, string? kind = null, double? confidence = null)
    {
        Session.Execute(TableLayout.Of("experiments", []).Create());
        Session.Execute(
            "INSERT INTO experiments BY NAME SELECT $1 AS experiment_id, $2 AS channel, $3 AS campaign_id, $4::DATE AS started_on, $5::DATE AS ended_on, $6 AS kind, $7 AS incremental_conversions, $8 AS incremental_low, $9 AS incremental_high, $10 AS confidence, 'holdout' AS method",
            id, channel, campaign, Day(from), Day(to), kind, measured, interval?.Low, interval?.High, confidence);
        return this;
    }

    public AttributionWarehouse Calibrate(string model)
    {
        Calibrated.Add(new CalibratedModel(model, Nowhere));
        return this;
    }

    /// <summary>A journey of its own contact: one touch a channel, an hour apart.</summary>
    public void Path(string conversion, string path, decimal value = 0)
    {
        var channels = path.Split('>', StringSplitOptions.TrimEntries);
        foreach (var (channel, i) in channels.Select((c, i) => (c, i)))
        {
            Touch(string.Create(CultureInfo.InvariantCulture, $"{conversion}-{i:D3}"), conversion, Day(10).AddHours(i), channel);
        }

        Convert(conversion, conversion, Day(10).AddHours(channels.Length), value);
    }

    public AttributionWarehouse Model(string id, object? options = null, string? name = null, JourneyChanges? journeys = null)
    {
        var entry = _entries.Find(e => string.Equals(e.Id, id, StringComparison.Ordinal));
        _models.Add(new ModelSettings(name ?? id, id, options ?? Activator.CreateInstance(entry?.Options ?? typeof(object)) ?? new object(), Nowhere) { Journeys = journeys ?? JourneyChanges.None });
        return this;
    }

    public AttributionWarehouse Rule(string id, Func<Touch, Term> weigh)
    {
        _entries.Add(new PluginEntry(PluginKind.Rule, id, "1.0", "test", typeof(object), _ => new Written(weigh)));
        return Model(id);
    }

    public AttributionWarehouse Entry(PluginEntry entry)
    {
        _entries.Add(entry);
        return Model(entry.Id);
    }

    public AttributionSettings Settings => new()
    {
        Default = _models.Count > 0 ? _models[0].Name : "",
        Models = _models,
        Journeys = Rules with { Lookback = Lookback },
        CampaignWeights = CampaignWeights,
        ByAccount = ByAccount,
        Calibrated = Calibrated,
        Zone = Zone,
    };

    public PluginCatalog Catalog => new(_entries);

    /// <summary>Puts what was given into the tables.</summary>
    public void Fill()
    {
        Insert("touchpoints", _touches);
        Insert("conversions", _conversions);
    }

    public JourneySummary Run()
    {
        Fill();
        var summary = Credits.Build(Session, Settings, Catalog);
        foreach (var view in new[] { "journeys", "channel_overlaps" })
        {
            Session.Execute($"CREATE OR REPLACE VIEW main.{view} AS {DerivedViews.All[view]}");
        }

        return summary;
    }

    /// <summary>Credit by channel, in order of channel: attributed conversions and their value.</summary>
    public IReadOnlyDictionary<string, (double Conversions, double Value)> Credit(string model) => Session.Query(
        $"SELECT coalesce(channel, '(none)'), sum({SqlText.Name(model)}), coalesce(sum({SqlText.Name(model)} * value::DOUBLE), 0) FROM credits GROUP BY 1",
        row => (Channel: row.GetString(0), Conversions: row.GetDouble(1), Value: row.GetDouble(2)))
        .ToDictionary(r => r.Channel, r => (r.Conversions, r.Value), StringComparer.Ordinal);

    /// <summary>The shares of one conversion's touches, in order of position.</summary>
    public IReadOnlyList<double> Shares(string model, string conversion) => Session.Query(
        $"SELECT {SqlText.Name(model)} FROM credits WHERE conversion_id = $1 ORDER BY position", row => row.GetDouble(0), conversion);

    public void Dispose()
    {
        Session.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Insert(string table, List<string> rows)
    {
        foreach (var some in rows.Chunk(2000))
        {
            Session.Execute($"INSERT INTO {table} VALUES {string.Join(", ", some)}");
        }

        rows.Clear();
    }

    private static string Text(string? text) => SqlText.TextOrNull(text);

    private static string Time(DateTime? at) =>
        at is { } time ? string.Create(CultureInfo.InvariantCulture, $"TIMESTAMP '{time:yyyy-MM-dd HH:mm:ss.ffffff}'") : "NULL";

    private sealed class Written(Func<Touch, Term> weigh) : IRuleModel
    {
        public Term Weigh(Touch touch) => weigh(touch);
    }
}
