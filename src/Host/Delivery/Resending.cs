using System.Collections.Concurrent;

namespace Merit.Host.Delivery;

/// <summary>Sends past reports once more, over the data as they are now, and knows what came of it while the dashboard is served.</summary>
/// <param name="send">Does it: <c>merit deliver</c> with these arguments, in a process of its own; whether it was fine.</param>
internal sealed class Resending(Func<IReadOnlyList<string>, Action<string>, Task<bool>> send)
{
    // Of a look at the page shortly after; what is older stands in the journal.
    private const int MostKnown = 50;

    private readonly ConcurrentDictionary<string, Resent> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    /// <summary>What came of one; null where nothing is known of it.</summary>
    public Resent? Of(string once) => _known.GetValueOrDefault(once);

    /// <summary>Sends one; the same form sent twice sends it once.</summary>
    /// <param name="once">What tells this form from every other.</param>
    /// <param name="report">The report, or what its series is made of.</param>
    /// <param name="item">The member of the series, or null.</param>
    /// <param name="title">What its readers call it.</param>
    /// <param name="recipients">Who gets it.</param>
    public void Start(string once, string report, string? item, string title, IReadOnlyList<string> recipients)
    {
        var resent = new Resent(title, recipients);
        if (!_known.TryAdd(once, resent))
        {
            return;
        }

        _order.Enqueue(once);
        while (_order.Count > MostKnown && _order.TryDequeue(out var old))
        {
            _known.TryRemove(old, out _);
        }

        IReadOnlyList<string> arguments = ["deliver", report, .. recipients.SelectMany(r => new[] { "--to", r }), "--key", $"again/{once}", .. item is null ? [] : new[] { "--item", item }];
        resent.Ended = send(arguments, resent.Notes.Enqueue);
    }
}

/// <summary>A report that is sent again.</summary>
/// <param name="Title">What its readers call it.</param>
/// <param name="Recipients">Who gets it.</param>
internal sealed record Resent(string Title, IReadOnlyList<string> Recipients)
{
    /// <summary>What the command says.</summary>
    public ConcurrentQueue<string> Notes { get; } = new();

    /// <summary>Whether all went well, once it has ended.</summary>
    public Task<bool> Ended { get; set; } = new TaskCompletionSource<bool>().Task;
}
