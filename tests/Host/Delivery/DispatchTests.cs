using Merit.Host.Delivery;
using Merit.Host.Delivery.Carriers;
using Merit.Host.Tests.Schedules;

namespace Merit.Host.Tests.Delivery;

/// <summary>A parcel arrives at most once, however a process ends.</summary>
public sealed class DispatchTests : IDisposable
{
    private static readonly Parcel Parcel = new() { Key = "monday@2026/lead", Schedule = "monday", Occasion = DateTimeOffset.UnixEpoch, Workspace = "Guide", Subject = "Leads" };

    private readonly TemporaryFolder _folder = new();
    private readonly SetClock _clock = new(DateTimeOffset.UnixEpoch);

    [Theory]
    [InlineData(Point.Before, false, 1, "Delivered")]
    [InlineData(Point.HandedOver, false, 0, "Unknown")]
    [InlineData(Point.Arrived, false, 1, "Unknown")]
    [InlineData(Point.HandedOver, true, 1, "Delivered")]
    [InlineData(Point.Arrived, true, 2, "Delivered")]
    public async Task After_a_crash(Point crash, bool recognised, int arrivals, string state)
    {
        var carrier = new Carrier { IsRecognised = recognised, CrashesAt = crash };
        await Assert.ThrowsAsync<InvalidOperationException>(() => Send(carrier));
        carrier.CrashesAt = null;

        var became = await Send(carrier);

        // Twice only where the other side knows it for the same.
        Assert.Equal((arrivals, state), (carrier.Arrivals, $"{became.State}"));
        Assert.Equal(became.State, (await Send(carrier)).State);
        Assert.Equal(arrivals, carrier.Arrivals);
    }

    [Fact]
    public async Task A_line_that_was_half_written_counts_for_nothing()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Send(new Carrier { CrashesAt = Point.HandedOver }));
        var path = Path.Combine(_folder.Path, "deliveries.jsonl");
        var whole = File.ReadAllBytes(path);
        var begun = Array.IndexOf(whole, (byte)'\n') + 1;
        for (var length = begun; length < whole.Length - 1; length += 7)
        {
            File.WriteAllBytes(path, whole[..length]);
            var carrier = new Carrier();

            Assert.Equal(DeliveryState.Delivered, (await Send(carrier)).State);
            Assert.Equal(1, carrier.Arrivals);
            Assert.Equal(DeliveryState.Delivered, new DeliveryJournal(_folder.Path).Last(Parcel.Key)?.State);
        }
    }

    [Fact]
    public async Task What_fails_is_tried_again_after_longer_and_longer_waits()
    {
        var carrier = new Carrier { Failures = 5 };

        var became = await Send(carrier);

        Assert.Equal((DeliveryState.Failed, 5, 0), (became.State, became.Attempt, carrier.Arrivals));
        Assert.Equal([2, 10, 60, 300], _clock.Waits.Select(w => w.TotalSeconds));
        Assert.Equal("the answer was 503 to ***", became.Detail);
        Assert.Equal(DeliveryState.Failed, (await Send(carrier)).State);
    }

    [Fact]
    public async Task Whoever_asks_to_be_left_alone_is_left_alone()
    {
        var carrier = new Carrier { Failures = 2, After = TimeSpan.FromSeconds(45) };

        Assert.Equal((DeliveryState.Delivered, 3), ((await Send(carrier)).State, carrier.Attempts));
        Assert.Equal([45, 45], _clock.Waits.Select(w => w.TotalSeconds));
    }

    [Fact]
    public async Task What_can_never_be_is_tried_once()
    {
        var carrier = new Carrier { Failures = 1, IsLasting = true };

        Assert.Equal((DeliveryState.Failed, 1), ((await Send(carrier)).State, carrier.Attempts));
    }

    public void Dispose() => _folder.Dispose();

    private Task<DeliveryEntry> Send(ICarrier carrier) =>
        new Dispatch(new DeliveryJournal(_folder.Path), _clock).SendAsync(Parcel, "lead", carrier, text => text.Replace("secret", "***", StringComparison.Ordinal), CancellationToken.None);

    /// <summary>Where a process ends.</summary>
    public enum Point
    {
        Before,
        HandedOver,
        Arrived,
    }

    private sealed class Carrier : ICarrier
    {
        public bool IsRecognised { get; init; }

        public Point? CrashesAt { get; set; }

        public int Failures { get; set; }

        public bool IsLasting { get; init; }

        public TimeSpan? After { get; init; }

        public int Attempts { get; private set; }

        public int Arrivals { get; private set; }

        public Task CarryAsync(Parcel parcel, Action handingOver, CancellationToken stop)
        {
            Attempts++;
            Crash(Point.Before);
            if (Failures-- > 0)
            {
                throw new CarrierException("the answer was 503 to secret") { IsLasting = IsLasting, After = After };
            }

            handingOver();
            Crash(Point.HandedOver);
            Arrivals++;
            Crash(Point.Arrived);
            return Task.CompletedTask;
        }

        private void Crash(Point at)
        {
            if (CrashesAt == at)
            {
                throw new InvalidOperationException("The process ends.");
            }
        }
    }
}
