using System.Diagnostics;
using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Guide;

/// <summary>A run that is killed, wherever it is, spoils nothing: every page is the old one or the new one, and the next run works.</summary>
public sealed class KilledRunTests
{
    private const int KillsByTime = 5;
    private const int MostRuns = 10;

    // Pages that are in place when the process is killed: in the midst of writing.
    private static readonly int[] KillsByPage = [1, 3];

    [Fact]
    public async Task Killed_at_any_moment_it_leaves_whole_pages_and_the_next_run_works()
    {
        using var workspace = TemporaryWorkspace.Of("guide");
        Rename(workspace, "Guide");
        // The first is killed while the scripts are compiled; there is nothing yet.
        await KilledAfter(workspace, TimeSpan.FromSeconds(1));

        List<IReadOnlyDictionary<string, string>> known = [Finished(workspace)];
        Rename(workspace, "Other");
        var clock = Stopwatch.StartNew();
        known.Add(Finished(workspace));
        var whole = clock.Elapsed;
        Assert.All(known[0], page => Assert.NotEqual(page.Value, known[1][page.Key]));

        var random = new Random(20250301);
        var kills = 0;
        foreach (var kill in Moments(random, whole).Concat(KillsByPage.Select(n => (Func<TemporaryWorkspace, Task>)(w => KilledAtPage(w, n)))))
        {
            var turn = kills++ % 2;
            Rename(workspace, turn == 0 ? "Guide" : "Other");
            await kill(workspace);
            Assert.All(Pages(workspace), page => Assert.Contains(page.Value, known.Select(k => k.GetValueOrDefault(page.Key))));
            Assert.Equal(known[turn], Finished(workspace));
        }

        // Nothing of the killed ones stays behind either.
        Assert.Empty(Directory.EnumerateFileSystemEntries(workspace.PathOf(".merit/pages")));
        Assert.False(Directory.Exists(workspace.PathOf(".merit/warehouse/drafts")));
    }

    // Spread over the length of a run, each somewhere in its own stretch of it.
    private static IEnumerable<Func<TemporaryWorkspace, Task>> Moments(Random random, TimeSpan whole) =>
        from i in Enumerable.Range(0, KillsByTime)
        let moment = whole * ((i + random.NextDouble()) / KillsByTime)
        select (Func<TemporaryWorkspace, Task>)(workspace => KilledAfter(workspace, moment));

    private static Task KilledAfter(TemporaryWorkspace workspace, TimeSpan moment)
    {
        using var process = MeritProcess.Start(workspace.Folder, "run", "--quiet");
        process.WaitForExit(moment);
        Kill(process);
        return Task.CompletedTask;
    }

    // On a busy machine a run may be over before the test hears of its page: then there is another one.
    private static async Task KilledAtPage(TemporaryWorkspace workspace, int page)
    {
        for (var run = 1; !await IsKilledAtPage(workspace, page); run++)
        {
            Assert.True(run < MostRuns, "Every run ended before it had written that page, or before it was heard of.");
        }
    }

    private static async Task<bool> IsKilledAtPage(TemporaryWorkspace workspace, int page)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var written = 0;
        using var watcher = new FileSystemWatcher(workspace.PathOf("out"));
        // What is moved here from elsewhere is seen as made.
        watcher.Created += (_, _) =>
        {
            if (Interlocked.Increment(ref written) == page)
            {
                reached.TrySetResult();
            }
        };
        watcher.EnableRaisingEvents = true;
        using var process = MeritProcess.Start(workspace.Folder, "run", "--quiet");
        await Task.WhenAny(reached.Task, process.WaitForExitAsync(TestContext.Current.CancellationToken));
        Kill(process);
        return reached.Task.IsCompleted;
    }

    private static void Kill(Process process)
    {
        process.Kill();
        process.WaitForExit();
    }

    // Another name stands in every page; two reports are enough to be killed among.
    private static void Rename(TemporaryWorkspace workspace, string name)
    {
        var lines = File.ReadLines(workspace.PathOf("merit.yaml")).TakeWhile(line => line != "reports:").Where(line => !line.StartsWith("name:", StringComparison.Ordinal)).ToList();
        workspace.Write("merit.yaml", string.Join('\n', [$"name: {name}", .. lines, "reports:", "  - { template: overview, period: 2025 }", "  - { template: channels, period: 2025 }"]));
    }

    private static IReadOnlyDictionary<string, string> Finished(TemporaryWorkspace workspace)
    {
        MeritProcess.Run(workspace.Folder, "run", "--quiet").Fine();
        return Pages(workspace);
    }

    private static Dictionary<string, string> Pages(TemporaryWorkspace workspace) => Directory.Exists(workspace.PathOf("out"))
        ? Directory.EnumerateFiles(workspace.PathOf("out")).ToDictionary(f => Path.GetFileName(f), File.ReadAllText, StringComparer.Ordinal)
        : [];
}
