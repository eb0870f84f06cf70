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
            .. hasRevenue ? [] : new[] { Place(group, model, ModelComparison.ConversionsRank), Changed(models.Of(group, model, ModelComparison.ConversionsChange), ModelComparison.ConversionsChange, model) },
        ])];
        if (hasRevenue)
        {
            tables.Add(Table(ModelComparison.Revenue, withCost: false, (group, model) =>
                [Place(group, model, ModelComparison.RevenueRank), Changed(models.Of(group, model, ModelComparison.RevenueChange), ModelComparison.RevenueChange, model)]));
        }

        if (Has(ModelComparison.Roi) || Has(ModelComparison.Cpa))
        {
            tables.Add(Table(hasRevenue ? ModelComparison.Roi : ModelComparison.Cpa, withCost: true, (group, model) => hasRevenue ? [Cpa(models.Of(group, model, ModelComparison.Cpa))] : []));
        }

        return [.. tables.Select((table, i) => i < tables.Count - 1 ? table : table with { Notes = [.. table.Notes, .. Rests()] })];
    }

    private TableBlock Table(string metric, bool withCost, Func<object?, string, string[]> under)
    {
        var column = models.Column(metric);
        IReadOnlyList<object?> groups = [.. models.Groups.Where(g => withCost ? models.Cost(g).Figure.Value is not (null or 0) : models.HasCredit(g))];
        var shown = limit is { } most ? groups.Take(most).ToList() : groups;
        var rows = shown.Select(group => new GridRow(
        [
            voice.GroupCell(group, models.Dimension),
            .. withCost ? [Cost(models.Cost(group))] : Array.Empty<GridCell>(),
            .. models.Models.Select(model => Cell(models.Of(group, model, metric), column) with
            {
                Under = Joined(under(group, model)),
                Tone = metric is ModelComparison.Roi && models.Of(group, model, metric).Value < 0 ? Tone.Bad : Tone.Plain,
            }),
        ])).ToList();
        rows.Add(new GridRow(
            [
                new GridCell(voice.Words["table.total"]),
                .. withCost ? [Cost(models.Cost(null, total: true))] : Array.Empty<GridCell>(),
                .. models.Models.Select(model => Cell(models.Total(model, metric), column) with { Under = withCost && metric is ModelComparison.Roi ? Cpa(models.Total(model, ModelComparison.Cpa)) : "" }),
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

    private string Interval(object? group, string model) => models.Interval(group, model) is var (low, high)
        ? voice.Words.Say("models.interval", voice.Format.Text(low, models.Column(ModelComparison.Conversions)), voice.Format.Text(high, models.Column(ModelComparison.Conversions)))
        : "";

    private string Place(object? group, string model, string rank) =>
        group is not ModelComparison.Unattributed && !takesPart(model) && models.Of(group, model, rank) is { Value: not null } place ? voice.Words.Say("models.place", voice.Format.Text(place, models.Column(rank))) : "";

    // Against itself the usual model does not change.
    private string Changed(Figure change, string metric, string model) =>
        change.Value is null || takesPart(model) || string.Equals(model, models.Usual, StringComparison.Ordinal) ? "" : voice.Format.Text(change, models.Column(metric));

    private string Cpa(Figure cpa) => cpa.Value is null ? "" : voice.Format.Text(cpa, models.Column(ModelComparison.Cpa));

    private bool Has(string metric) => models.Groups.Any(g => models.Models.Any(m => models.Of(g, m, metric).Value is not null));

    private static string Joined(string[] parts) => string.Join(" · ", parts.Where(p => p.Length > 0));
}
