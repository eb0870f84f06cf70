using Merit.Metrics.Language;
using Merit.Metrics.Requests;
using Merit.Metrics.Tests.Planning.OverTime;

namespace Merit.Metrics.Tests.Naive;

/// <summary>Answers a question by looking at every row: slow, obvious, and knowing nothing of the planner.</summary>
internal sealed class RowByRow(Scene scene, Asked asked)
{
    private readonly Request request = asked.Request(scene);
    private readonly FilteredRows rows = new(scene, asked, asked.Request(scene));
    private readonly Dictionary<(Ranked Ranked, string Moves), List<(string Others, double? Value)>> peers = [];
    private IReadOnlyList<object?[]> groups = [];

    private bool HasTimeGroups => request.By.Any(FilteredRows.IsTime);

    /// <summary>The figures of every group, by the text of its values.</summary>
    public Dictionary<string, double?[]> Groups()
    {
        if (request.By.Count == 0)
        {
            return new(StringComparer.Ordinal) { [""] = Total() };
        }

        groups = new GroupsOfRows(scene, asked, request, rows).All();
        return groups.ToDictionary(Text, Figures, StringComparer.Ordinal);
    }

    public double?[] Total() => Figures(null);

    /// <summary>The text of a group's values, the same for the planner's answer.</summary>
    public static string Text(IEnumerable<object?> values) => string.Join("|", values.Select(v => v switch
    {
        null => "(none)",
        DateOnly day => day.ToString("yyyy-MM-dd"),
        bool flag => flag ? "yes" : "no",
        string text => text,
        _ => Convert.ToDouble(v, System.Globalization.CultureInfo.InvariantCulture).ToString("R", System.Globalization.CultureInfo.InvariantCulture),
    }));

    private double?[] Figures(object?[]? key) => [.. asked.Metrics.Select(m => Figure(m, new At(key, [], [])))];

