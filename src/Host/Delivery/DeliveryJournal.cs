namespace Merit.Host.Delivery;

/// <summary>What became of every delivery, written down before and after each step: <c>.merit/deliveries.jsonl</c>.</summary>
internal sealed class DeliveryJournal(string stateDirectory)
{
    private readonly DurableLines<DeliveryEntry> _lines = new(Path.Combine(stateDirectory, "deliveries.jsonl"));

    public IReadOnlyList<DeliveryEntry> All => _lines.Read();

    /// <summary>How far a delivery is: its last entry; null where it was never begun.</summary>
    public DeliveryEntry? Last(string key) => _lines.Read().LastOrDefault(e => e.Key == key);

    public void Append(DeliveryEntry entry) => _lines.Append(entry);
}

/// <summary>One step of a delivery.</summary>
internal sealed record DeliveryEntry
{
    /// <summary>What is delivered to whom on which occasion: never delivered twice.</summary>
    public required string Key { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DeliveryState State { get; init; }

    /// <summary>The schedule it belongs to; empty for one by hand.</summary>
    public required string Schedule { get; init; }

    /// <summary>A name under <c>recipients</c>.</summary>
    public required string Recipient { get; init; }

    public required IReadOnlyList<string> Reports { get; init; }

    /// <summary>Which attempt it was, from 1.</summary>
    public int Attempt { get; init; }

    /// <summary>What went wrong; no secret is ever in it.</summary>
    public string? Detail { get; init; }
}

/// <summary>How far a delivery is.</summary>
internal enum DeliveryState
{
    /// <summary>An attempt was begun; nothing can have arrived yet.</summary>
    Begun,

    /// <summary>From here on it may have arrived.</summary>
    HandingOver,

    /// <summary>It arrived.</summary>
    Delivered,

    /// <summary>The attempt failed; there will be another.</summary>
    AttemptFailed,

    /// <summary>The last attempt failed.</summary>
    Failed,

    /// <summary>Whether it arrived is not known; it is not sent again.</summary>
    Unknown,
}
