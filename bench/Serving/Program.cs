using System.Globalization;
using Merit.Bench.Serving;

// Serves the demo and has people click through it: how long the first page takes, and then each of the others. Ends with 1 where that is longer than is aimed at.
var touchpoints = args.Length > 0 ? args[0] : "1000000";
var people = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 20;
var seconds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 60;
using var demo = Demo.Made(touchpoints, args.Length > 3 ? args[3] : null);
using var site = await Site.StartAsync(demo.Folder);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{touchpoints} touchpoints; the address is there after {site.Opened.TotalMilliseconds:N0} ms"));

var first = await site.ShowAsync("/");
var again = await site.ShowAsync("/");
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first page, cold {first.TotalMilliseconds,7:N0} ms; again {again.TotalMilliseconds:N0} ms (aim: cold below 1,000 ms)"));

// What nobody asked for yet, one after the other: every page computed.
foreach (var page in Pages.Fixed)
{
    var alone = await site.ShowAsync(page);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"alone {alone.TotalMilliseconds,7:N0} ms  {page}"));
}

using var end = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
var clicks = await Task.WhenAll(Enumerable.Range(0, people).Select(person => new Person(site, person).ClickAsync(end.Token)));
var all = clicks.SelectMany(c => c).ToList();
foreach (var kind in all.GroupBy(c => c.Kind, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
{
    Say(kind.Key, [.. kind]);
}

Say("all", all);
return first < TimeSpan.FromSeconds(1) && Click.Percentile(all, 0.95) < TimeSpan.FromMilliseconds(200) && all.TrueForAll(c => c.Fine) ? 0 : 1;

static void Say(string what, List<Click> clicks) => Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{what,-14} {clicks.Count,6:N0} clicks  p50 {Click.Percentile(clicks, 0.5).TotalMilliseconds,6:N0} ms  p95 {Click.Percentile(clicks, 0.95).TotalMilliseconds,6:N0} ms  longest {clicks.Max(c => c.Taken).TotalMilliseconds,6:N0} ms  not answered {clicks.Count(c => !c.Fine)}"));
