using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Wording;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Models;

/// <summary>Lays models side by side: a row for each group, a column for each model, and under each figure what else is known of it.</summary>
internal sealed class ModelTables(ModelComparison models, int? limit, Func<string, bool> takesPart, Voice voice)
{
    /// <summary>A table each of conversions, of revenue and of what comes of the money; one without any value is left out.</summary>
    public IReadOnlyList<TableBlock> All()
    {
        var hasRevenue = Has(ModelComparison.Revenue);
        List<TableBlock> tables = [Table(ModelComparison.Conversions, withCost: false, (group, model) =>
        [
            Interval(group, model),
            .. hasRevenue ? [] : new[] { Place(group, model, ModelComparison.ConversionsRank), Changed(group, model, ModelComparison.ConversionsChange) },
        ])];
        if (hasRevenue)
        {
            tables.Add(Table(ModelComparison.Revenue, withCost: false, (group, model) => [Place(group, model, ModelComparison.RevenueRank), Changed(group, model, ModelComparison.RevenueChange)]));
        }

        if (Has(ModelComparison.Roi) || Has(ModelComparison.Cpa))
        {
            tables.Add(Table(hasRevenue ? ModelComparison.Roi : ModelComparison.Cpa, withCost: true, (group, model) => hasRevenue ? [Cpa(models.Of(group, model, ModelComparison.Cpa))] : []));
        }

        return [.. tables.Select((table, i) => i < tables.Count - 1 ? table : table with { Notes = [.. table.Notes, .. Rests()] })];
    }

    private TableBlock Table(string metric, bool withCost, Func<object?, string, Small[]> under)
    {
        var column = models.Column(metric);
        IReadOnlyList<object?> groups = [.. models.Groups.Where(g => withCost ? models.Cost(g).Figure.Value is not (null or 0) : models.HasCredit(g))];
        var shown = limit is { } most ? groups.Take(most).ToList() : groups;
        var rows = shown.Select(group => new GridRow(
        [
            voice.GroupCell(group, models.Dimension),
            .. withCost ? [Cost(models.Cost(group))] : Array.Empty<GridCell>(),
            .. models.Models.Select(model => With(Cell(models.Of(group, model, metric), column), under(group, model)) with
            {
                Tone = metric is ModelComparison.Roi && models.Of(group, model, metric).Value < 0 ? Tone.Bad : Tone.Plain,
            }),
        ])).ToList();
        rows.Add(new GridRow(
            [
                new GridCell(voice.Words["table.total"]),
                .. withCost ? [Cost(models.Cost(null, total: true))] : Array.Empty<GridCell>(),
                .. models.Models.Select(model => With(Cell(models.Total(model, metric), column), withCost && metric is ModelComparison.Roi ? [Cpa(models.Total(model, ModelComparison.Cpa))] : [])),
            ],
            Total: true));
        var grid = new Grid(
            [
                new GridColumn(voice.Label(models.Dimension)),
                .. withCost ? [new GridColumn(voice.Label(models.Cost(null).Column), Numeric: true)] : Array.Empty<GridColumn>(),
                .. models.Models.Select(m => new GridColumn(Heading(m), Numeric: true)),
            ],
            rows);
        var title = voice.Words.Say("title.attribution", voice.Words.Say("title.by", voice.Label(column), voice.Inside(voice.Label(models.Dimension))));
        string[] cut = shown.Count < groups.Count ? [voice.Words.Count("table.cut-total", shown.Count)] : [];
        string[] cpa = withCost && metric is ModelComparison.Roi ? [voice.Words.Say("models.cpa", voice.Label(models.Column(ModelComparison.Cpa)))] : [];
        string[] none = withCost && shown.Any(g => g is null && !models.HasCredit(g)) ? [voice.Words.Say("models.none", voice.Group(null, models.Dimension))] : [];
        string[] intervals = metric is ModelComparison.Conversions ? [.. Intervals()] : [];
        return new TableBlock(title, grid, [.. cut, .. cpa, .. none, .. intervals]);
    }

    private IEnumerable<string> Intervals()
    {
        yield return voice.Words[models.HasIntervals ? "models.intervals" : "models.no-intervals"];
        if (models.HasIntervals && models.WithoutIntervals.Count > 0)
        {
            yield return voice.Words.Say("models.unmade", voice.Words.List(models.WithoutIntervals));
        }
    }

    private string Heading(string model) =>
        takesPart(model) ? voice.Words.Say("models.participation", model)
        : string.Equals(model, models.Usual, StringComparison.Ordinal) ? voice.Words.Say("models.usual", model)
        : model;

    private IEnumerable<string> Rests() => [voice.Words.Say("models.note", models.Usual), voice.Words["attribution.note"], .. models.Models.Any(takesPart) ? [voice.Words["attribution.participation"]] : Array.Empty<string>()];

    private GridCell Cell(Figure figure, MetricColumn column) => voice.Cell(figure, column);

    private GridCell Cost((Figure Figure, MetricColumn Column) cost) => voice.Cell(cost.Figure, cost.Column);

    private Small Interval(object? group, string model) => models.Interval(group, model) is var (low, high)
        ? new Small(
            voice.Words.Say("models.interval", voice.Format.Text(low, models.Column(ModelComparison.Conversions)), voice.Format.Text(high, models.Column(ModelComparison.Conversions))),
            [Beside(voice.Words["models.from"], low, ModelComparison.Conversions), Beside(voice.Words["models.to"], high, ModelComparison.Conversions)])
        : Small.None;

    private Small Place(object? group, string model, string rank) =>
        group is not ModelComparison.Unattributed && !takesPart(model) && models.Of(group, model, rank) is { Value: not null } place
            ? new Small(voice.Words.Say("models.place", voice.Format.Text(place, models.Column(rank))), [Beside(voice.Words["models.rank"], place, rank)])
            : Small.None;

    // Against itself the usual model does not change.
    private Small Changed(object? group, string model, string metric) =>
        models.Of(group, model, metric) is { Value: not null } change && !takesPart(model) && !string.Equals(model, models.Usual, StringComparison.Ordinal)
            ? new Small(voice.Format.Text(change, models.Column(metric)), [Beside(voice.Words.Say("models.change", models.Usual), change, metric)])
            : Small.None;

    private Small Cpa(Figure cpa) => cpa.Value is null
        ? Small.None
        : new Small(voice.Format.Text(cpa, models.Column(ModelComparison.Cpa)), [Beside(voice.Label(models.Column(ModelComparison.Cpa)), cpa, ModelComparison.Cpa)]);

    private BesideFigure Beside(string label, Figure figure, string metric) => new(label, figure.Value ?? 0, models.Column(metric).Unit);

    private bool Has(string metric) => models.Groups.Any(g => models.Models.Any(m => models.Of(g, m, metric).Value is not null));

    private static GridCell With(GridCell cell, Small[] under) =>
        cell with { Under = string.Join(" · ", under.Select(u => u.Text).Where(u => u.Length > 0)), Beside = [.. under.SelectMany(u => u.Figures)] };

    /// <summary>What stands in small below a figure, and the figures in it.</summary>
    private sealed record Small(string Text, IReadOnlyList<BesideFigure> Figures)
    {
        public static Small None { get; } = new("", []);
    }
}
