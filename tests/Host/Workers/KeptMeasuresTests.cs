using Merit.Host.Measures;
using Merit.Host.Workers;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;
using Merit.Metrics.Schema;

namespace Merit.Host.Tests.Workers;

public sealed class KeptMeasuresTests
{
    private static readonly Request Cost = new() { Metrics = ["cost"] };

    private readonly Counted _counted = new();

    [Fact]
    public void The_same_question_is_asked_once()
    {
        var kept = new KeptMeasures(_counted);

        var first = kept.Ask(Cost);

        Assert.Same(first, kept.Ask(new Request { Metrics = ["cost"] }));
        Assert.Single(_counted.Asked);
        Assert.Same(_counted.Schema, kept.Schema);
    }

    [Fact]
    public void Questions_that_differ_in_anything_are_different_ones()
    {
        var kept = new KeptMeasures(_counted);
        var day = new DateOnly(2025, 1, 1);
        Request[] all =
        [
            Cost, Cost with { Metrics = ["cost", "cpl"] }, Cost with { Metrics = ["cost,cpl"] }, Cost with { By = ["channel"] }, Cost with { Period = new Period(day, null, "", PeriodKind.Days) },
            Cost with { Period = new Period(null, day, "", PeriodKind.Days) }, Cost with { Where = [new Filter("channel", FilterOperator.Equal, ["a"])] },
            Cost with { Where = [new Filter("channel", FilterOperator.NotEqual, ["a"])] }, Cost with { Where = [new Filter("channel", FilterOperator.Equal, [null])] },
            Cost with { Where = [new Filter("channel", FilterOperator.Equal, ["a", "b"])] }, Cost with { Where = [new Filter("channel", FilterOperator.Equal, ["a,b"])] },
            Cost with { Compare = Comparison.Previous }, Cost with { Total = true }, Cost with { Sort = ["cost"] }, Cost with { Limit = 3 }, Cost with { Model = "last" },
        ];

        foreach (var request in all.Concat(all))
        {
            Assert.Same(request, kept.Ask(request).Request);
        }

        Assert.Equal(all.Length, _counted.Asked.Count);
    }

    [Fact]
    public void What_was_asked_least_lately_makes_room_and_nothing_is_kept_that_would_drive_all_out()
    {
        // Each answer counts 8 and 10 for its row, and four find room.
        var kept = new KeptMeasures(_counted, most: 4 * 18);
        string[] asked = ["a", "b", "c", "d", "a", "e", "a", "b"];
        foreach (var metric in asked)
        {
            kept.Ask(Cost with { Metrics = [metric] });
        }

        Assert.Equal(["a", "b", "c", "d", "e", "b"], _counted.Asked);

        _counted.Rows = 2;
        kept.Ask(Cost with { Metrics = ["large"] });
        kept.Ask(Cost with { Metrics = ["large"] });
        kept.Ask(Cost with { Metrics = ["a"] });
        Assert.Equal(["large", "large"], _counted.Asked.Skip(6));
    }

    [Fact]
    public void A_failure_is_not_kept()
    {
        var kept = new KeptMeasures(_counted);
        _counted.Rows = -1;
        Assert.Throws<InvalidOperationException>(() => kept.Ask(Cost));
        _counted.Rows = 1;

        Assert.Same(Cost, kept.Ask(Cost).Request);
    }

    private sealed class Counted : IMeasures
    {
        public List<string> Asked { get; } = [];

        public int Rows { get; set; } = 1;

        public WarehouseSchema Schema { get; } = new([], []);

        public Answer Ask(Request request)
        {
            Asked.Add(request.Metrics[0]);
            return Rows < 0 ? throw new InvalidOperationException() : new Answer(
                request, [new DimensionColumn("channel", "", "", ColumnType.Text)], [new MetricColumn("cost", "", "", Unit.Number, LowerIsBetter: false)],
                [.. Enumerable.Repeat(new AnswerRow(["a"], [new Figure(1, NoValue.None)]), Rows)], null);
        }
    }
}
