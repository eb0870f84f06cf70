using System.Diagnostics;
using System.Globalization;
using Merit.Bench.Daily;
using Merit.Diagnostics;
using Merit.Host.Plugins;
using Merit.Host.Warehouse.Deriving;
using Merit.Host.Warehouse.Keeping;
using Merit.Host.Warehouse.Loading;
using Merit.Host.Warehouse.Versions;
using Merit.Host.Workspaces;
using Merit.Plugins;

// Loads a source as a whole, then day by day what changed, up to the published version; prints medians, their ratio, and where a day's time goes.
var rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
var runs = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
var into = args.Length > 2 ? args[2] : "usage";
const double Share = 0.001;

// So many versions must lie before one of them can become a draft.
const int First = 4;
var folder = Path.Combine(Path.GetTempPath(), "merit-bench-daily");
if (Directory.Exists(folder))
{
    Directory.Delete(folder, recursive: true);
}

Directory.CreateDirectory(folder);
var source = new GrowingSource(rows, Share);
var plugins = new PluginCatalog([new PluginEntry(PluginKind.Connector, "growing", "1", "built-in", typeof(NoOptions), _ => source)]);
var full = new List<Taken>();
var daily = new List<Taken>();
Dictionary<string, List<double>> parts = new(StringComparer.Ordinal);
for (var run = 0; run < Math.Min(runs, 3); run++)
{
    full.Add(await Taken.ByAsync(() => LoadAsync(anew: true, note: false)));
    Console.WriteLine($"full     {full[^1]}");
}

for (var run = 0; run < First + runs; run++)
{
    var taken = await Taken.ByAsync(() => LoadAsync(anew: false, note: run >= First));
    Console.WriteLine($"daily    {taken}");
    if (run >= First)
    {
        daily.Add(taken);
    }
}

using var process = Process.GetCurrentProcess();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows into {into}, {source.Daily:N0} of them changed; {runs} runs, medians; version of {new FileInfo(Versions().Latest?.Path ?? folder).Length >> 20:N0} MB; peak memory {process.PeakWorkingSet64 >> 20:N0} MB"));
Console.WriteLine($"everything       {Taken.Median(full)}");
Console.WriteLine($"what changed     {Taken.Median(daily)}; ratio {Taken.Median(daily).Over(Taken.Median(full))}");
Console.WriteLine(string.Join(", ", parts.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Key} {p.Value.Order().ElementAt(p.Value.Count / 2):N0} ms"))));
return 0;

PublishedVersions Versions() => new(Path.Combine(folder, ".merit", "warehouse"));

async Task LoadAsync(bool anew, bool note)
{
    var at = new Place("merit.yaml");
    var workspace = new Workspace
    {
        Directory = folder, Name = "Bench", Currency = "CNY", Zone = TimeZoneInfo.Utc, ReadsAnew = anew,
        Attribution = new AttributionSettings { Default = "linear", Models = [] },
        Sources =
        [
            new Source
            {
                Name = "growing", Connector = "growing", Options = new NoOptions(), Into = into, Zone = TimeZoneInfo.Utc, At = at, Key = into is "usage" ? ["id"] : [],
                Columns =
                [
                    .. (into switch
                    {
                        "delivery" => new[] { "date=day", "campaign_id=campaign", "ad", "channel=source", "impressions", "clicks" },
                        "touchpoints" => ["touch_id=id", "contact_id=contact", "occurred_at=at", "campaign_id=campaign", "utm_source=source", "utm_medium=medium", "content_id=ad"],
                        "orders" => ["order_id=id", "contact_id=contact", "ordered_at=at", "campaign_id=campaign", "amount=clicks"],
                        _ => ["id", "contact", "campaign", "ad", "source", "medium", "impressions", "clicks", "day", "at"],
                    }).Select(c => c.Split('=')).Select(c => new ColumnMapping { Name = c[0], From = c[^1], At = at }),
                ],
            },
        ],
    };
    var watch = Stopwatch.StartNew();
    void Part(string name)
    {
        if (note)
        {
            parts.TryAdd(name, []);
            parts[name].Add(watch.Elapsed.TotalMilliseconds);
        }

        watch.Restart();
    }

    var versions = Versions();
    using var draft = versions.BeginDraft(DraftContent.Empty);
    var kept = KeptSources.Begin(versions, draft, workspace, CancellationToken.None);
    Part("draft");
    await using var inputs = await Inputs.GatherAsync(workspace, plugins, CancellationToken.None, kept);
    var session = draft.Open(inputs.Folders);
    Part("open");
    var outcome = await new Loader(session, workspace, inputs, draft.TempDirectory, TimeProvider.System) { Kept = kept }.LoadAsync(CancellationToken.None);
    Part("load");
    Derivation.Run(session, workspace);
    Part("derive");
    draft.Publish();
    Part("publish");
    if (outcome.Changes[0].WentOn == anew || outcome.Changes[0].Updated == anew)
    {
        throw new InvalidOperationException("It was not loaded as it should have been.");
    }
}
