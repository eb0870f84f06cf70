using Merit.Diagnostics;
using Merit.Metrics.Tests.Planning;

namespace Merit.Metrics.Tests.Naive;

/// <summary>A warehouse and questions put to it. Shrinks to one question over as few rows as still go wrong, and says all of it when it is shown.</summary>
internal sealed record Case(Scene Scene, IReadOnlyList<Asked> Questions)
{
    // A simpler question may be none that can be asked; that is not what went wrong.
    private bool IsShrunk { get; init; }

    private static readonly string[] Zones = ["UTC", "Asia/Shanghai", "America/New_York", "Europe/Berlin", "Pacific/Auckland"];

    private static readonly DateOnly[] Todays =
        [new(2024, 2, 29), new(2025, 2, 28), new(2025, 3, 9), new(2025, 3, 31), new(2025, 4, 1), new(2025, 12, 31), new(2026, 1, 15), new(2026, 1, 15)];

    public static Case Of(int seed, int questions)
    {
        var random = new Random(seed);
        var scene = new Scene(
            RandomRows.Of(random), TimeZoneInfo.FindSystemTimeZoneById(RandomRows.Pick(random, Zones)), (DayOfWeek)random.Next(7), RandomRows.Pick(random, Todays));
        var asked = new RandomQuestions(random);
        return new Case(scene, [.. Enumerable.Range(0, questions).Select(_ => asked.Next())]);
    }

    public IEnumerable<Case> Smaller() => Questions.Count > 1
        ? Questions.Select(q => this with { Questions = [q], IsShrunk = true })
        :
        [
            .. FewerRows().Select(rows => this with { Scene = Scene with { Rows = rows } }),
            .. Questions.SelectMany(q => q.Smaller()).Select(q => this with { Questions = [q] }),
        ];

    // Without a half, a quarter, … a single one of them.
    private IEnumerable<IReadOnlyList<Row>> FewerRows()
    {
        for (var size = Math.Max(1, Scene.Rows.Count / 2); size > 0; size /= 2)
        {
            for (var start = 0; start < Scene.Rows.Count; start += size)
            {
                yield return [.. Scene.Rows.Take(start), .. Scene.Rows.Skip(start + size)];
            }
        }
    }

    /// <summary>The first question whose answer is not the one that looking at every row gives, and how they differ; null where all agree.</summary>
    public string? Difference(TestWarehouse warehouse)
    {
        RandomRows.PutInto(warehouse, Scene.Rows);
        warehouse.Settings = warehouse.Settings with { TimeZone = Scene.Zone.Id, WeekStart = Scene.WeekStart, Today = Scene.Today };
        return Questions.Select(q => Difference(warehouse, q)).FirstOrDefault(d => d is not null);
    }

    public override string ToString() =>
        $"{Scene.Zone.Id}, weeks from {Scene.WeekStart}, today {Scene.Today:yyyy-MM-dd}\n" + string.Concat(Scene.Rows.Select(r => $"  {r.Table} {{ {r} }}\n")) + string.Concat(Questions.Take(3).Select(q => $"asked:{q}\n"))
        + (Questions.Count > 3 ? $"and {Questions.Count - 3} more questions\n" : "");

    private string? Difference(TestWarehouse warehouse, Asked question)
    {
        var naive = new RowByRow(Scene, question);
        Results.Answer answer;
        try
        {
            answer = warehouse.Ask(question.Definitions(), question.Request(Scene));
        }
        catch (MeritException refused)
        {
            return IsShrunk ? null : $"refused: {refused.Message}{question}";
        }

        var given = answer.Rows.ToDictionary(r => RowByRow.Text(r.Dimensions), r => r.Figures, StringComparer.Ordinal);
        var expected = naive.Groups();
        if (!expected.Keys.Order(StringComparer.Ordinal).SequenceEqual(given.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            return $"groups: expected {string.Join(", ", expected.Keys.Order(StringComparer.Ordinal))}; given {string.Join(", ", given.Keys.Order(StringComparer.Ordinal))}";
        }

        var total = answer.Total is { } row ? Difference("total", naive.Total(), row.Figures) : null;
        return total ?? expected.Select(e => Difference(e.Key, e.Value, given[e.Key])).FirstOrDefault(d => d is not null);
    }

    private static string? Difference(string group, double?[] expected, IReadOnlyList<Results.Figure> given)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            var (wanted, found) = (expected[i], given[i].Value);
            var same = wanted is null ? found is null : found is not null && Math.Abs(wanted.Value - found.Value) <= 1e-9 * Math.Max(1, Math.Abs(wanted.Value));
            if (!same || found is null == (given[i].Reason == Results.NoValue.None))
            {
                return $"group '{group}', m{i}: expected {wanted?.ToString("R") ?? "no value"}, given {found?.ToString("R") ?? given[i].Reason.ToString()}";
            }
        }

        return null;
    }
}
