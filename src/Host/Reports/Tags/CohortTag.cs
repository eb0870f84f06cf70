using System.Globalization;
using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Wording;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Tags;

/// <summary><c>{{cohort "revenue_of_leads"}}</c>: a row for those who began together, a column for every month since; the more, the darker.</summary>
internal sealed class CohortTag : IBlockTag
{
    // A year; more columns do not fit on paper.
    private const int MostColumns = 12;

    private static readonly Dictionary<string, string> Grains = new(StringComparer.Ordinal) { ["day"] = "days_since", ["week"] = "weeks_since", ["month"] = "months_since" };

    private static readonly Dictionary<string, bool> Each = new(StringComparer.Ordinal) { ["member"] = true, ["cohort"] = false };

    public string Name => "cohort";

    public string Example => "{{cohort \"revenue_of_contacts\" by=\"month\" per=\"member\"}}";

    public string Subject => "the id of a cohort";

    public bool SubjectOptional => false;

    public IReadOnlyList<Parameter> Parameters { get; } =
        [new("by", ParameterKind.Text), new("per", ParameterKind.Text), new("where", ParameterKind.Text), new("period", ParameterKind.Text), Parameter.Title, Parameter.TitleZh];

    public IReadOnlyList<Block> Build(TagArguments arguments, ReportScope scope)
    {
        var (id, voice) = (arguments.Subject.Trim(), scope.Voice);
        var grain = arguments.Text("by") ?? "month";
        if (!Grains.TryGetValue(grain, out var since))
        {
            throw arguments.Wrong("by", "day, week or month");
        }

        var perMember = arguments.OneOf("per", Each) ?? false;
        var figures = scope.Ask(scope.Question(arguments, [perMember ? id + "_per_member" : id], [grain, since]));
        var title = AnswerTitle.Of(arguments, figures with { Dimensions = [figures.Dimensions[0]] }, voice);
        return AnswerGrid.HasValue(figures)
            ? [Table(title, figures, scope.Ask(scope.Question(arguments, [id + "_size"], [grain])), voice)]
            : [AnswerGrid.Nothing(title, figures, voice)];
    }

    private static TableBlock Table(string title, Answer figures, Answer sizes, Voice voice)
    {
        var metric = figures.Metrics[0];
        var ages = figures.Rows.Where(r => r.Figures[0].Value is not null).Select(Age).Distinct().Order().Take(MostColumns).ToList();
        var known = figures.Rows.GroupBy(r => r.Dimensions[0] ?? "").ToDictionary(g => g.Key, g => g.DistinctBy(Age).ToDictionary(Age, r => r.Figures[0]));
        var cohorts = sizes.Rows.Where(r => r.Dimensions[0] is not null && known.ContainsKey(r.Dimensions[0] ?? "")).OrderBy(r => r.Dimensions[0] as DateOnly?).ToList();
        var largest = figures.Rows.Max(r => Math.Abs(r.Figures[0].Value ?? 0));
        var grid = new Grid(
            [
                new GridColumn(voice.Label(figures.Dimensions[0])), new GridColumn(voice.Words["cohort.size"], Numeric: true),
                .. ages.Select(a => new GridColumn(a.ToString(CultureInfo.InvariantCulture), Numeric: true)),
            ],
            [
                .. cohorts.Select(row => new GridRow(
                [
                    voice.GroupCell(row.Dimensions[0], figures.Dimensions[0]), voice.Cell(row.Figures[0], sizes.Metrics[0]),
                    .. ages.Select(a => Cell(known[row.Dimensions[0] ?? ""].GetValueOrDefault(a))),
                ])),
            ]);
        string[] open = figures.Rows.Any(r => r.Figures[0] is { Unfinished: true, Value: not null }) ? [voice.Words["cohort.unfinished"]] : [];
        return new TableBlock(title, grid, [voice.Words.Say("cohort.note", voice.Label(figures.Dimensions[1])), .. open]);

        // What is still to come is empty: it needs no dash to be told from what did not happen.
        GridCell Cell(Figure? figure) => figure?.Value is not { } value
            ? new GridCell("")
            : voice.Cell(figure, metric) with { Heat = largest > 0 ? Math.Abs(value) / largest : null, Under = figure.Unfinished ? voice.Words["cohort.so-far"] : "" };
    }

    private static long Age(AnswerRow row) => Convert.ToInt64(row.Dimensions[1] ?? 0L, CultureInfo.InvariantCulture);
}
