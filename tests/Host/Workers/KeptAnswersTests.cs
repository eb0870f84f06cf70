using Merit.Host.Workers;
using Merit.Host.Workers.Protocol;

namespace Merit.Host.Tests.Workers;

public sealed class KeptAnswersTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly KeptAnswers _kept = new();
    private readonly List<string> _asked = [];

    [Fact]
    public async Task The_same_question_is_asked_once_of_the_same_state_and_templates()
    {
        Assert.Equal("1", await Ask("cost"));
        Assert.Equal("1", await Ask("cost"));
        Assert.Equal("2", await Ask("cost", stamp: "edited"));
        Assert.Equal("3", await Ask("cpl"));
        Assert.Equal("1", await Ask("cost"));
    }

    [Fact]
    public async Task Questions_that_differ_in_anything_a_worker_is_told_are_different_ones()
    {
        FiguresQuestion question = new() { Metrics = ["cost"] };
        foreach (var other in new[] { question, question with { By = ["channel"] }, question with { Where = ["channel = a"] }, question with { Period = "2025" }, question with { Total = true }, question with { Limit = 3 }, question with { Model = "last" } })
        {
            await _kept.GetAsync<string>(other, "", Count, CancellationToken.None);
        }

        Assert.Equal(7, _asked.Count);
    }

    [Fact]
    public async Task Whoever_asks_what_is_being_asked_waits_for_the_same_answer_and_may_leave()
    {
        var answer = new TaskCompletionSource<string>();
        using var leaves = new CancellationTokenSource();
        var left = false;
        Task<string> Wait(CancellationToken stop)
        {
            _asked.Add("x");
            stop.Register(() => left = true);
            return answer.Task;
        }

        var one = _kept.GetAsync(Question("cost"), "", Wait, leaves.Token);
        var other = _kept.GetAsync(Question("cost"), "", Wait, CancellationToken.None);
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one.WaitAsync(Patience));
        Assert.False(left);
        answer.SetResult("here");

        Assert.Equal("here", await other.WaitAsync(Patience));
        Assert.Single(_asked);
    }

    [Fact]
    public async Task What_nobody_waits_for_any_more_is_given_up_and_asked_anew()
    {
        var left = new TaskCompletionSource();
        using var leaves = new CancellationTokenSource();
        var began = new TaskCompletionSource();
        async Task<string> Wait(CancellationToken stop)
        {
            stop.Register(left.SetResult);
            began.SetResult();
            await Task.Delay(Timeout.Infinite, stop);
            return "";
        }

        var one = _kept.GetAsync(Question("cost"), "", Wait, leaves.Token);
        await began.Task.WaitAsync(Patience);
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one.WaitAsync(Patience));
        await left.Task.WaitAsync(Patience);

        Assert.Equal("1", await Ask("cost"));
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _kept.GetAsync<string>(Question("cost"), "", _ => throw new InvalidOperationException(), CancellationToken.None));

        Assert.Equal("1", await Ask("cost"));
    }

    [Fact]
    public async Task What_was_asked_least_lately_makes_room()
    {
        await Ask("first");
        for (var i = 0; i < 199; i++)
        {
            await Ask($"m{i}");
        }

        Assert.Equal("1", await Ask("first"));
        await Ask("another");
        Assert.Equal("1", await Ask("first"));
        Assert.Equal("202", await Ask("m0"));
    }

    [Fact]
    public async Task What_is_known_of_people_is_not_kept()
    {
        await _kept.GetAsync<string>(new PersonQuestion("a", null), "", Count, CancellationToken.None);
        await _kept.GetAsync<string>(new PersonQuestion("a", null), "", Count, CancellationToken.None);

        Assert.Equal(2, _asked.Count);
    }

    private static FiguresQuestion Question(string metric) => new() { Metrics = [metric] };

    private Task<string> Ask(string metric, string stamp = "") => _kept.GetAsync(Question(metric), stamp, Count, CancellationToken.None);

    private Task<string> Count(CancellationToken stop)
    {
        _asked.Add("x");
        return Task.FromResult($"{_asked.Count}");
    }
}
