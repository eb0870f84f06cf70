namespace Merit.Bench.Serving;

/// <summary>Somebody who clicks: mostly through the pages that all look at, now and then for something nobody has asked for yet. A seed of its own makes it the same in every run.</summary>
internal sealed class Person(Site site, Questions questions, int seed)
{
    // One in so many clicks asks for what is not yet known to anybody.
    private const int Rare = 5;

    private static readonly TimeSpan Thinks = TimeSpan.FromSeconds(1);

    private readonly Random _random = new(seed);

    public async Task<List<Click>> ClickAsync(CancellationToken end)
    {
        var clicks = new List<Click>();
        try
        {
            // They did not all arrive at the same moment.
            await Task.Delay(Thinks * _random.NextDouble(), end);
            while (true)
            {
                var (kind, page) = _random.Next(Rare) == 0 ? ("new question", questions.Next(_random)) : Pages.Of(_random);
                var (taken, fine) = await site.TryAsync(page, end);
                clicks.Add(new Click(kind, page, taken, fine));
                await Task.Delay(Thinks * (0.5 + _random.NextDouble()), end);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            return clicks;
        }
    }
}

/// <summary>A click.</summary>
/// <param name="Kind">On what.</param>
/// <param name="Page">Its address.</param>
/// <param name="Taken">How long until the whole page was there.</param>
/// <param name="Fine">Whether it came.</param>
internal sealed record Click(string Kind, string Page, TimeSpan Taken, bool Fine)
{
    public static TimeSpan Percentile(List<Click> clicks, double share)
    {
        var ordered = clicks.Select(c => c.Taken).Order().ToList();
        return ordered.Count == 0 ? TimeSpan.Zero : ordered[Math.Min(ordered.Count - 1, (int)Math.Ceiling(share * ordered.Count) - 1)];
    }
}

/// <summary>What people click on.</summary>
internal static class Pages
{
    /// <summary>Pages everybody looks at.</summary>
    public static IReadOnlyList<string> Fixed { get; } =
    [
        "/", "/campaigns", "/campaigns?sort=cpl", "/campaigns?type=lead-gen", "/channels", "/channels?period=2025-Q4", "/reports", "/data", "/alerts", "/schedules", "/?period=2025-Q4", "/?period=2025&compare=year-ago",
        "/attribution", "/explore", "/explore?metrics=cost,cpl,roi&by=channel&total=true&period=2025", "/explore?metrics=new_leads&by=month&as=line",
    ];

    public static (string Kind, string Page) Of(Random random)
    {
        var page = Fixed[random.Next(Fixed.Count)];
        return (page.Split('?')[0] is var path && path is "/" ? "overview" : path[1..], page);
    }
}
