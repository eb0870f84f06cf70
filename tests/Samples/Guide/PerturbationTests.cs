using System.Globalization;
using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Guide;

/// <summary>The guide's rows are changed, and every figure of every campaign and channel must be what hand-written SQL makes of the changed files:
/// the sample is not shaped to the answers, nor the product to the sample.</summary>
public sealed class PerturbationTests : IClassFixture<PerturbationTests.Workspace>
{
    private readonly TemporaryWorkspace workspace;

    public PerturbationTests(Workspace shared)
    {
        workspace = shared.Guide;
        foreach (var file in Directory.EnumerateFiles(Repository.PathTo("samples", "guide", "data")))
        {
            File.Copy(file, workspace.PathOf(Path.Combine("data", Path.GetFileName(file))), overwrite: true);
        }
    }

    [Theory]
    [InlineData("dates")]
    [InlineData("channels")]
    [InlineData("one duplicate")]
    [InlineData("one null")]
    [InlineData("one late stage")]
    [InlineData("everything")]
    public void Every_figure_follows_the_rows(string change)
    {
        using var before = new ByHand(workspace.PathOf("data"));
        Perturb(change);
        Check(before, change == "everything" ? ["u-shaped", "linear", "time-decay"] : ["u-shaped"], journeys: change == "everything");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_figure_follows_rows_changed_at_random(int seed)
    {
        using var before = new ByHand(workspace.PathOf("data"));
        var random = new Random(seed);
        Shake("leads", random, "created_at", "won_at", "sql_at", "mql_at", "campaign_id");
        Shake("opportunities", random, "closed_at", "created_at", "amount", "campaign_id", "lead_id");
        Shake("orders", random, "ordered_at", "amount", "campaign_id", "opportunity_id");
        Shake("touchpoints", random, "occurred_at", "campaign_id", "contact_id", "utm_campaign");
        Shake("spend", random, "date", "amount", "campaign_id", "category");
        Shake("campaigns", random, "channel", "budget");
        Check(before, ["u-shaped"], journeys: true);
    }

    private void Check(ByHand before, string[] models, bool journeys)
    {
        // A rejected duplicate makes the exit code 1; the rest is published all the same.
        Assert.Contains("Published version", MeritProcess.Run(workspace.Folder, "load").Notes, StringComparison.Ordinal);
        using var after = new ByHand(workspace.PathOf("data"));
        Assert.NotEqual(Text(before.By("campaign").Concat(before.By("channel"))), Text(after.By("campaign").Concat(after.By("channel"))));
        if (journeys)
        {
            Assert.Empty(JourneyComparison.Differences(workspace.Folder, after));
        }

        foreach (var model in models)
        {
            Assert.Empty(Comparison.Differences(workspace.Folder, after, "campaign", model));
            Assert.Empty(Comparison.Differences(workspace.Folder, after, "channel", model));
        }
    }

    private void Perturb(string change)
    {
        var all = change == "everything";
        if (all || change == "dates")
        {
            Table("leads").Change("campaign_id", "webinar", "created_at", _ => "2024-12-31 23:40", atMost: 6)
                .Change("campaign_id", "social", "created_at", _ => "2026-01-01 00:05", atMost: 4)
                .Change("campaign_id", "email", "created_at", Later(days: 45), atMost: 40).Save();
            Table("opportunities").Change("outcome", "won", "closed_at", Later(days: 61), atMost: 30).Save();
            Table("touchpoints").Change("campaign_id", "expo", "occurred_at", Later(days: -80), atMost: 60).Save();
            Table("spend").Change("campaign_id", "google-ads", "date", _ => "2024-12-31", atMost: 3).Save();
        }

        if (all || change == "channels")
        {
            Table("campaigns").Change("campaign_id", "social", "channel", _ => "email")
                .Change("campaign_id", "webinar", "channel", _ => "events")
                .Change("campaign_id", "brand", "utm_campaign", _ => "another-name").Save();
            Table("touchpoints").Change("utm_medium", "organic", "utm_source", _ => "bing", atMost: 50)
                .Save();
        }

        if (all || change == "one duplicate")
        {
            Table("leads").Repeat(10).Repeat(700, ("lead_id", "L99999"), ("duplicate_of", "L00005")).Change("lead_id", "L00300", "duplicate_of", _ => "L00299").Save();
            Table("orders").Repeat(3).Save();
            Table("touchpoints").Repeat(40).Save();
        }

        if (all || change == "one null")
        {
            Table("leads").Change("campaign_id", "trade-show", "campaign_id", _ => "", atMost: 3).Save();
            Table("opportunities").Change("outcome", "won", "amount", _ => "", atMost: 1).Change("outcome", "lost", "campaign_id", _ => "", atMost: 2).Save();
            Table("touchpoints").Change("utm_campaign", "nurture-2025", "contact_id", _ => "", atMost: 5).Save();
            Table("spend").Change("campaign_id", "expo", "campaign_id", _ => "", atMost: 1).Save();
            Table("campaigns").Change("campaign_id", "brand", "budget", _ => "").Save();
        }

        if (all || change == "one late stage")
        {
            var leads = Table("leads");
            foreach (var (row, stage) in new[] { (3, "opportunity_at"), (55, "won_at"), (90, "sql_at"), (120, "accepted_at"), (400, "mql_at") })
            {
                leads.Rows[row][leads.Of(stage)] = "2025-12-20 10:00";
                leads.Rows[row][leads.Of("duplicate_of")] = "";
            }

            leads.Change("status", "opportunity", "mql_at", _ => "2025-12-24 09:00", atMost: 5).Save();
        }
    }

    // Every row has a small chance that one of the columns named becomes another row's, or nothing. (Spend without a date is a lump, which is
    // spread over the campaign's days, and no channel at all is a question of its own.)
    private void Shake(string table, Random random, params string[] columns)
    {
        var csv = Table(table);
        foreach (var row in csv.Rows.Where(_ => table == "campaigns" || random.Next(12) == 0).ToList())
        {
            var column = csv.Of(columns[random.Next(columns.Length)]);
            row[column] = random.Next(10) == 0 && columns[0] is not ("channel" or "date") ? "" : csv.Rows[random.Next(csv.Rows.Count)][column];
        }

        csv.Save();
    }

    private CsvTable Table(string name) => new(workspace.PathOf(Path.Combine("data", name + ".csv")));

    private static Func<string, string> Later(int days) => text =>
        text.Length == 0 ? "" : DateTime.Parse(text, CultureInfo.InvariantCulture).AddDays(days).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Text(IEnumerable<KeyValuePair<string, Dictionary<string, double?>>> figures) =>
        string.Join('\n', figures.Select(g => g.Key + string.Join(' ', g.Value.Select(f => f.Value?.ToString("R", CultureInfo.InvariantCulture)))));

    /// <summary>One workspace for all changes, so that the scripts, which do not change, are compiled once.</summary>
    public sealed class Workspace : IDisposable
    {
        internal TemporaryWorkspace Guide { get; } = TemporaryWorkspace.Of("guide");

        public void Dispose() => Guide.Dispose();
    }
}
