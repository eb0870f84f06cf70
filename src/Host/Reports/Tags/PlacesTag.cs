using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Wording;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Tags;

/// <summary><c>{{places}}</c>: how much each channel earned as the first touch, as the second, and so on, by every model that tells places apart.</summary>
internal sealed class PlacesTag : IBlockTag
{
    private const string Metric = "placed_conversions";
    private const string Model = "credit_places.model";
    private const string Place = "credit_places.place";

    // More columns than this nobody reads.
    private const int MostPlaces = 10;

    public string Name => "places";

    public string Example => "{{places}}";

    public string Subject => "";

    public bool SubjectOptional => true;

    public IReadOnlyList<Parameter> Parameters { get; } = [];

    public IReadOnlyList<Block> Build(TagArguments arguments, ReportScope scope)
    {
        var voice = scope.Voice;
        if (!scope.Loads("credit_places"))
        {
            return [new NoteBlock(voice.Words["empty.places"])];
        }

        // Places are learned from all journeys, whatever the days and filters of the page.
        Answer Ask(params string[] by) => scope.Ask(new Request { Metrics = [Metric], By = by });
        var (figures, channels, places) = (Ask(Model, "channel", Place), Ask(Model, "channel"), Ask(Model, Place));
        var totals = Ask(Model);
        return totals.Rows.Count == 0 ? [new NoteBlock(voice.Words["empty.places"])]
            : [.. totals.Rows.Select(model => Table(model, Of(figures, model), Of(channels, model), Of(places, model), totals.Metrics[0], channels.Dimensions[1], voice))];
    }

    private static List<AnswerRow> Of(Answer answer, AnswerRow model) => [.. answer.Rows.Where(r => Equals(r.Dimensions[0], model.Dimensions[0]))];

    private static TableBlock Table(AnswerRow model, List<AnswerRow> figures, List<AnswerRow> channels, List<AnswerRow> places, MetricColumn metric, DimensionColumn channel, Voice voice)
    {
        var at = figures.ToDictionary(r => (r.Dimensions[1] ?? "", r.Dimensions[2] ?? 0L), r => r.Figures[0]);
        var all = places.OrderBy(p => p.Dimensions[1] as long?).ToList();
        var shown = all.Take(MostPlaces).ToList();
        GridCell Cell(Figure? figure) => figure?.Value is null or 0 ? new GridCell("·") { Reason = voice.Format.Text(0, metric), Value = 0, Unit = metric.Unit } : voice.Cell(figure, metric);
        var rows = channels.OrderByDescending(c => c.Figures[0].Value ?? 0).ThenBy(c => c.Dimensions[1] as string, StringComparer.Ordinal).Select(c => new GridRow(
        [
            new GridCell(voice.Group(c.Dimensions[1], channel)),
            .. shown.Select(p => Cell(at.GetValueOrDefault((c.Dimensions[1] ?? "", p.Dimensions[1] ?? 0L)))),
            voice.Cell(c.Figures[0], metric),
        ])).ToList();
        rows.Add(new GridRow([new GridCell(voice.Words["table.total"]), .. shown.Select(p => voice.Cell(p.Figures[0], metric)), voice.Cell(model.Figures[0], metric)], Total: true));
        var grid = new Grid(
            [
                new GridColumn(voice.Label(channel)),
                .. shown.Select(p => new GridColumn(voice.Words.Say("places.place", p.Dimensions[1] ?? ""), Numeric: true)),
                new GridColumn(voice.Words["places.all"], Numeric: true),
            ],
            rows);
        string[] cut = shown.Count < all.Count ? [voice.Words.Say("places.cut", shown.Count, all.Count)] : [];
        return new TableBlock(voice.Words.Say("title.places", model.Dimensions[0] ?? ""), grid, [voice.Words["places.note"], .. cut]);
    }
}
