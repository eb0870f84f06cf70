using System.Runtime.CompilerServices;
using System.Text.Json;
using Merit.Host.Workers.Protocol;

namespace Merit.Host.Workers;

/// <summary>
/// Answers that were given, kept as long as what they are made of is the same; and whoever asks what is being asked already waits for the same answer. What tells questions
/// apart is everything a worker is told.
/// </summary>
internal sealed class KeptAnswers
{
    // A page is some hundred kilobytes at most.
    private const int Most = 200;

    private static readonly ConditionalWeakTable<object, KeptAnswers> Known = [];

    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<Kept>> _kept = new(StringComparer.Ordinal);
    private readonly LinkedList<Kept> _latest = [];

    /// <summary>Those of one state of the workspace.</summary>
    public static KeptAnswers Of(object state) => Known.GetOrCreateValue(state);

    /// <summary>The answer, asked for where it is not known.</summary>
    /// <param name="question">The question.</param>
    /// <param name="stamp">Identifies what files it may be answered from besides the state.</param>
    /// <param name="ask">Asks it.</param>
    /// <param name="stop">Asks to wait no longer.</param>
    public async Task<TAnswer> GetAsync<TAnswer>(Question question, string stamp, Func<CancellationToken, Task<TAnswer>> ask, CancellationToken stop)
        where TAnswer : class
    {
        // What is known of people is not kept.
        if (question is PersonQuestion or JourneyQuestion)
        {
            return await ask(stop);
        }

        var kept = Find($"{stamp}\n{JsonSerializer.Serialize(question, Wire.Json)}", leave => AskAsync(ask, leave));
        try
        {
            return (TAnswer)await kept.Answer.WaitAsync(stop);
        }
        catch
        {
            Forget(kept);
            throw;
        }
        finally
        {
            Leave(kept);
        }
    }

    private static async Task<object> AskAsync<TAnswer>(Func<CancellationToken, Task<TAnswer>> ask, CancellationToken leave)
        where TAnswer : class => await ask(leave);

    private Kept Find(string key, Func<CancellationToken, Task<object>> ask)
    {
        lock (_gate)
        {
            if (_kept.TryGetValue(key, out var known))
            {
                _latest.Remove(known);
            }
            else
            {
                known = _kept[key] = new LinkedListNode<Kept>(new Kept(key, ask));
            }

            _latest.AddFirst(known);
            known.Value.Waiting++;
            while (_kept.Count > Most && _latest.Last is { } last)
            {
                _latest.RemoveLast();
                _kept.Remove(last.Value.Key);
            }

            return known.Value;
        }
    }

    // What failed is asked anew; so is what nobody waited for to the end.
    private void Forget(Kept kept)
    {
        lock (_gate)
        {
            if (!kept.Answer.IsCompletedSuccessfully && (kept.Answer.IsCompleted || kept.Waiting == 1) && _kept.TryGetValue(kept.Key, out var known) && known.Value == kept)
            {
                _latest.Remove(known);
                _kept.Remove(kept.Key);
            }
        }
    }

    private void Leave(Kept kept)
    {
        lock (_gate)
        {
            if (--kept.Waiting == 0 && !kept.Answer.IsCompleted)
            {
                kept.Leave.Cancel();
            }
        }
    }

    private sealed class Kept
    {
        public Kept(string key, Func<CancellationToken, Task<object>> ask) => (Key, Answer) = (key, Task.Run(() => ask(Leave.Token)));

        public string Key { get; }

        public CancellationTokenSource Leave { get; } = new();

        public Task<object> Answer { get; }

        public int Waiting { get; set; }
    }
}
