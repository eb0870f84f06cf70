using System.Globalization;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Attribution;

/// <summary>Makes one whole number of a touch of a journey, so that the numbers of a journey sort as its touches do by time, and what earns the credit can be read off them.</summary>
/// <remarks>
/// It is the time since the lookback began and, below it, the number of what earns the credit and, where asked for, of the touch itself. Touches at one moment sort by these
/// and not by touch id: a mirrored key, in which the lower part runs the other way, finds where that matters. Where 64 bits do not do, whole seconds may; else it has 128.
/// </remarks>
internal sealed class TouchKey
{
    private const long MicrosecondsPerSecond = 1_000_000;

    private readonly long _resolution;
    private readonly long _latest;
    private readonly Int128 _step;
    private readonly long? _touches;
    private readonly string _type;

    private TouchKey(TimeSpan lookback, int units, long? touches, long resolution)
    {
        _resolution = resolution;
        _latest = lookback.Ticks / TimeSpan.TicksPerMicrosecond / resolution;
        _touches = touches;
        _step = (Int128)Math.Max(units, 1) * (touches ?? 1);
        Fits = (_latest + 2) * _step < long.MaxValue;
        _type = Fits ? "BIGINT" : "HUGEINT";
    }

    private bool Fits { get; }

    /// <summary>The key for journeys of a warehouse.</summary>
    /// <param name="session">The warehouse.</param>
    /// <param name="rules">What belongs to a journey.</param>
    /// <param name="units">How many things earn credit.</param>
    /// <param name="tellsTouchesApart">Whether no two touches may have the same key.</param>
    public static TouchKey Of(Session session, JourneyRules rules, int units, bool tellsTouchesApart)
    {
        var lookback = rules.LookbackOf.Values.Append(rules.Lookback).Max();
        long? touches = tellsTouchesApart ? session.Scalar<long>("SELECT coalesce(max(rowid), 0) + 1 FROM touchpoints") : null;
        var exact = new TouchKey(lookback, units, touches, resolution: 1);
        if (exact.Fits)
        {
            return exact;
        }

        var seconds = new TouchKey(lookback, units, touches, MicrosecondsPerSecond);
        return seconds.Fits && IsWhole(session, "touchpoints", "occurred_at") && IsWhole(session, "conversions", "converted_at") ? seconds : exact;
    }

    /// <summary>The key of a touch, from its <c>occurred_at</c>, <c>number</c> and row <c>touch</c> and its journey's <c>converted_at</c>.</summary>
    public string Write() => $"({Text(_latest)} - (epoch_us(converted_at) - epoch_us(occurred_at)){(_resolution == 1 ? "" : $" // {Text(_resolution)}")})::{_type} * {Text(_step)} + {Low}";

    /// <summary>The mirrored key of a touch whose key is in the column <c>key</c>.</summary>
    public string Mirrored => $"key + {Text(_step - 1)} - 2 * {Low}";

    /// <summary>The moment in a key.</summary>
    public string Moment(string key) => $"{key} // {Text(_step)}";

    /// <summary>The number of what earns the credit.</summary>
    public string Number(string key) => $"({key} % {Text(_step)}{(_touches is { } touches ? $" // {Text(touches)}" : "")})";

    /// <summary>The row of the touch among the touchpoints, where keys tell touches apart.</summary>
    public string Touch(string key) => $"({key} % {Text(_touches ?? 1)})";

    /// <summary>Whether the key found first or last, and the mirrored one, are of different touches.</summary>
    public string Differ(string key, string mirrored) => $"({key} % {Text(_step)} + {mirrored} % {Text(_step)} <> {Text(_step - 1)})";

    private string Low => _touches is { } touches ? $"(number * {Text(touches)} + touch)" : "number";

    private static bool IsWhole(Session session, string table, string column) =>
        session.Scalar<bool?>($"SELECT bool_and(epoch_us({column}) % {Text(MicrosecondsPerSecond)} = 0) FROM {table}") is not false;

    private static string Text(Int128 number) => number.ToString(CultureInfo.InvariantCulture);
}
