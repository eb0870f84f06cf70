using System.Globalization;
using Merit.Diagnostics;
using Merit.Host.Commands.Answers;
using Merit.Host.Measures;
using Merit.Host.Warehouse.Testing;
using Merit.Host.Workspaces;
using Merit.Metrics.Language;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Testing;

/// <summary>Runs tests of metrics, one after the other in one engine.</summary>
internal sealed class MetricTests(Workspace workspace, Definitions definitions, TestWarehouse warehouse, TimeProvider clock)
{
    private const string None = "(none)";

    private readonly SessionRows _rows = new(warehouse.Session);

    public TestOutcome Run(TestDefinition test)
    {
        var started = clock.GetTimestamp();
        try
        {
            var (request, today) = TestQuestion.Of(test, workspace.WeekStart);
            var schema = warehouse.Fill(test);
            var plan = new WarehouseMeasures(_rows, schema, definitions, workspace, today).Plan(request);
            var answer = plan.Read(_rows.Rows(plan.Sql, plan.Parameters));
            return new TestOutcome(test, [.. test.Expectations.Select(e => Compare(e, answer)).OfType<Difference>(), .. Groups(test, answer)], clock.GetElapsedTime(started))
            {
                Sql = plan.Sql + string.Concat(plan.Parameters.Select((p, i) => string.Create(CultureInfo.InvariantCulture, $"\n-- ${i + 1} = {Cell.Raw(p)}"))),
            };
        }
        catch (MeritException wrong)
        {
            var mistakes = wrong.Diagnostics.Select(d => d.At is null ? d with { At = test.At } : d);
            return new TestOutcome(test, [.. mistakes.Select(m => new Difference("", "", m.Message, m.At ?? test.At) { Mistake = m })], clock.GetElapsedTime(started));
        }
    }

    private static Difference? Compare(Expectation expected, Answer answer)
    {
        var row = expected.Group is { } group ? answer.Rows.FirstOrDefault(r => Is(group, r, answer)) : answer.Total ?? answer.Rows[0];
        var what = expected.Group is { } named ? $"{expected.Metric} of {named}" : expected.Metric;
        var wanted = expected switch
        {
            { Value: { } value } => Number(value),
            { Reason: NoValue.None } => "no value",
            _ => $"no value ({expected.Reason})",
        };
        if (row is null)
        {
            return new Difference(what, wanted, $"no such group; there {Groups(answer)}", expected.At);
        }

        var figure = row.Figures[Index(answer, expected.Metric)];
        var fits = expected.Value is { } number
            ? figure.Value is { } found && expected.Within.Allows(number, found)
            : figure.Value is null && (expected.Reason == NoValue.None || expected.Reason == figure.Reason);
        return fits ? null : new Difference(what, wanted, figure.Value is { } other ? Number(other) : $"no value ({figure.Reason})", expected.At);
    }

    private static IEnumerable<Difference> Groups(TestDefinition test, Answer answer)
    {
        if (test.Groups is not { } wanted || (wanted.Count == answer.Rows.Count && wanted.All(g => answer.Rows.Any(r => Is(g, r, answer)))))
        {
            yield break;
        }

        yield return new Difference("groups", string.Join("; ", wanted), string.Join("; ", answer.Rows.Select(r => Name(r, answer))), test.GroupsAt ?? test.At);
    }

    private static string Groups(Answer answer) => answer.Rows.Count switch
    {
        0 => "are no groups",
        1 => $"is {Name(answer.Rows[0], answer)}",
        _ => $"are {string.Join("; ", answer.Rows.Select(r => Name(r, answer)))}",
    };

    private static bool Is(TestGroup group, AnswerRow row, Answer answer) =>
        group.Values.Select((value, i) => Texts(row.Dimensions[i], answer.Dimensions[i].Id).Contains(value, StringComparer.Ordinal)).All(same => same);

    private static string Name(AnswerRow row, Answer answer) => string.Join(", ", row.Dimensions.Select((d, i) => Texts(d, answer.Dimensions[i].Id)[0]));

    // A month may be called by its name or by its first day.
    private static string[] Texts(object? value, string dimension) => value switch
    {
        null => [None],
        DateOnly start when TimeGrains.Of(dimension) is { } grain => [grain.Name(start), Cell.Raw(start)],
        _ => [Cell.Raw(value)],
    };

    private static int Index(Answer answer, string metric) =>
        answer.Metrics.Select((m, i) => (m.Id, i)).First(m => string.Equals(m.Id, metric, StringComparison.Ordinal)).i;

    private static string Number(double value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
