using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Commands.Answers;
using Merit.Host.Measures;
using Merit.Host.Workspaces;
using Merit.Metrics.Language;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Testing;

/// <summary>Runs the tests of the data over a warehouse; each is a question like any other.</summary>
/// <param name="definitions">What the scripts declare.</param>
/// <param name="measures">Answers questions, given all metrics there are.</param>
/// <param name="workspace">The workspace.</param>
/// <param name="today">Today in its zone.</param>
internal sealed class DataTests(Definitions definitions, Func<Definitions, IMeasures> measures, Workspace workspace, DateOnly today)
{
    private readonly IMeasures _measures = measures(definitions.With(definitions.DataTests.Select(t => t.Failing).OfType<MetricDefinition>()));

    /// <summary>The question of a test, or null where the schema alone answers it.</summary>
    public static Request? Question(DataTestDefinition test, DateOnly today, DayOfWeek weekStart) => test switch
    {
        { Failing: { } failing } => new Request { Metrics = [failing.Id] },
        { Kind: DataTestKind.Reconcile } => new Request
        {
            Metrics = [.. new[] { test.Metrics.One, test.Metrics.Other }.Distinct(StringComparer.Ordinal)], By = test.By, Period = PeriodParser.Parse(test.Period, today, weekStart),
        },
        _ => null,
    };

    public IReadOnlyList<DataTestResult> Run() => [.. definitions.DataTests.Select(Run)];

    private DataTestResult Run(DataTestDefinition test) =>
        Outcome(test) with { Label = test.Label, LabelZh = test.LabelZh, IsWarning = test.IsWarning, BlocksDelivery = test.BlocksDelivery };

    private DataTestResult Outcome(DataTestDefinition test)
    {
        try
        {
            return test.Table.Length > 0 && Missing(test) is { } missing ? missing : test.Kind switch
            {
                DataTestKind.Fresh => Fresh(test),
                DataTestKind.Reconcile => Reconcile(test),
                _ => Rows(test),
            };
        }
        catch (MeritException wrong) when (wrong.Diagnostics.All(d => d.Rule != WarehouseRules.EngineRefused))
        {
            // 'merit check' says it at its place; a load is not lost for it.
            return NotRun(test, wrong.Diagnostics[0].Message.TrimEnd('.'), wrong.Diagnostics[0].Message.TrimEnd('.'));
        }
    }

    private DataTestResult? Missing(DataTestDefinition test)
    {
        if (_measures.Schema.Table(test.Table) is not { Loaded: true } table)
        {
            return NotRun(test, $"no source loads {test.Table}", $"没有数据源加载 {test.Table}");
        }

        var column = test.Needs.FirstOrDefault(c => table.Column(c) is not { Loaded: true });
        return column is null ? null : NotRun(test, $"no source loads {test.Table}.{column}", $"没有数据源加载 {test.Table}.{column}");
    }

    private DataTestResult Rows(DataTestDefinition test)
    {
        var figure = Ask(test).Rows[0].Figures[0];
        var failing = (long)(figure.Value ?? 0);
        return failing == 0 ? Passed(test)
            : test.Kind == DataTestKind.Unique ? Failed(test, failing, $"{Rows(failing)} {(failing == 1 ? "repeats" : "repeat")} a value", $"{Number(failing)} 行取值重复")
            : Failed(test, failing, Rows(failing), $"{Number(failing)} 行");
    }

    private DataTestResult Fresh(DataTestDefinition test)
    {
        if (_measures.Schema.Table(test.Table)?.CoveredTo is not { } last)
        {
            return NotRun(test, $"no day is known that the sources of {test.Table} have answered for", $"{test.Table} 的数据截止日期未知");
        }

        var age = today.DayNumber - last.DayNumber;
        return age <= test.Age.TotalDays
            ? Passed(test)
            : Failed(test, 0, $"its last day is {Day(last)}, {Number(age)} {(age == 1 ? "day" : "days")} ago", $"最后一天为 {Day(last)}，已过 {Number(age)} 天");
    }

    private DataTestResult Reconcile(DataTestDefinition test)
    {
        var answer = Ask(test);
        var pairs = answer.Rows.Select(r => (Row: r, One: r.Figures[0], Other: r.Figures[^1])).ToList();
        if (pairs.Count > 0 && pairs.TrueForAll(p => p.One.Value is null && p.Other.Value is null))
        {
            return NotRun(test, "neither metric has a value", "两个指标均无数值");
        }

        var differing = pairs.FindAll(p => !Agree(test, p.One, p.Other));
        if (differing.Count == 0)
        {
            return Passed(test);
        }

        var (row, one, other) = differing[0];
        var group = string.Join(", ", row.Dimensions.Select(d => d is null ? "(none)" : Cell.Raw(d)));
        var (first, firstZh) = ($"{Figure(one)} against {Figure(other)}", $"{Figure(one)} 对 {Figure(other)}");
        return test.By.Count == 0
            ? Failed(test, 1, first, firstZh)
            : Failed(
                test, differing.Count, $"{Number(differing.Count)} of {Number(pairs.Count)} groups, first {group} with {first}",
                $"{Number(pairs.Count)} 组中有 {Number(differing.Count)} 组不一致，首个为 {group}：{firstZh}");
    }

    private static bool Agree(DataTestDefinition test, Figure one, Figure other) => (one.Value, other.Value) switch
    {
        (null, null) => true,
        ({ } a, { } b) => test.Within.Allows(a, b),
        _ => false,
    };

    private Answer Ask(DataTestDefinition test) =>
        _measures.Ask(Question(test, today, workspace.WeekStart) ?? throw new InvalidOperationException($"'{test.Name}' asks nothing."));

    private static DataTestResult Passed(DataTestDefinition test) => new(test.Name, DataTestOutcome.Passed, 0, "", "", test.At);

    private static DataTestResult Failed(DataTestDefinition test, long failing, string detail, string detailZh) =>
        new(test.Name, DataTestOutcome.Failed, failing, detail, detailZh, test.At);

    private static DataTestResult NotRun(DataTestDefinition test, string detail, string detailZh) => new(test.Name, DataTestOutcome.NotRun, 0, detail, detailZh, test.At);

    private static string Rows(long rows) => $"{Number(rows)} {(rows == 1 ? "row" : "rows")}";

    private static string Figure(Figure figure) => figure.Value is { } value ? value.ToString("#,##0.####", CultureInfo.InvariantCulture) : $"no value ({figure.Reason})";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
