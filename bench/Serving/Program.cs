using System.Globalization;
using Merit.Bench.Serving;

// Serves the demo and has people click through it: how long the first page takes, each of the others alone, a template that is edited, and then all at once. Ends with 1 where that is longer than is aimed at.
const int Saves = 20;
var touchpoints = args.Length > 0 ? args[0] : "1000000";
var people = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 20;
var seconds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 60;
using var demo = Demo.Made(touchpoints, args.Length > 3 ? args[3] : null);
using var site = await Site.StartAsync(demo.Folder);
var first = await site.ShowAsync("/");
var again = await site.ShowAsync("/");
Say($"{touchpoints} touchpoints; the address is there after {site.Opened.TotalMilliseconds:N0} ms");
Say($"first page, cold {first.TotalMilliseconds,7:N0} ms; again {again.TotalMilliseconds:N0} ms (aim: cold below 1,000 ms)");

// What nobody asked for yet, one after the other.
foreach (var page in Pages.Fixed)
{
    var alone = await site.ShowAsync(page);
    Say($"alone {alone.TotalMilliseconds,7:N0} ms  {page}");
}

var preview = new Preview(site, demo.Folder);
var words = await preview.SaveAsync(Saves, _ => "");
var asked = await preview.SaveAsync(Saves, i => $"{{{{table \"cost, new_leads, revenue\" by=\"channel\" where=\"campaign_owner != {i}\"}}}}");
Say($"saved, seen (words)           {Preview.Told(words)} (aim: below 300 ms)");
Say($"saved, seen (another table)   {Preview.Told(asked)}");

using var end = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
var questions = await Questions.OfAsync(site);
var clicks = await Task.WhenAll(Enumerable.Range(0, people).Select(person => new Person(site, questions, person).ClickAsync(end.Token)));
var all = clicks.SelectMany(c => c).ToList();
foreach (var kind in all.GroupBy(c => c.Kind, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
{
    Tell(kind.Key, [.. kind]);
}

Tell("all", all);
foreach (var slow in all.OrderByDescending(c => c.Taken).Take(5).Concat(all.Where(c => !c.Fine)))
{
    Say($"{(slow.Fine ? "slow" : "not answered"),-14} {slow.Taken.TotalMilliseconds,7:N0} ms  {slow.Page}");
}

return first < TimeSpan.FromSeconds(1) && Click.Percentile(all, 0.95) < TimeSpan.FromMilliseconds(200) && words.Order().ElementAt(Saves / 2) < TimeSpan.FromMilliseconds(300) && all.TrueForAll(c => c.Fine) ? 0 : 1;

static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

static void Tell(string what, List<Click> clicks) => Say(
    $"{what,-14} {clicks.Count,6:N0} clicks  p50 {Click.Percentile(clicks, 0.5).TotalMilliseconds,6:N0} ms  p95 {Click.Percentile(clicks, 0.95).TotalMilliseconds,6:N0} ms  longest {clicks.Max(c => c.Taken).TotalMilliseconds,6:N0} ms  not answered {clicks.Count(c => !c.Fine)}");
