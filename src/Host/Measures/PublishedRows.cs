using System.Collections.Concurrent;
using Merit.Host.Warehouse.Sessions;
using Merit.Metrics.Language;

namespace Merit.Host.Measures;

/// <summary>
/// Asks a published version for the reports of one run. It never changes, so what was asked once is not asked again; and several reports may ask at once, each
/// through a session of its own.
/// </summary>
internal sealed class PublishedRows(Session session) : IRowSource, IDisposable
{
    private readonly ConcurrentBag<Session> _idle = [];
    private readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<object?[]>>> _answers = new(StringComparer.Ordinal);

    public void Use(IReadOnlyList<FunctionDefinition> functions) => session.Add(functions);

    public IReadOnlyList<object?[]> Rows(string sql, IReadOnlyList<object?> parameters) =>
        _answers.GetOrAdd(KeyOf(sql, parameters), _ => new(() => Ask(sql, parameters))).Value;

    public void Dispose()
    {
        while (_idle.TryTake(out var one))
        {
            one.Dispose();
        }
    }

    private IReadOnlyList<object?[]> Ask(string sql, IReadOnlyList<object?> parameters)
    {
        var one = _idle.TryTake(out var idle) ? idle : session.Beside();
        try
        {
            return new SessionRows(one).Rows(sql, parameters);
        }
        finally
        {
            _idle.Add(one);
        }
    }

    // The type beside the value: 1 and "1" are different questions.
    private static string KeyOf(string sql, IReadOnlyList<object?> parameters) =>
        string.Join('\u001f', parameters.Select(p => $"{p?.GetType().Name} {Convert.ToString(p, System.Globalization.CultureInfo.InvariantCulture)}").Prepend(sql));
}
