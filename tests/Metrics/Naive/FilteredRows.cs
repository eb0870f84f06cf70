using Merit.Metrics.Language;
using Merit.Metrics.Requests;

namespace Merit.Metrics.Tests.Naive;

/// <summary>A row of an aggregate that the filters leave: its day, and the values of the dimensions asked by.</summary>
internal sealed record Placed(Row Row, DateOnly? Day, object?[] Key)
{
    public string[] Texts { get; } = [.. Key.Select(v => RowByRow.Text([v]))];
}

/// <summary>The rows of aggregates that the filters leave, of whatever days and whatever the aggregate's own conditions.</summary>
internal sealed class FilteredRows(Scene scene, Asked asked, Request request)
{
    private readonly Dictionary<Counted, IReadOnlyList<Placed>> known = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<Placed> Of(Counted counted)
    {
        if (!known.TryGetValue(counted, out var rows))
        {
            known[counted] = rows =
            [
                .. scene.Of(counted.Table).Where(row => !(MustHaveDay(counted) && Day(counted, row) is null) && request.Where.All(f => Passes(f, counted, row)))
                    .Select(row => new Placed(row, Day(counted, row), [.. request.By.Select(d => Value(d, counted, row))])),
            ];
        }

        return rows;
    }

    private static bool MustHaveDay(Counted counted) => counted.On is not null || counted.Function is AggregateFunction.First or AggregateFunction.Last;

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
        var text = value is null ? null : RowByRow.Text([value]);
        var wanted = filter.Values.Select(v => v is not null && IsTime(filter.Dimension) ? RowByRow.Text([Start(filter.Dimension, PeriodParser.Parse(v, scene.Today, scene.WeekStart).From ?? default)]) : v).ToList();
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

    public static bool IsTime(string dimension) => dimension is "day" or "week" or "month" or "quarter" or "year";
}
