using FsCheck;
using FsCheck.Fluent;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Metrics.Tests.Planning.OverTime;

/// <summary>Every figure over other days or other groups is the one a row-by-row reading gives: over random tables, questions, zones, weeks and days of asking.</summary>
public sealed class OverTimeAgainstNaiveTests
{
    private static readonly string[] Zones = ["UTC", "Asia/Shanghai", "America/New_York", "Europe/Berlin", "Pacific/Auckland"];

    private static readonly DateOnly[] Todays =
        [new(2024, 2, 29), new(2025, 2, 28), new(2025, 3, 9), new(2025, 3, 30), new(2025, 3, 31), new(2025, 4, 1), new(2025, 11, 2), new(2025, 12, 31), new(2026, 1, 15)];

    // More by hand: MERIT_RANDOM_CASES=10000.
    private static int Cases => int.TryParse(Environment.GetEnvironmentVariable("MERIT_RANDOM_CASES"), out var cases) ? cases : 250;

    [Fact]
    public void Random_questions_over_random_rows_have_the_row_by_row_answers()
    {
        using var warehouse = new TestWarehouse();
        var company = new RandomCompany(0);
        var questions = 0;
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            if (questions++ % 8 == 0)
            {
                company = new RandomCompany(seed);
                company.PutInto(warehouse);
            }

            Same(warehouse, company, seed);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));
    }

    private static void Same(TestWarehouse warehouse, RandomCompany company, int seed)
    {
        var request = Question(seed);
        var (zone, week, today) = (Zones[seed % Zones.Length], (DayOfWeek)(seed % 7), Todays[seed % Todays.Length]);
        warehouse.Settings = warehouse.Settings with { TimeZone = zone, WeekStart = week, Today = today };
        var naive = new NaiveOverTime(company, request, TimeZoneInfo.FindSystemTimeZoneById(zone), week, today);

        var answer = warehouse.Ask(OverTimeMetrics.All, request);
        var expected = naive.Groups();

        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), answer.Rows.Select(r => NaiveAnswers.Text(r.Dimensions)).Order(StringComparer.Ordinal));
        Assert.All(answer.Rows, row => SameFigures(request, expected[NaiveAnswers.Text(row.Dimensions)], row));
        if (answer.Total is { } total)
        {
            SameFigures(request, naive.Total(), total);
        }
    }

    private static void SameFigures(Request request, double?[] expected, AnswerRow row)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            var place = $"{request.Metrics[i]} of {NaiveAnswers.Text(row.Dimensions)}: {expected[i]} against {row.Figures[i]}";
            Assert.True(expected[i] is null == row.Figures[i].Value is null, place);
            Assert.True(Math.Abs((expected[i] ?? 0) - (row.Figures[i].Value ?? 0)) <= 1e-9 * Math.Max(1, Math.Abs(expected[i] ?? 0)), place);
            Assert.Equal(row.Figures[i].Value is null, row.Figures[i].Reason != NoValue.None);
        }
    }

    private static Request Question(int seed)
    {
        var random = new Random(seed);
        var metrics = OverTimeMetrics.All.Metrics.Select(m => m.Id).Where(id => id != "budget").ToArray();
        string[] dimensions = ["campaign", "channel", "type", "campaign_owner"];
        string[] grains = ["day", "week", "month", "quarter", "year"];
        string[] filters = ["channel = email", "channel != email", "channel in (expo, (none))", "channel not in (email, 社交)", "campaign = c1", "type = (none)", "campaign_owner = ann"];
        string[] periods = ["all", "2025", "2025-Q1", "2025-03", "2025-W14", "2025-03-09..2025-04-01", "2024-02", "2025-02-15..2025-05-31", "2025-12", "2024-02-28..2024-03-02"];
        random.Shuffle(metrics);
        random.Shuffle(dimensions);
        random.Shuffle(grains);
        random.Shuffle(filters);
        return new Request
        {
            Metrics = metrics[..random.Next(1, 5)],
            By = [.. grains[..random.Next(0, 3)], .. dimensions[..random.Next(0, 3)]],
            Where = [.. filters[..random.Next(0, 2)].Select(FilterParser.Parse)],
            Period = PeriodParser.Parse(periods[random.Next(periods.Length)], new DateOnly(2026, 1, 15), DayOfWeek.Monday),
            Total = random.Next(2) == 0,
        };
    }
}