    private double? Figure(Figured figured, At at) => figured switch
    {
        Given given => (double)(decimal)asked.Parameters.First(p => p.Id == given.Parameter).Value,
        Joined joined => Joined(joined.Operator, Figure(joined.Left, at), Figure(joined.Right, at)),
        Moved moved => Figure(moved.Inner, at.Moved(moved.Move)),
        Changed changed => Change(changed.How != "Change", Figure(changed.Inner, at.Moved("today")), Figure(changed.Inner, at.Moved(changed.How == "YearOnYear" ? "year_ago" : "previous"))),
        Shared shared => Share(shared, at),
        Across across => Figure(across.Inner, at.Key is null ? at : at with { Over = [.. at.Over, .. across.Over.Where(o => request.By.Contains(o))] }),
        Ranked ranked => Rank(ranked, at),
        Counted counted when HasTimeGroups && counted.Span != Span.Period => null,
        Counted counted => RowsAt(counted, at) is { } found ? Aggregate(counted, [.. found.Select(f => f.Row).Where(row => counted.Where.All(w => w.Value(row, scene) is true))]) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(figured)),
    };

    // Of the total every part is the whole.
    private double? Share(Shared shared, At at)
    {
        var over = shared.Over.Count == 0 ? request.By : shared.Over;
        return over.Any(o => !request.By.Contains(o)) ? null
            : Joined("/", Figure(shared.Inner, at), Figure(shared.Inner, at.Key is null ? at : at with { Over = [.. at.Over, .. over] }));
    }

    private double? Rank(Ranked ranked, At at)
    {
        var others = request.By.Where(b => !FilteredRows.IsTime(b)).ToList();
        IReadOnlyList<string> among = ranked.Among is { } one ? [.. request.By.Where(b => b == one)] : others.Count > 0 ? others : request.By;
        if (at.Key is not { } key || among.Count == 0 || Figure(ranked.Inner, at) is not { } own)
        {
            return null;
        }

        string Rest(object?[] values) => Text(values.Where((_, i) => !among.Contains(request.By[i])));
        var place = (ranked, string.Join(' ', at.Moves));
        if (!peers.TryGetValue(place, out var known))
        {
            peers[place] = known = [.. groups.Select(g => (Rest(g), Figure(ranked.Inner, at with { Key = g })))];
        }

        var rest = Rest(key);
        return 1 + known.Count(peer => peer.Others == rest && peer.Value > own);
    }

    private static double? Change(bool relative, double? now, double? before) =>
        !relative ? now - before : before is null or 0 ? null : (now - before) / Math.Abs(before.Value);

    // The rows of a group on the days that are read; null where no days are meant.
    private IEnumerable<Placed>? RowsAt(Counted counted, At at)
    {
        var moves = counted.Span == Span.AllTime ? [] : at.Moves;
        var days = Days(counted, moves, at);
        var wanted = at.Key?.Select((value, i) => at.Over.Contains(request.By[i]) || (moves.Count > 0 && FilteredRows.IsTime(request.By[i])) ? null : Text([value])).ToArray();
        return days is null ? null : rows.Of(counted).Where(row => days(row.Day) && (wanted is null || wanted.Index().All(w => w.Item is null || w.Item == row.Texts[w.Index])));
    }

    private Func<DateOnly?, bool>? Days(Counted counted, IReadOnlyList<string> moves, At at)
    {
        var days = NaiveDays.Of(request.Period);
        if (moves.Count == 0)
        {
            return day => counted.Span switch { Span.Period => days.Holds(day), Span.ToDate => days.Last is null || day <= days.Last, _ => true };
        }

        var moved = at.Key is { } key && request.By.Where((b, i) => FilteredRows.IsTime(b) && key[i] is null).Any() ? null
            : OtherDays.Of(scene, request, at.Key, at.Over, moves);
        return moved is null ? null : day => day is not null && (counted.Span == Span.Period ? moved.Holds(day) : day <= moved.Last);
    }

    private static double? Joined(string op, double? left, double? right) => op switch
    {
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        _ => right == 0 ? null : left / right,
    };

    private double? Aggregate(Counted counted, IReadOnlyList<Row> rows)
    {
        if (counted.Among is { } among)
        {
            var each = rows.Where(r => r[among] is not null && (counted.Value is not { } of || of.Value(r, scene) is not null))
                .GroupBy(r => r[among]).Select(g => Aggregate(counted with { Among = null }, [.. g])).OfType<double>().ToList();
            return each.Count == 0 ? null : Math.Round(each.Max() - each.Min(), 9);
        }

        if (counted.Value is not { } term)
        {
            return rows.Count;
        }

        var values = rows.Select(r => (Row: r, Value: term.Value(r, scene))).Where(r => r.Value is not null).ToList();
        if (counted.Function == AggregateFunction.CountDistinct)
        {
            return values.Select(v => v.Value is decimal or double ? Arithmetic.Floating(v.Value) + 0.0 : v.Value).Distinct().Count();
        }

        var numbers = values.Select(v => Arithmetic.Floating(v.Value) ?? 0).Order().ToList();
        return counted.Function switch
        {
            AggregateFunction.Sum => Math.Round(Added(values.Select(v => v.Value)), 9),
            _ when numbers.Count == 0 => null,
            AggregateFunction.Average => Added(values.Select(v => v.Value)) / numbers.Count,
            AggregateFunction.Min => numbers[0],
            AggregateFunction.Max => numbers[^1],
            AggregateFunction.Median => Percentile(numbers, 0.5),
            AggregateFunction.Percentile => Percentile(numbers, counted.Fraction),

            // Of each campaign and platform the value at the end, of two on one day the larger.
            _ => values.GroupBy(v => (v.Row.Text("campaign_id"), v.Row.Text("platform")))
                .Sum(series => AtEnd(counted.Function, [.. series.Select(v => ((DateOnly)(v.Row["date"] ?? default(DateOnly)), Arithmetic.Floating(v.Value) ?? 0))])),
        };
    }

    private static double AtEnd(AggregateFunction function, IReadOnlyList<(DateOnly Day, double Value)> values)
    {
        var day = function == AggregateFunction.Last ? values.Max(v => v.Day) : values.Min(v => v.Day);
        return values.Where(v => v.Day == day).Max(v => v.Value);
    }

    private static double Added(IEnumerable<object?> values)
    {
        var all = values.ToList();
        return all.TrueForAll(v => v is decimal) ? (double)all.Sum(v => (decimal)(v ?? 0m)) : Arithmetic.Sum(all.Select(v => Arithmetic.Floating(v) ?? 0));
    }

    private static double Percentile(List<double> sorted, double fraction)
    {
        var at = fraction * (sorted.Count - 1);
        var low = sorted[(int)Math.Floor(at)];
        return low + ((sorted[(int)Math.Ceiling(at)] - low) * (at - Math.Floor(at)));
    }
}
