using System.Globalization;

namespace Merit.Plugins.Tests.Connectors.Http.Vendors;

/// <summary>A campaign's figures of a day.</summary>
internal sealed record Day(DateOnly Date, long Campaign, decimal? Cost, long? Impressions, long Clicks, decimal? Conversions);

/// <summary>An advertising platform: figures by day and campaign, corrected afterwards.</summary>
internal abstract class AdsServer : VendorServer
{
    protected const string Since = "2025-05-02";

    // The days up to the clock's today.
    private const int Days = 45;

    private static readonly DateOnly Today = new(2025, 6, 15);

    public override string Stream => "spend";

    public override IReadOnlyList<string> Columns => ["day", "campaign", "cost", "impressions", "clicks", "conversions"];

    public override IReadOnlyList<string> Expected =>
        [.. Figures.Select(r => $"{r.Date:yyyy-MM-dd}|{Number(r.Campaign)}|{Number(r.Cost)}|{Number(r.Impressions)}|{Number(r.Clicks)}|{Number(r.Conversions)}").Order(StringComparer.Ordinal)];

    protected override string Never => "2099-01-01";

    protected List<Day> Figures { get; } = [];

    public override void Fill(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var at = Figures.Count;
            Figures.Add(new Day(Today.AddDays(-(at % Days)), 20_000_000_001 + (at / Days), 1234.5m + at, 1000 + at, at, (at % 7) / 2m));
        }
    }

    public override void Change() => Figures[0] = Figures[0] with { Cost = (Figures[0].Cost ?? 0) + 99.25m, Conversions = 17 };

    /// <summary>A campaign begins that stands before all others of the last day.</summary>
    public void AppearToday() => Figures.Add(new Day(Today, 20_000_000_000, 5.5m, 50, 5, 1));

    /// <summary>The second campaign of the last day has no figures after all.</summary>
    public void VanishToday() => Figures.Remove(Figures.Where(f => f.Date == Today).OrderBy(f => f.Campaign).Skip(1).First());

    public override void BeOdd()
    {
        Figures[0] = Figures[0] with { Cost = 0.01m };
        Figures[1] = Figures[1] with { Cost = 98765432.19m };
    }

    /// <summary>A campaign's name.</summary>
    protected static string Name(Day row) => $"春季 🎈 حملة {row.Campaign}\"\n";

    /// <summary>The rows of some days, as the vendor sorts them.</summary>
    protected List<Day> Of(string? from, string? to)
    {
        var (first, last) = (DateOnly.ParseExact(from ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture), DateOnly.ParseExact(to ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture));
        return [.. Figures.Where(r => r.Date >= first && r.Date <= last).OrderBy(r => r.Date).ThenBy(r => r.Campaign)];
    }

    protected static string Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "0";
}
