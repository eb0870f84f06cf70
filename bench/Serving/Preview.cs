using System.Diagnostics;
using System.Globalization;

namespace Merit.Bench.Serving;

/// <summary>Somebody at a template: saves it, and waits until the browser has the page that shows it. What the site tells open pages is heard, as a page does, and then the page is fetched.</summary>
internal sealed class Preview(Site site, string folder)
{
    private const string Name = "edited";
    private const string Address = "/reports/live/" + Name;

    private readonly string _file = Path.Combine(folder, "reports", Name + ".md");
    private readonly string _text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Site.Command) ?? "", "reports", "overview.md"));

    /// <summary>How long each of so many saves took to be seen.</summary>
    /// <param name="times">How many.</param>
    /// <param name="change">What is changed: by the number of the save, what stands at the end of the template.</param>
    public async Task<List<TimeSpan>> SaveAsync(int times, Func<int, string> change)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file) ?? folder);
        await File.WriteAllTextAsync(_file, _text);
        try
        {
            await site.ShowAsync(Address);
            using var events = new StreamReader(await site.ListenAsync());
            await NextAsync(events);
            var taken = new List<TimeSpan>();
            for (var i = 0; i < times; i++)
            {
                taken.Add(await SeenAsync(events, $"{change(i)}\n\nSaved for the time {i} in {Environment.ProcessId}.\n"));
            }

            return taken;
        }
        finally
        {
            File.Delete(_file);
        }
    }

    private async Task<TimeSpan> SeenAsync(StreamReader events, string end)
    {
        var text = $"{_text}\n{end}";
        var watch = Stopwatch.StartNew();
        await File.WriteAllTextAsync(_file, text);
        var saved = end.TrimEnd().Split('\n')[^1];
        while (true)
        {
            await NextAsync(events);
            if ((await site.TextAsync(Address)).Contains(saved, StringComparison.Ordinal))
            {
                return watch.Elapsed;
            }
        }
    }

    private static async Task NextAsync(StreamReader events)
    {
        while (await events.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException("It tells nothing any more.");
    }

    public static string Told(List<TimeSpan> taken) => string.Create(
        CultureInfo.InvariantCulture,
        $"{taken.Count} saves  median {taken.Order().ElementAt(taken.Count / 2).TotalMilliseconds:N0} ms  longest {taken.Max().TotalMilliseconds:N0} ms");
}
