using System.Diagnostics;
using System.Globalization;
using Merit.Bench.Identity;
using Merit.Diagnostics;
using Merit.Host.Plugins;
using Merit.Host.Warehouse.Deriving;
using Merit.Host.Warehouse.Loading;
using Merit.Host.Warehouse.Versions;
using Merit.Host.Workspaces;
using Merit.Plugins;

// Loads the contacts of three systems without and with rules of identity, and with hashed values, in turn; prints medians and what joining people adds.
var contacts = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
var runs = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 3;
var folder = Path.Combine(Path.GetTempPath(), "merit-bench-identity");
var plugins = new PluginCatalog([.. Enumerable.Range(0, 3).Select(s => new PluginEntry(PluginKind.Connector, $"system{s}", "1", "built-in", typeof(NoOptions), _ => new Systems(contacts, s)))]);
var at = new Place("merit.yaml");
IdentityKey[] keys = [IdentityKey.Usual("email"), IdentityKey.Usual("phone") with { Country = "86" }];
var joined = new IdentitySettings { Keys = keys, At = at };
List<Taken> without = [], with = [], hashed = [];
long people = 0;
for (var run = 0; run <= runs; run++)
{
    Taken[] taken = [await Taken.ByAsync(() => LoadAsync(null)), await Taken.ByAsync(() => LoadAsync(joined)), await Taken.ByAsync(() => LoadAsync(joined with { Hashed = ["email", "phone"], Secret = "0123456789abcdef" }))];
    Console.WriteLine(string.Join("; ", taken.Select(t => t.ToString())));
    if (run > 0 || runs == 0)
    {
        without.Add(taken[0]);
        with.Add(taken[1]);
        hashed.Add(taken[2]);
    }
}

using var process = Process.GetCurrentProcess();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{contacts:N0} contacts of three systems, {people:N0} people; {Math.Max(runs, 1)} runs, medians; peak memory {process.PeakWorkingSet64 >> 20:N0} MB"));
Console.WriteLine($"each for itself      {Taken.Median(without)}");
Console.WriteLine($"joined               {Taken.Median(with)}; ratio {Taken.Median(with).Over(Taken.Median(without))}");
Console.WriteLine($"joined, and hashed   {Taken.Median(hashed)}; ratio {Taken.Median(hashed).Over(Taken.Median(without))}");
return 0;

async Task LoadAsync(IdentitySettings? identity)
{
    if (Directory.Exists(folder))
    {
        Directory.Delete(folder, recursive: true);
    }

    Directory.CreateDirectory(folder);
    var workspace = new Workspace
    {
        Directory = folder, Name = "Bench", Currency = "CNY", Zone = TimeZoneInfo.Utc, Identity = identity,
        Attribution = new AttributionSettings { Default = "linear", Models = [] },
        Sources =
        [
            .. Enumerable.Range(0, 3).Select(s => new Source
            {
                Name = $"system{s}", Connector = $"system{s}", Options = new NoOptions(), Into = "contacts", Zone = TimeZoneInfo.Utc, At = at,
                Columns = [.. new[] { "contact_id=id", "email=mail", "phone=tel", "created_at=created" }.Select(c => c.Split('=')).Select(c => new ColumnMapping { Name = c[0], From = c[1], At = at })],
            }),
        ],
    };
    var versions = PublishedVersions.Of(workspace);
    using var draft = versions.BeginDraft(DraftContent.Empty);
    await using var inputs = await Inputs.GatherAsync(workspace, plugins, CancellationToken.None);
    var session = draft.Open(inputs.Folders);
    await new Loader(session, workspace, inputs, draft.TempDirectory, TimeProvider.System).LoadAsync(CancellationToken.None);
    Derivation.Run(session, workspace);
    people = session.Scalar<long>("SELECT count(DISTINCT contact_id) FROM contacts");
    draft.Publish();
}
