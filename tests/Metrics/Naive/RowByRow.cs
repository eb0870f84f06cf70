using Merit.Metrics.Language;
using Merit.Metrics.Requests;

namespace Merit.Metrics.Tests.Naive;

/// <summary>Answers a question by looking at every row: slow, obvious, and knowing nothing of the planner.</summary>
internal sealed class RowByRow(Scene scene, Asked asked)
{
    private readonly Request request = asked.Request(scene);

    private bool HasTimeGroups => request.By.Any(IsTime);

    /// <summary>The figures of every group, by the text of its values.</summary>
    public Dictionary<string, double?[]> Groups()
    {
        if (request.By.Count == 0)
        {
            return new(StringComparer.Ordinal) { [""] = Total() };
        }

        // A balance or a fixed fact makes no group of its own beside facts of the period.
        var scans = asked.Metrics.SelectMany(m => m.Aggregates).Where(a => !(HasTimeGroups && a.Span != Span.Period)).ToList();
        var making = scans.Exists(a => a.Span == Span.Period) ? scans.Where(a => a.Span == Span.Period) : scans;
        return making.SelectMany(a => Rows(a).Select(row => Key(a, row))).Distinct(StringComparer.Ordinal)
            .ToDictionary(key => key, key => Figures((a, row) => Key(a, row) == key), StringComparer.Ordinal);
    }

    public double?[] Total() => Figures((_, _) => true);

    /// <summary>The text of a group's values, the same for the planner's answer.</summary>
    public static string Text(IEnumerable<object?> values) => string.Join("|", values.Select(v => v switch
    {
        null => "(none)",
        DateOnly day => day.ToString("yyyy-MM-dd"),
        bool flag => flag ? "yes" : "no",
        string text => text,
        _ => Convert.ToDouble(v, System.Globalization.CultureInfo.InvariantCulture).ToString("R", System.Globalization.CultureInfo.InvariantCulture),
    }));

    private double?[] Figures(Func<Counted, Row, bool> inGroup) => [.. asked.Metrics.Select(m => Figure(m, inGroup))];

    private double? Figure(Figured figured, Func<Counted, Row, bool> inGroup) => figured switch
    {
        Given given => (double)(decimal)asked.Parameters.First(p => p.Id == given.Parameter).Value,
        Joined joined => Joined(joined.Operator, Figure(joined.Left, inGroup), Figure(joined.Right, inGroup)),
        Counted counted when HasTimeGroups && counted.Span != Span.Period => null,
        Counted counted => Aggregate(counted, [.. Rows(counted).Where(row => inGroup(counted, row) && counted.Where.All(w => w.Value(row, scene) is true))]),
        _ => throw new ArgumentOutOfRangeException(nameof(figured)),
    };

    private static double? Joined(string op, double? left, double? right) => op switch
    {
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        _ => right == 0 ? null : left / right,
    };

    private double? Aggregate(Counted counted, IReadOnlyList<Row> rows)
    {
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

    // The rows of an aggregate that the period and the filters leave, whatever its own conditions.
    private IEnumerable<Row> Rows(Counted counted) => scene.Of(counted.Table).Where(row =>
    {
        var day = Day(counted, row);
        var mustHaveDay = counted.On is not null || counted.Function is AggregateFunction.First or AggregateFunction.Last;
        return !(mustHaveDay && day is null)
            && (counted.Span != Span.Period || request.Period.From is not { } from || day >= from)
            && (counted.Span == Span.AllTime || request.Period.To is not { } to || day < to)
            && request.Where.All(f => Passes(f, counted, row));
    });

    private DateOnly? Day(Counted counted, Row row) =>
        scene.DayOf(row[counted.On ?? counted.Table switch { "leads" => "created_at", "sales" => "sold_at", _ => "date" }]);

    private bool Passes(Filter filter, Counted counted, Row row)
    {
        if (filter.Dimension == "segment")
        {
            var segment = asked.Segments.First(s => s.Id == filter.Values[0]);
            var isIn = scene.Find(row, segment.Table) is { } found && segment.Term.Value(found, scene) is true;
            return isIn == (filter.Operator == FilterOperator.Equal);
        }

        var value = Value(filter.Dimension, counted, row);
        var text = value is null ? null : Text([value]);
        var wanted = filter.Values.Select(v => v is not null && IsTime(filter.Dimension) ? Text([Start(filter.Dimension, PeriodParser.Parse(v, scene.Today, scene.WeekStart).From ?? default)]) : v).ToList();
        return filter.Operator switch
        {
            FilterOperator.Equal => text == wanted[0],
            FilterOperator.NotEqual => text != wanted[0],
            FilterOperator.In => wanted.Contains(text),
            FilterOperator.NotIn => !wanted.Contains(text),
            FilterOperator.Contains => text?.Contains(wanted[0] ?? "", StringComparison.OrdinalIgnoreCase) == true,
            _ => text is not null && string.CompareOrdinal(text, wanted[0]) >= 0,
        };
    }

    private string Key(Counted counted, Row row) => Text(request.By.Select(d => Value(d, counted, row)));

    private object? Value(string dimension, Counted counted, Row row) => dimension switch
    {
        _ when IsTime(dimension) => Day(counted, row) is { } day ? Start(dimension, day) : null,
        "campaign" => scene.Campaign(row),
        "channel" => scene.Channel(row),
        "type" => scene.Find(row, "campaigns")?["type"],
        "campaign_owner" => scene.Find(row, "campaigns")?["owner"],
        "engagement.platform" => row["platform"],
        _ => asked.Dimensions.First(d => d.Id == dimension) is var said && scene.Find(row, said.Table) is { } found ? said.Term.Value(found, scene) : null,
    };

    private DateOnly Start(string grain, DateOnly day) => grain switch
    {
        "day" => day,
        "week" => Calendar.StartOfWeek(day, scene.WeekStart),
        "month" => new DateOnly(day.Year, day.Month, 1),
        "quarter" => new DateOnly(day.Year, (((day.Month - 1) / 3) * 3) + 1, 1),
        _ => new DateOnly(day.Year, 1, 1),
    };

    private static bool IsTime(string dimension) => dimension is "day" or "week" or "month" or "quarter" or "year";
}
