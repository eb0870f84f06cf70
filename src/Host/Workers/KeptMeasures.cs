using System.Text.Json;
using Merit.Host.Measures;
using Merit.Host.Workers.Protocol;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;
using Merit.Metrics.Schema;

namespace Merit.Host.Workers;

/// <summary>
/// Answers from memory what it was asked before, since the version that a worker holds never changes: of a template that is edited only the words are rendered anew, and
/// pages that ask alike share their figures. Not for use by two threads at once.
/// </summary>
/// <param name="measures">Who answers what is not known yet.</param>
/// <param name="most">How many values are kept of all answers together.</param>
internal sealed class KeptMeasures(IMeasures measures, long most = KeptMeasures.UsualMost) : IMeasures
{
    // Some thirty megabytes.
    private const long UsualMost = 300_000;

    // A listing of everybody there is would drive out what pages ask for.
    private const int LargestPart = 4;

    // Of an answer without rows, and of each row beside its values.
    private const int Frame = 8;

    private readonly Dictionary<string, LinkedListNode<Kept>> _kept = new(StringComparer.Ordinal);
    private readonly LinkedList<Kept> _latest = [];
    private long _values;

    public WarehouseSchema Schema => measures.Schema;

    public Answer Ask(Request request)
    {
        var key = JsonSerializer.Serialize(request, Wire.Json);
        if (_kept.TryGetValue(key, out var known))
        {
            _latest.Remove(known);
            _latest.AddFirst(known);
            return known.Value.Answer;
        }

        var answer = measures.Ask(request);
        Keep(new Kept(key, answer, Size(answer)));
        return answer;
    }

    private static long Size(Answer answer) => Frame + ((long)answer.Rows.Count * (Frame + answer.Dimensions.Count + answer.Metrics.Count));

    private void Keep(Kept kept)
    {
        if (kept.Values > most / LargestPart)
        {
            return;
        }

        _kept[kept.Key] = _latest.AddFirst(kept);
        _values += kept.Values;
        while (_values > most && _latest.Last is { } last)
        {
            _latest.RemoveLast();
            _kept.Remove(last.Value.Key);
            _values -= last.Value.Values;
        }
    }

    private sealed record Kept(string Key, Answer Answer, long Values);
}
