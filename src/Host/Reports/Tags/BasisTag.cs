using System.Globalization;
using System.Text.Json;
using Merit.Host.Measures.Formatting;
using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Wording;
using Merit.Host.Testing;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Tags;

/// <summary><c>{{basis}}</c>: what the numbers rest on. A report without this tag ends with it.</summary>
internal sealed class BasisTag : IBlockTag
{
    private const int ExamplesOfEachSource = 3;
    private const int LongestExample = 120;

    private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public string Name => "basis";

    public string Example => "{{basis}}";

    public string Subject => "";

    public bool SubjectOptional => true;

    public IReadOnlyList<Parameter> Parameters { get; } = [];

    public IReadOnlyList<Block> Build(TagArguments arguments, ReportScope scope) => [Build(scope)];

    public static BasisBlock Build(ReportScope scope)
    {
        var (voice, words, workspace, inputs) = (scope.Voice, scope.Voice.Words, scope.Workspace, scope.Inputs);
        var model = scope.Model ?? workspace.Attribution.Default;
        List<BasisEntry> entries =
        [
            new(words["basis.period"], voice.Dates.Period(scope.Period)),
            new(words["basis.zone"], workspace.Zone.Id),
            new(words["basis.as-of"], voice.Dates.Day(inputs.AsOf)),
            new(words["basis.currency"], words.Say("basis.currency-of", workspace.Currency)),
            new(words["basis.model"], Model(scope, model)),
        ];
        if (scope.Type is { } type)
        {
            entries.Add(new(words["basis.type"], scope.HasTypes ? voice.CampaignType(type) : words.Say("basis.no-types", voice.CampaignType(type))));
        }

        if (scope.Where.Count > 0)
        {
            entries.Add(new(words["basis.filters"], string.Join(words["basis.separator"], scope.Where.Select(Filter))));
        }

        if (workspace.Parameters.Count > 0)
        {
            var set = workspace.Parameters.Reverse().DistinctBy(p => p.Id, StringComparer.Ordinal).Reverse();
            entries.Add(new(words["basis.parameters"], string.Join(words["basis.separator"], set.Select(p => $"{p.Id} = {p.Shown}"))));
        }

        // How many rows there are in all is not for who may see some of them only.
        entries.Add(inputs.Rules.Count > 0
            ? new(words["basis.only"], string.Join(words["basis.separator"], inputs.Rules.Select(Filter)))
            : new(words["basis.rows"], words.Say(
                "basis.rows-of",
                Sum(voice, inputs.Loads.Sum(l => l.Read)), Sum(voice, inputs.Loads.Sum(l => l.Loaded)),
                Sum(voice, inputs.Loads.Sum(l => l.Rejected)), Sum(voice, inputs.Loads.Sum(l => l.Filtered)))));
        if (inputs.DataTests.Count > 0)
        {
            entries.Add(new(words["basis.tests"], DataTests(scope)));
        }

        entries.Add(new(words["basis.sourced"], words["basis.sourced-text"]));
        entries.Add(new(words["basis.definitions"], inputs.DefinitionHash));
        entries.Add(new(words["basis.version"], "Merit " + inputs.Version));
        return new BasisBlock(entries, Loads(scope), Rejects(scope));
    }

    private static string Model(ReportScope scope, string name)
    {
        var (words, attribution) = (scope.Voice.Words, scope.Workspace.Attribution);
        var settings = attribution.Models.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.Ordinal)) is { Options: { } given }
            ? JsonSerializer.SerializeToElement(given, given.GetType(), Snake).EnumerateObject().Select(o => $"{o.Name} {o.Value}")
            : [];
        var model = words.Say("basis.model-of", name, scope.Voice.Format.Text(attribution.Journeys.Lookback.TotalDays, Unit.Days), words[attribution.ByAccount ? "basis.by-account" : "basis.by-contact"]);
        return string.Join(words["basis.separator"], settings.Prepend(model));
    }

    private static string DataTests(ReportScope scope)
    {
        var (words, tests) = (scope.Voice.Words, scope.Inputs.DataTests);
        var failed = tests.Where(t => t.Outcome == DataTestOutcome.Failed)
            .Select(t => words.Say("basis.tests-failed", t.Shown(words.IsChinese), words.Choose(t.Detail, t.DetailZh)));
        return string.Join(words["basis.separator"], failed.Prepend(words.Say("basis.tests-of", tests.Count(t => t.Outcome == DataTestOutcome.Passed), tests.Count)));
    }

    private static Grid? Loads(ReportScope scope)
    {
        var (voice, words) = (scope.Voice, scope.Voice.Words);
        return scope.Inputs.Loads.Count == 0 ? null : new Grid(
            [
                new GridColumn(words["loads.source"]), new GridColumn(words["loads.table"]), new GridColumn(words["loads.read"], Numeric: true),
                new GridColumn(words["loads.loaded"], Numeric: true), new GridColumn(words["loads.rejected"], Numeric: true), new GridColumn(words["loads.filtered"], Numeric: true),
                new GridColumn(words["loads.covers"]),
            ],
            [
                .. scope.Inputs.Loads.Select(l => new GridRow(
                [
                    new GridCell(l.Source), new GridCell(l.Table), voice.Figure(l.Read, Unit.Number), voice.Figure(l.Loaded, Unit.Number),
                    voice.Figure(l.Rejected, Unit.Number) with { Tone = l.Rejected > 0 ? Tone.Warning : Tone.Plain }, voice.Figure(l.Filtered, Unit.Number),
                    new GridCell(l is { CoveredFrom: { } from, CoveredTo: { } to } ? voice.Dates.Period(new Period(from, to.AddDays(1), "", PeriodKind.Days)) : FigureFormat.NoValue),
                ])),
            ]);
    }

    private static Grid? Rejects(ReportScope scope)
    {
        var words = scope.Voice.Words;
        List<GridRow> rows =
        [
            .. scope.Inputs.Rejects.GroupBy(r => r.Source, StringComparer.Ordinal).SelectMany(g => g.Take(ExamplesOfEachSource)).Select(r => new GridRow(
            [
                new GridCell(r.Source),
                new GridCell(r.Row == 0 ? r.File : string.Create(CultureInfo.InvariantCulture, $"{r.File}({r.Row})")),
                new GridCell(r.Column ?? ""), new GridCell(r.Reason),
                new GridCell(r.Raw.Length > LongestExample ? r.Raw[..LongestExample] + "…" : r.Raw),
            ])),
        ];
        return rows.Count == 0 ? null : new Grid(
            [new GridColumn(words["loads.source"]), new GridColumn(words["rejects.place"]), new GridColumn(words["rejects.column"]), new GridColumn(words["rejects.reason"]) { Prose = true }, new GridColumn(words["rejects.raw"]) { Prose = true }],
            rows);
    }

    private static string Sum(Voice voice, long count) => voice.Format.Text(count, Unit.Number);

    private static string Filter(Filter filter)
    {
        var sign = filter.Operator switch
        {
            FilterOperator.Equal => "=",
            FilterOperator.NotEqual => "!=",
            FilterOperator.In => "in",
            FilterOperator.NotIn => "not in",
            FilterOperator.Greater => ">",
            FilterOperator.GreaterOrEqual => ">=",
            FilterOperator.Less => "<",
            FilterOperator.LessOrEqual => "<=",
            _ => "contains",
        };
        var values = string.Join(", ", filter.Values.Select(v => v ?? "(none)"));
        return $"{filter.Dimension} {sign} {(filter.Operator is FilterOperator.In or FilterOperator.NotIn ? $"({values})" : values)}";
    }
}
