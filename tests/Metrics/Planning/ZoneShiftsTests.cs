using Merit.Metrics.Planning;
using static Merit.Metrics.Language.Define;

namespace Merit.Metrics.Tests.Planning;

/// <summary>Days of a zone without looking it up for every row: at every half hour around every jump of its clocks they are those of the zone itself.</summary>
public sealed class ZoneShiftsTests
{
    [Theory]
    [InlineData("Asia/Shanghai", "2020-01-01", "2026-01-01", 1)]
    [InlineData("Asia/Kathmandu", "2025-01-01", "2026-01-01", 1)]
    [InlineData("Europe/Berlin", "2025-01-01", "2026-01-01", 3)]
    [InlineData("Europe/Berlin", "2025-04-02", "2025-10-20", 1)]
    [InlineData("America/New_York", "2024-01-01", "2026-01-01", 5)]
    [InlineData("Australia/Lord_Howe", "2025-01-01", "2026-01-01", 3)]
    [InlineData("America/St_Johns", "2025-01-01", "2026-01-01", 3)]
    [InlineData("Pacific/Apia", "2011-12-01", "2012-02-01", 2)]
    [InlineData("Africa/Casablanca", "2025-01-01", "2026-01-01", 3)]
    [InlineData("Asia/Shanghai", "1991-01-01", "1992-01-01", 3)]
    public void They_are_those_of_the_zone_at_every_half_hour(string zone, string from, string to, int shifts)
    {
        var (first, end) = (DateOnly.Parse(from), DateOnly.Parse(to));
        var found = ZoneShifts.Between(zone, first, end) ?? [];
        Assert.Equal(shifts, found.Count);

        var clocks = TimeZoneInfo.FindSystemTimeZoneById(zone);
        for (var utc = first.AddDays(-1).ToDateTime(TimeOnly.MinValue); utc < end.AddDays(1).ToDateTime(TimeOnly.MinValue); utc = utc.AddMinutes(30))
        {
            var shift = found.First(s => s.Until is null || utc < s.Until).Shift;
            Assert.Equal(clocks.GetUtcOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)), shift);
        }
    }

    [Theory]
    [InlineData("Europe/Berlin", "2022-01-01", "2025-01-01")]
    [InlineData("Asia/Shanghai", "2000-01-01", "2025-01-01")]
    [InlineData("Asia/Shanghai", "0001-01-01", "0002-01-01")]
    [InlineData("Asia/Shanghai", "9999-01-01", "9999-12-31")]
    [InlineData("Mars/Olympus", "2025-01-01", "2025-02-01")]
    [InlineData("Africa/Monrovia", "1971-01-01", "1971-02-01")]
    public void What_they_do_not_say_in_a_few_words_the_engine_looks_up(string zone, string from, string to) =>
        Assert.Null(ZoneShifts.Between(zone, DateOnly.Parse(from), DateOnly.Parse(to)));

    [Theory]
    [InlineData("Europe/Berlin", "2025")]
    [InlineData("America/New_York", "2024-10-01..2025-04-30")]
    [InlineData("Australia/Lord_Howe", "2025-Q2")]
    [InlineData("America/St_Johns", "2025-03")]
    [InlineData("Asia/Kolkata", "2025-03")]
    public void Rows_of_every_hour_fall_on_the_zone_s_own_days(string zone, string period)
    {
        var start = new DateTime(2024, 9, 30);
        var hours = Enumerable.Range(0, 24 * 480).Select(h => start.AddHours(h).AddMinutes(h % 2 * 30)).ToList();
        using var warehouse = new TestWarehouse().With("leads", "lead_id created_at", [.. hours.Select((h, i) => new object?[] { $"l{i}", h })]);
        warehouse.Settings = warehouse.Settings with { TimeZone = zone };
        var request = Ask.For("n", "day", period);
        var clocks = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var expected = hours.Select(h => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(h, DateTimeKind.Utc), clocks)))
            .Where(d => d >= request.Period.From && d < request.Period.To).CountBy(d => d).OrderBy(d => d.Key).Select(d => $"{d.Key:yyyy-MM-dd}: {d.Value}");

        using var scope = Merit.Metrics.Language.DefinitionScope.Begin();
        Metric("n", Count(new Merit.Metrics.Tables.LeadsTable()));
        var definitions = scope.Complete();

        Assert.DoesNotContain("timezone('UTC', \"leads\"", warehouse.Plan(definitions, request).Sql, StringComparison.Ordinal);
        Assert.Equal(expected, Ask.Lines(warehouse.Ask(definitions, request)));
    }
}
