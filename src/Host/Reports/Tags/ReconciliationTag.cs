using Merit.Host.Reports.Blocks;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Tags;

/// <summary><c>{{reconciliation}}</c>: marketing-sourced, unattributed and other revenue, which together are all revenue. It covers everything, whatever the report's filters leave out.</summary>
internal sealed class ReconciliationTag : IBlockTag
{
    // Without any grouping or filter, revenue is that of all sales.
    private static readonly string[] Metrics = ["revenue_sourced", "revenue_unattributed", "revenue_other", "revenue"];

    public string Name => "reconciliation";

    public string Example => "{{reconciliation}}";

    public string Subject => "";

    public bool SubjectOptional => true;

    public IReadOnlyList<Parameter> Parameters { get; } = [new("period", ParameterKind.Text)];

    public IReadOnlyList<Block> Build(TagArguments arguments, ReportScope scope)
    {
        var voice = scope.Voice;
        var answer = scope.Ask(scope.Question(arguments, Metrics, []) with { Where = [] });
        var title = voice.Words["title.reconciliation"];
        if (!AnswerGrid.HasValue(answer))
        {
            return [AnswerGrid.Nothing(title, answer, voice)];
        }

        var figures = answer.Rows[0].Figures;
        var all = Math.Abs(figures[^1].Value ?? 0);
        var rows = figures.Select((figure, i) => new GridRow(
            [
                new GridCell(i == Metrics.Length - 1 ? voice.Words["reconciliation.all"] : voice.Label(answer.Metrics[i])),
                voice.Cell(figure, answer.Metrics[i]) with { Bar = i < Metrics.Length - 1 && all > 0 && figure.Value is { } part ? Math.Clamp(part / all, -1, 1) : null },
            ],
            Total: i == Metrics.Length - 1)).ToList();
        var grid = new Grid([new GridColumn(voice.Words["reconciliation.part"]), new GridColumn(voice.Words["reconciliation.amount"], Numeric: true)], rows);
        return [new TableBlock(title, grid, [Sum(figures, voice.Words)])];
    }

    // A sum that does not come out is a defect someone must see, not something to hide by rounding.
    private static string Sum(IReadOnlyList<Figure> figures, Wording.Words words)
    {
        if (figures.Any(f => f.Value is null))
        {
            return words["reconciliation.incomplete"];
        }

        var difference = figures.Take(figures.Count - 1).Sum(f => f.Value ?? 0) - (figures[^1].Value ?? 0);
        return words[Math.Abs(difference) <= 1e-9 * Math.Max(1, Math.Abs(figures[^1].Value ?? 0)) ? "reconciliation.adds-up" : "reconciliation.differs"];
    }
}
