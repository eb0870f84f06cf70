using Merit.Host.Delivery.Carriers;

namespace Merit.Host.Delivery;

/// <summary>Delivers parcels: each at most once, written down before and after, and tried again as long as there is hope.</summary>
/// <param name="journal">Where it is written down.</param>
/// <param name="clock">The time, and the waiting between attempts.</param>
internal sealed class Dispatch(DeliveryJournal journal, TimeProvider clock)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>How long to wait after each attempt that failed; the last one has none after it.</summary>
    public IReadOnlyList<TimeSpan> Waits { get; init; } = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    /// <summary>What became of it: now, or before where it was delivered before.</summary>
    /// <param name="parcel">What to deliver.</param>
    /// <param name="recipient">The recipient's name.</param>
    /// <param name="carrier">What takes it there.</param>
    /// <param name="hide">Takes secrets out of a text.</param>
    /// <param name="stop">Asks to stop.</param>
    public async Task<DeliveryEntry> SendAsync(Parcel parcel, string recipient, ICarrier carrier, Func<string, string> hide, CancellationToken stop)
    {
        var last = journal.Last(parcel.Key);
        switch (last?.State)
        {
            case DeliveryState.Delivered or DeliveryState.Failed or DeliveryState.Unknown:
                return last;
            case DeliveryState.HandingOver when !carrier.IsRecognised:
                // The process ended while it was at it. Twice is worse than a word about it.
                return Keep(DeliveryState.Unknown, last.Attempt, "the program ended while it was handed over");
        }

        for (var attempt = (last?.Attempt ?? 0) + 1; ; attempt++)
        {
            Keep(DeliveryState.Begun, attempt, null);
            try
            {
                await carrier.CarryAsync(parcel, () => Keep(DeliveryState.HandingOver, attempt, null), stop);
                return Keep(DeliveryState.Delivered, attempt, null);
            }
            catch (CarrierException failed)
            {
                var why = hide(failed.Message);
                if (failed.IsUnanswered && !carrier.IsRecognised)
                {
                    return Keep(DeliveryState.Unknown, attempt, why);
                }

                if (failed.IsLasting || attempt > Waits.Count)
                {
                    return Keep(DeliveryState.Failed, attempt, why);
                }

                Keep(DeliveryState.AttemptFailed, attempt, why);
                var wait = failed.After is { } asked && asked > Waits[attempt - 1] ? asked : Waits[attempt - 1];
                await Task.Delay(wait < LongestWait ? wait : LongestWait, clock, stop);
            }
        }

        DeliveryEntry Keep(DeliveryState state, int attempt, string? detail)
        {
            var entry = new DeliveryEntry
            {
                Key = parcel.Key, At = clock.GetUtcNow(), State = state, Schedule = parcel.Schedule, Recipient = recipient,
                Reports = [.. parcel.Reports.Select(r => r.Name)], Attempt = attempt, Detail = detail,
            };
            journal.Append(entry);
            return entry;
        }
    }
}
