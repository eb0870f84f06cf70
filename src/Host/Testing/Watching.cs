namespace Merit.Host.Testing;

/// <summary>Does something again whenever files change. An editor saves in several steps, and several files at once: it waits until they are quiet.</summary>
internal sealed class Watching(IFileChanges changes, TimeProvider clock)
{
    /// <summary>How long nothing must change before it is done again.</summary>
    public static TimeSpan Quiet { get; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Does it, and again, until it is stopped.</summary>
    public async Task RunAsync(Func<Task> work, CancellationToken stop)
    {
        await work();
        while (true)
        {
            await changes.NextAsync(stop);
            do
            {
                await Task.Delay(Quiet, clock, stop);
            }
            while (TakeAll());

            await work();
        }
    }

    private bool TakeAll()
    {
        var any = false;
        while (changes.TryTake() is not null)
        {
            any = true;
        }

        return any;
    }
}
