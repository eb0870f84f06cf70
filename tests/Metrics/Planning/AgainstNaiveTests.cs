using FsCheck.Fluent;
using Merit.Metrics.Results;
using Merit.Tests;

namespace Merit.Metrics.Tests.Planning;

/// <summary>Every number the planner gives is the number a row-by-row reading gives: over random tables, questions, zones and weeks.</summary>
public sealed class AgainstNaiveTests
{
    private static readonly string[] Zones = ["UTC", "Asia/Shanghai", "America/New_York", "Europe/Berlin", "Pacific/Auckland"];

    [Fact]
    public void Random_questions_over_random_rows_have_the_row_by_row_answers()
    {
        using var warehouse = new TestWarehouse();
        var company = new RandomCompany(0);
        var questions = 0;
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            // Filling the engine takes longer than asking it: several questions are put to one company.
            if (questions++ % 8 == 0)
            {
                company = new RandomCompany(seed);
                company.PutInto(warehouse);
            }

            Same(warehouse, company, seed);
        }).Holds(300);
    }

    private static void Same(TestWarehouse warehouse, RandomCompany company, int seed)
    {
        var request = RandomCompany.Question(seed);
        var zone = Zones[seed % Zones.Length];
        var week = (DayOfWeek)(seed % 7);
        warehouse.Settings = warehouse.Settings with { TimeZone = zone, WeekStart = week };
        var naive = new NaiveAnswers(company, request, TimeZoneInfo.FindSystemTimeZoneById(zone), week);

        var answer = warehouse.Ask(StandardMetrics.All, request);
        var expected = naive.Groups();

        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), answer.Rows.Select(r => NaiveAnswers.Text(r.Dimensions)).Order(StringComparer.Ordinal));
        Assert.All(answer.Rows, row => SameFigures(expected[NaiveAnswers.Text(row.Dimensions)], row));
        if (answer.Total is { } total)
        {
            SameFigures(naive.Total(), total);
        }
    }

    private static void SameFigures(double?[] expected, AnswerRow row)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i] is null, row.Figures[i].Value is null);
            Assert.Equal(expected[i] ?? 0, row.Figures[i].Value ?? 0, 1e-9 * Math.Max(1, Math.Abs(expected[i] ?? 0)));
            Assert.Equal(row.Figures[i].Value is null, row.Figures[i].Reason != NoValue.None);
        }
    }
}
