using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Wording;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Tags;

/// <summary><c>{{experiments}}</c>: what each experiment measured beside what every model gives to the same touches on the same days.</summary>
internal sealed class ExperimentsTag : IBlockTag
{
    private const string Column = "experiment_credits.";

    private static readonly string[] Metrics =
        ["experiment_measured", "experiment_measured_low", "experiment_measured_high", "experiment_modelled", "experiment_ratio", "experiment_within", "experiment_judged"];

    private static readonly string[] By =
    [
        Column + "experiment_id", Column + "model", Column + "channel", "campaign_name", Column + "kind", Column + "method", Column + "started_on", Column + "ended_on", Column + "confidence",
    ];

    public string Name => "experiments";

    public string Example => "{{experiments}}";

    public string Subject => "";

    public bool SubjectOptional => true;

    public IReadOnlyList<Parameter> Parameters { get; } = [new("models", ParameterKind.Text), new("where", ParameterKind.Text), new("period", ParameterKind.Text)];

    public IReadOnlyList<Block> Build(TagArguments arguments, ReportScope scope)
    {
        var voice = scope.Voice;
        if (!scope.Loads("experiment_credits"))
        {
            return [new NoteBlock(voice.Words["empty.experiments"])];
        }

        var answer = scope.Ask(scope.Question(arguments, Metrics, By) with { Model = null });
        var models = arguments.List("models") is { Count: > 0 } named ? named : scope.Models;
        var experiments = answer.Rows.GroupBy(r => r.Dimensions[0]).Select(g => g.ToDictionary(r => r.Dimensions[1] as string ?? "", StringComparer.Ordinal))
            .OrderBy(e => First(e).Dimensions[6] as DateOnly?).ThenBy(e => First(e).Dimensions[0] as string, StringComparer.Ordinal).ToList();
        return experiments.Count == 0 ? [new NoteBlock(voice.Words["empty.experiments"])] : [Laid(experiments, answer, models, scope)];
    }

    private static TableBlock Laid(IReadOnlyList<Dictionary<string, AnswerRow>> experiments, Answer answer, IReadOnlyList<string> models, ReportScope scope)
    {
        var (voice, words) = (scope.Voice, scope.Voice.Words);
        var rows = experiments.Select(experiment => new GridRow(
        [
            new GridCell(Tested(First(experiment))) { Under = First(experiment).Dimensions[0] as string ?? "" },
            Days(First(experiment), voice),
            Measured(First(experiment), answer, voice),
            .. models.Select(model => experiment.TryGetValue(model, out var row) ? Modelled(row, answer, voice) : new GridCell("")),
        ])).ToList();
        var grid = new Grid(
            [
                new GridColumn(words["experiments.tested"]), new GridColumn(words["experiments.days"]), new GridColumn(voice.Label(answer.Metrics[0]), Numeric: true),
                .. models.Select(m => new GridColumn(scope.TakesPart(m) ? words.Say("models.participation", m) : m, Numeric: true)),
            ],
            rows);
        return new TableBlock(
            words["title.experiments"], grid,
            [words["experiments.note"], words["attribution.note"], .. models.Any(scope.TakesPart) ? [words["attribution.participation"]] : Array.Empty<string>()]);
    }

    private static AnswerRow First(Dictionary<string, AnswerRow> experiment) => experiment.Values.First();

    private static string Tested(AnswerRow row)
    {
        string?[] parts = [row.Dimensions[2] as string, row.Dimensions[3] as string, row.Dimensions[4] is string kind and not "sale" ? kind : null];
        return string.Join(" · ", parts.OfType<string>());
    }

    private static GridCell Days(AnswerRow row, Voice voice) => new(
        row.Dimensions is [.., DateOnly from, DateOnly to, _] ? voice.Dates.Period(new Period(from, to.AddDays(1), "", PeriodKind.Days)) : "") { Under = row.Dimensions[5] as string ?? "" };

    private static GridCell Measured(AnswerRow row, Answer answer, Voice voice) => voice.Cell(row.Figures[0], answer.Metrics[0]) with
    {
        Under = row.Figures[1].Value is null || row.Figures[2].Value is null ? voice.Words["experiments.no-interval"] : voice.Words.Say(
            "experiments.interval", voice.Format.Text(row.Figures[1], answer.Metrics[1]), voice.Format.Text(row.Figures[2], answer.Metrics[2]), voice.Format.Text(row.Dimensions[8] as double? ?? 0, Unit.Percent)),
        Beside = [.. new[] { 1, 2 }.SelectMany(m => Beside(row, answer, m, voice))],
    };

    private static GridCell Modelled(AnswerRow row, Answer answer, Voice voice)
    {
        var (judged, within) = (row.Figures[6].Value > 0, row.Figures[5].Value > 0);
        string[] under =
        [
            row.Figures[4].Value is null ? "" : "×" + voice.Format.Text(row.Figures[4], answer.Metrics[4]),
            judged ? voice.Words[within ? "experiments.inside" : "experiments.outside"] : "",
        ];
        return voice.Cell(row.Figures[3], answer.Metrics[3]) with { Under = string.Join(" · ", under.Where(u => u.Length > 0)), Beside = [.. Beside(row, answer, 4, voice)], Tone = judged && !within ? Tone.Warning : Tone.Plain };
    }

    private static IEnumerable<BesideFigure> Beside(AnswerRow row, Answer answer, int metric, Voice voice) =>
        row.Figures[metric].Value is { } value ? [new BesideFigure(voice.Label(answer.Metrics[metric]), value, answer.Metrics[metric].Unit)] : [];
}
