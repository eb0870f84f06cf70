using System.Diagnostics;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Workers;
using Merit.Host.Workers.Protocol;
using Merit.Metrics.Results;

namespace Merit.Host.Tests.Workers;

/// <summary>Limits are those of a clock that goes on only when told to: what ends a worker is the limit, and nothing else.</summary>
public sealed class WorkerPoolTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly FiguresQuestion Question = new() { Metrics = ["cost"] };

    private readonly HandClock _clock = new();
    private WorkerPool? _pool;

    public ValueTask InitializeAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The workers of these tests are shells.");
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_pool is not null)
        {
            await _pool.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_worker_that_hangs_is_ended_at_the_limit_while_another_answers_and_is_replaced()
    {
        var pool = await Open(new CannedProgram(Behaviour.Hangs), workers: 2);
        var hanging = await Process(pool, 0);
        var asked = pool.AskAsync(Question, CancellationToken.None);
        await _clock.WaitingFor(Limit);

        Assert.Equal("one", await Ask(pool));
        _clock.Advance(Limit - TimeSpan.FromMilliseconds(1));
        Assert.False(asked.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        await Tells(ServeRules.TooLong, asked);
        await hanging.WaitForExitAsync().WaitAsync(Patience);
        await Task.WhenAll(Ask(pool), Ask(pool));
    }

    [Fact]
    public async Task Stopped_while_it_opens_it_says_nothing_of_the_worker_that_it_ends()
    {
        using var stop = new CancellationTokenSource();
        var opening = Open(new CannedProgram(Behaviour.NeverOpens), workers: 1, stop: stop.Token);
        await _clock.WaitingFor(Limit);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_worker_that_grows_is_ended()
    {
        var program = new CannedProgram(Behaviour.Hangs);
        var pool = await Open(program, workers: 1, memory: 1);
        var growing = await Process(pool, 0);
        var asked = pool.AskAsync(Question, CancellationToken.None);
        await _clock.WaitingFor(Limit);
        _clock.Advance(TimeSpan.FromMilliseconds(100));

        await Tells(ServeRules.TooLarge, asked);
        await growing.WaitForExitAsync().WaitAsync(Patience);
    }

    [Theory]
    [InlineData(Behaviour.IsSpent)]
    [InlineData(Behaviour.Answers)]
    internal async Task A_worker_that_is_spent_or_too_large_after_its_answer_is_replaced(Behaviour first)
    {
        var program = new CannedProgram(first);
        var pool = await Open(program, workers: 1, memory: first == Behaviour.Answers ? 1 : long.MaxValue);
        var spent = await Process(pool, 0);

        Assert.Equal("one", await Ask(pool));

        await spent.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal("one", await Ask(pool));
        Assert.True(program.Started.Count >= 2);
    }

    [Fact]
    public async Task A_worker_that_ends_by_itself_is_replaced()
    {
        var pool = await Open(new CannedProgram(Behaviour.Dies), workers: 1);

        await Tells(ServeRules.Died, pool.AskAsync(Question, CancellationToken.None));
        Assert.Equal("one", await Ask(pool));
    }

    [Fact]
    public async Task Where_all_hang_the_next_question_is_told_that_they_are_busy()
    {
        var pool = await Open(new CannedProgram(Behaviour.Hangs, Behaviour.Hangs, Behaviour.NeverOpens, Behaviour.NeverOpens), workers: 2);
        await Process(pool, 1);
        Task<Answer>[] hanging = [pool.AskAsync(Question, CancellationToken.None), pool.AskAsync(Question, CancellationToken.None)];
        await _clock.WaitingFor(Limit, timers: 2);
        _clock.Advance(TimeSpan.FromSeconds(1));
        var waiting = pool.AskAsync(Question, CancellationToken.None);
        await _clock.WaitingFor(Limit);

        _clock.Advance(Limit - TimeSpan.FromSeconds(1));
        await Tells(ServeRules.TooLong, hanging[0]);
        await Tells(ServeRules.TooLong, hanging[1]);
        Assert.False(waiting.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));

        await Tells(ServeRules.Busy, waiting);
    }

    [Fact]
    public async Task A_reader_who_leaves_does_not_wait()
    {
        var pool = await Open(new CannedProgram(Behaviour.Hangs), workers: 1);
        var hanging = pool.AskAsync(Question, CancellationToken.None);
        using var leaves = new CancellationTokenSource();
        var waiting = pool.AskAsync(Question, leaves.Token);

        await leaves.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(Patience));
        Assert.False(hanging.IsCompleted);
    }

    [Fact]
    public async Task What_cannot_be_started_is_told()
    {
        var pool = await Open(new MissingProgram(), workers: 2);

        await Tells(ServeRules.NoWorker, pool.AskAsync(Question, CancellationToken.None));
    }

    [Fact]
    public async Task One_that_never_opens_is_told_at_the_limit()
    {
        var opening = Open(new CannedProgram(Behaviour.NeverOpens), workers: 1);
        await _clock.WaitingFor(Limit);
        _clock.Advance(Limit);
        var pool = await opening;

        await Tells(ServeRules.TooLong, pool.AskAsync(Question, CancellationToken.None));
    }

    [Fact]
    public async Task Where_a_script_cannot_be_stopped_others_do_without_scripts_and_questions_are_told()
    {
        var program = new CannedProgram() { Findings = [Finding.Of(ScriptRules.NeverEnds.At(new Place("metrics/a.csx", 3), "10"))] };
        var pool = await Open(program, workers: 1);

        await Tells(ScriptRules.NeverEnds, pool.AskAsync(Question, CancellationToken.None));
        Assert.Equal([false, true], await Until(() => program.Started, started => started.Count == 2));
    }

    [Fact]
    public async Task When_the_workspace_changes_other_workers_take_over_and_those_of_before_end()
    {
        var program = new CannedProgram();
        var pool = await Open(program, workers: 2);
        var last = await Process(pool, 0);
        var changed = pool.WhenChanged;
        program.State = "two";

        await Follow(changed);

        Assert.Equal("two", pool.Stamp);
        Assert.Equal("two", await Ask(pool));
        await last.WaitForExitAsync().WaitAsync(Patience);
    }

    [Fact]
    public async Task Those_of_before_answer_until_others_have_opened()
    {
        var program = new CannedProgram(Behaviour.Answers, Behaviour.NeverOpens);
        var pool = await Open(program, workers: 1);
        var changed = pool.WhenChanged;
        program.State = "two";
        await Until(() => { _clock.Advance(TimeSpan.FromMilliseconds(200)); return program.Started.Count; }, count => count == 2);

        Assert.Equal("one", await Ask(pool));

        // What hangs is overtaken by the next change.
        program.State = "three";
        await Follow(changed);
        Assert.Equal("three", await Ask(pool));
    }

    [Fact]
    public async Task Templates_that_change_are_told_of_and_those_of_before_go_on_answering()
    {
        var program = new CannedProgram { State = "held-one" };
        var pool = await Open(program, workers: 1);
        var (changed, answering) = (pool.WhenChanged, pool.Current);
        program.State = "held-two";

        await Follow(changed);
        await Ask(pool);

        Assert.Equal("held-two", pool.Stamp);
        Assert.Same(answering, pool.Current);
        Assert.Single(program.Started);

        // What they hold changes others, with the templates of then.
        changed = pool.WhenChanged;
        program.State = "other-two";
        await Follow(changed);
        Assert.NotSame(answering, pool.Current);
        Assert.Equal("other-two", await Ask(pool));
    }

    [Fact]
    public async Task What_could_not_be_opened_is_opened_again_when_templates_change_too()
    {
        var program = new CannedProgram { State = "held-one", Findings = [Finding.Of(ReportRules.UnknownTag.At(new Place("reports/a.md", 3), "x", ""))] };
        var pool = await Open(program, workers: 1);
        await Tells(ReportRules.UnknownTag, pool.AskAsync(Question, CancellationToken.None));
        var answering = pool.Current;

        program.Findings = [];
        program.State = "held-two";
        await Until(() => { _clock.Advance(TimeSpan.FromMilliseconds(200)); return pool.Current; }, current => current != answering);

        Assert.Equal("held-two", await Ask(pool));
    }

    [Fact]
    public async Task Whoever_knows_of_a_change_has_it_look_at_once()
    {
        var program = new CannedProgram { State = "held-one" };
        var pool = await Open(program, workers: 1);
        var changed = pool.WhenChanged;
        program.State = "held-two";

        pool.Look();
        await _clock.WaitingFor(TimeSpan.FromMilliseconds(10));
        _clock.Advance(TimeSpan.FromMilliseconds(10));

        await changed.WaitAsync(Patience);
        Assert.Equal("held-two", pool.Stamp);
    }

    [Fact]
    public async Task Where_somebody_asks_at_once_the_first_worker_has_the_machine_to_itself_until_it_has_answered()
    {
        var program = new CannedProgram();
        var pool = await Open(program, workers: 2, greeted: true);
        pool.Current.Fill();
        Assert.Single(program.Started);

        Assert.Equal("one", await Ask(pool));

        await Until(() => program.Started, started => started.Count == 2);
    }

    [Fact]
    public async Task Who_finds_the_first_worker_busy_does_not_wait_for_it()
    {
        var program = new CannedProgram(Behaviour.Hangs);
        var pool = await Open(program, workers: 2, greeted: true);
        var hanging = pool.AskAsync(Question, CancellationToken.None);
        await _clock.WaitingFor(Limit);

        Assert.Equal("one", await Ask(pool));
        Assert.False(hanging.IsCompleted);
    }

    [Fact]
    public async Task With_the_pool_every_worker_ends()
    {
        var pool = await Open(new CannedProgram(Behaviour.Answers, Behaviour.Hangs), workers: 2);
        Process[] workers = [await Process(pool, 0), await Process(pool, 1)];

        await pool.DisposeAsync();

        await Task.WhenAll(workers.Select(w => w.WaitForExitAsync())).WaitAsync(Patience);
    }

    private async Task<WorkerPool> Open(IWorkerProgram program, int workers, long memory = long.MaxValue, bool greeted = false, CancellationToken stop = default)
    {
        var pool = new WorkerPool(program, new WorkerLimits { Workers = workers, Time = Limit, Memory = memory }, () => (program as CannedProgram)?.State ?? "", _clock) { IsGreeted = greeted };
        _pool = pool;
        await pool.OpenAsync(stop);
        return pool;
    }

    private static async Task<string> Ask(WorkerPool pool) => (await pool.AskAsync(Question, CancellationToken.None).WaitAsync(Patience)).Request.Metrics[0];

    private static async Task Tells(DiagnosticRule rule, Task<Answer> asked)
    {
        var told = await Assert.ThrowsAsync<MeritException>(() => asked.WaitAsync(Patience));
        Assert.Equal(rule.Code, Assert.Single(told.Diagnostics).Code);
    }

    private static async Task<Process> Process(WorkerPool pool, int number) =>
        System.Diagnostics.Process.GetProcessById((await Until(() => pool.Processes, all => all.Count > number))[number]);

    private async Task Follow(Task changed) => await Until(() => { _clock.Advance(TimeSpan.FromMilliseconds(200)); return changed.IsCompleted; }, done => done);

    private static async Task<T> Until<T>(Func<T> look, Predicate<T> done)
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            var seen = look();
            if (done(seen))
            {
                return seen;
            }

            Assert.True(patience.Elapsed < Patience, "It did not come.");
            await Task.Yield();
        }
    }

    private sealed class MissingProgram : IWorkerProgram
    {
        public ProcessStartInfo Start(bool withoutScripts) =>
            new("/nowhere/merit") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
    }
}
