using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Merit.Host.Samples;

namespace Merit.Samples.Tests.Demo;

public sealed class DemoGeneratorTests : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("merit-demo-").FullName;

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_same_seed_gives_the_same_files_byte_for_byte()
    {
        Assert.Equivalent(Hashes("a", new DemoOptions(5_000, 7)), Hashes("b", new DemoOptions(5_000, 7)), strict: true);
        Assert.NotEqual<object>(Hashes("c", new DemoOptions(5_000, 8))["data/touchpoints.csv"], Hashes("d", new DemoOptions(5_000, 7))["data/touchpoints.csv"]);
    }

    // Holds the files to what they were: a change of the generator, of the language's arithmetic or of the machine shows here.
    [Fact]
    public void Seed_7_gives_the_company_it_always_gave()
    {
        var files = Hashes("a", new DemoOptions(5_000, 7)).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key} {f.Value}");
        Assert.Equal("E0852AC757C4093A", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files))))[..16]);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(30)]
    public void Journeys_are_as_long_as_asked_and_whoever_should_buys(int length)
    {
        DemoGenerator.Write(folder, new DemoOptions(40_000, 5) { JourneyLength = length, Buyers = .8 }, TestContext.Current.CancellationToken);
        var touches = Csv("touchpoints.csv").Where(t => DateTime.TryParse(t["occurred_at"], CultureInfo.InvariantCulture, out _) && t["contact_id"].Length > 0)
            .GroupBy(t => t["contact_id"], StringComparer.Ordinal).ToList();

        // The data end with 2025: of those who come late, what would come after is not there.
        var early = touches.Where(j => j.Min(t => t["occurred_at"]).CompareTo("2025-09-01", StringComparison.Ordinal) < 0).ToList();
        Assert.InRange(early.Average(j => j.Count()), .93 * length, 1.07 * length);
        Assert.InRange(Csv("orders.csv").Select(o => o["contact_id"]).Distinct(StringComparer.Ordinal).Count() / (double)Csv("contacts.csv").Count, .75, .85);
        var days = early.Average(j => (j.Max(Day) - j.Min(Day)).TotalDays);
        Assert.InRange(days, 10, 90);
        static DateTime Day(Dictionary<string, string> touch) => DateTime.Parse(touch["occurred_at"], CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Channels_beyond_twelve_have_campaigns_cost_and_touches_of_their_own()
    {
        DemoGenerator.Write(folder, new DemoOptions(60_000, 5) { Channels = 60 }, TestContext.Current.CancellationToken);
        var campaigns = Csv("campaigns.csv");
        Assert.Equal(campaigns.Count, campaigns.Select(c => c["campaign_id"]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(campaigns.Count, campaigns.Select(c => c["utm_campaign"]).Distinct(StringComparer.Ordinal).Count());

        // Three are of nobody's campaigns: search, direct visits, links of others.
        Assert.Equal(57, campaigns.Select(c => c["channel"]).Distinct(StringComparer.Ordinal).Count());
        var channelOf = campaigns.ToDictionary(c => c["campaign_id"], c => c["channel"], StringComparer.Ordinal);
        var channelOfUtm = campaigns.ToDictionary(c => c["utm_campaign"], c => c["channel"], StringComparer.OrdinalIgnoreCase);
        var touched = Csv("touchpoints.csv").Select(t => channelOf.GetValueOrDefault(t["campaign_id"]) ?? channelOfUtm.GetValueOrDefault(t["utm_campaign"])).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var paid = Csv("spend.csv").Select(s => channelOf.GetValueOrDefault(s["campaign_id"])).OfType<string>().ToHashSet(StringComparer.Ordinal);
        Assert.Equal(57, touched.Count);
        Assert.Equal(57, paid.Count);
        Assert.DoesNotContain(Csv("touchpoints.csv").Select(t => t["campaign_id"]).Where(c => c.Length > 0).Except(channelOf.Keys, StringComparer.Ordinal).Skip(1), _ => true);
    }

    [Fact]
    public void Has_exactly_as_many_touchpoints_as_asked_and_says_what_it_wrote()
    {
        var summary = DemoGenerator.Write(folder, new DemoOptions(12_345, 3), TestContext.Current.CancellationToken);
        Assert.Equal(12_345, summary.Rows["touchpoints.csv"]);
        foreach (var (file, rows) in summary.Rows)
        {
            Assert.Equal(rows, File.ReadLines(Path.Combine(folder, "data", file)).Count() - 1);
        }
    }

    [Fact]
    public void Counts_every_fault_it_makes()
    {
        var faults = DemoGenerator.Write(folder, new DemoOptions(60_000, 5), TestContext.Current.CancellationToken).Faults;
        var touches = Csv("touchpoints.csv");
        var leads = Csv("leads.csv");
        var spend = Csv("spend.csv");
        var known = Csv("campaigns.csv").Select(c => c["campaign_id"]).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(faults.BadTouchDates, touches.Count(t => !DateTime.TryParse(t["occurred_at"], CultureInfo.InvariantCulture, out _)));
        Assert.Equal(faults.RepeatedTouches, touches.Count - touches.Select(t => t["touch_id"]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(faults.TouchesOfNobody, touches.Count(t => t["contact_id"].Length == 0));
        Assert.Equal(faults.UnknownCampaigns, touches.Count(t => t["campaign_id"].Length > 0 && !known.Contains(t["campaign_id"])));
        Assert.Equal(faults.MixedCase, touches.Count(t => t["utm_campaign"].Any(char.IsUpper)));
        Assert.Equal(faults.BadLeadDates, leads.Count(l => !DateTime.TryParse(l["created_at"], CultureInfo.InvariantCulture, out _)));
        Assert.Equal(faults.DuplicateLeads, leads.Count(l => l["duplicate_of"].Length > 0));
        Assert.Equal(faults.BadAmounts, spend.Count(s => !decimal.TryParse(s["amount"], CultureInfo.InvariantCulture, out _)));
        Assert.Equal(faults.CreditNotes, spend.Count(s => s["amount"].StartsWith('-')));
        Assert.All(
            [faults.BadTouchDates, faults.RepeatedTouches, faults.TouchesOfNobody, faults.UnknownCampaigns, faults.Untagged, faults.BadLeadDates, faults.DuplicateLeads],
            count => Assert.True(count > 0));
    }

    [Fact]
    public void The_company_is_believable()
    {
        DemoGenerator.Write(folder, new DemoOptions(60_000, 5), TestContext.Current.CancellationToken);
        var touches = Csv("touchpoints.csv").Where(t => DateTime.TryParse(t["occurred_at"], CultureInfo.InvariantCulture, out _)).ToList();
        var leads = Csv("leads.csv");

        // Journeys of several touches, weekends quiet, the second year larger, every stage rarer than the one before.
        Assert.InRange(touches.Count / (double)touches.Select(t => t["contact_id"]).Distinct(StringComparer.Ordinal).Count(), 2, 4);
        var days = touches.Select(t => DateTime.Parse(t["occurred_at"], CultureInfo.InvariantCulture)).ToList();
        Assert.True(days.Count(d => d.DayOfWeek == DayOfWeek.Sunday) * 2 < days.Count(d => d.DayOfWeek == DayOfWeek.Tuesday));
        Assert.True(days.Count(d => d.Year == 2025) > 1.1 * days.Count(d => d.Year == 2024));
        Assert.True(days.Max() < new DateTime(2026, 1, 1));
        int[] stages = [leads.Count, Reached(leads, "mql_at"), Reached(leads, "sql_at"), Reached(leads, "opportunity_at"), Reached(leads, "won_at")];
        Assert.Equal(stages.OrderDescending(), stages);
        Assert.InRange(stages[^1], leads.Count / 200, leads.Count / 10);

        // Channels differ: expo leads are won far more often than paid social's.
        Assert.True(WonShare(leads, "Badge scan") > 2 * WonShare(leads, "Lead ad"));
    }

    private static int Reached(IEnumerable<Dictionary<string, string>> leads, string stage) => leads.Count(l => l[stage].Length > 0);

    private static double WonShare(IReadOnlyList<Dictionary<string, string>> leads, string source)
    {
        var of = leads.Where(l => string.Equals(l["source"], source, StringComparison.OrdinalIgnoreCase)).ToList();
        return Reached(of, "won_at") / (double)of.Count;
    }

    private List<Dictionary<string, string>> Csv(string file)
    {
        var lines = File.ReadLines(Path.Combine(folder, "data", file)).ToList();
        var header = lines[0].Split(',');

        // Only names of organisations are quoted, and no test reads those files.
        return [.. lines.Skip(1).Select(l => l.Split(',')).Select(v => header.Zip(v).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal))];
    }

    private Dictionary<string, string> Hashes(string name, DemoOptions options)
    {
        var into = Path.Combine(folder, name);
        DemoGenerator.Write(into, options, TestContext.Current.CancellationToken);
        return System.IO.Directory.EnumerateFiles(into, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(into, f).Replace('\\', '/'), f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))[..16], StringComparer.Ordinal);
    }
}
