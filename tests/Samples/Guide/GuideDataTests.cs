
namespace Merit.Samples.Tests.Guide;

/// <summary>The guide's files hold the worked examples, by hand and without Merit.</summary>
public sealed class GuideDataTests(GuideDataTests.Files files) : IClassFixture<GuideDataTests.Files>
{
    private readonly ByHand guide = files.Figures;

    /// <summary>The worked examples: campaign or channel, figure, value.</summary>
    public static TheoryData<string, string, double> Worked { get; } = new()
    {
        { "webinar", "cost", 10_000 }, { "webinar", "new_leads", 500 }, { "webinar", "mqls", 100 }, { "webinar", "cpl", 20 }, { "webinar", "lead_to_mql", .2 },
        { "expo", "cost", 50_000 }, { "expo", "customers", 20 }, { "expo", "revenue", 400_000 }, { "expo", "roi", 7 }, { "expo", "cac", 2_500 },
        { "google-ads", "cost", 50_000 }, { "google-ads", "new_leads", 200 }, { "google-ads", "customers", 15 }, { "google-ads", "revenue", 300_000 }, { "google-ads", "cpl", 250 }, { "google-ads", "roi", 5 },
        { "trade-show", "cost", 80_000 }, { "trade-show", "new_leads", 150 }, { "trade-show", "customers", 25 }, { "trade-show", "revenue", 500_000 }, { "trade-show", "cpl", 1_600.0 / 3 }, { "trade-show", "roi", 5.25 },
        { "email", "cost", 10_000 }, { "email", "new_leads", 300 }, { "email", "customers", 10 }, { "email", "revenue", 80_000 }, { "email", "cpl", 100.0 / 3 }, { "email", "roi", 7 },
        { "social", "cost", 30_000 }, { "social", "new_leads", 500 }, { "social", "customers", 8 }, { "social", "revenue", 60_000 }, { "social", "cpl", 60 }, { "social", "roi", 1 },
        { "brand", "cost", 48_500 }, { "brand", "budget_used", .97 },
    };

    [Theory]
    [MemberData(nameof(Worked))]
    public void Every_worked_example_comes_out_by_campaign_and_by_channel(string name, string figure, double expected)
    {
        Assert.Equal(expected, guide.By("campaign")[name][figure]);
        Assert.Equal(expected, guide.By("channel")[name][figure]);
    }

    [Fact]
    public void Marketing_sourced_unattributed_and_other_make_all_revenue()
    {
        Assert.Equal(1_488_200, guide.Number("select sum(amount) from sold where campaign is not null"));
        Assert.Equal(37_250, guide.Number("select sum(amount) from sold where campaign is null and not touched"));
        Assert.Equal(58_300, guide.Number("select sum(amount) from sold where campaign is null and touched"));
        Assert.Equal(1_583_750, guide.Number("select sum(amount) from sold"));
    }

    [Theory]
    [InlineData("first")]
    [InlineData("last")]
    [InlineData("linear")]
    [InlineData("u-shaped")]
    [InlineData("time-decay")]
    public void Attributed_revenue_differs_visibly_from_sourced_and_adds_up_to_all(string model)
    {
        var channels = guide.By("channel", model);
        Assert.Equal(1_583_750, channels.Values.Sum(c => c["attributed_revenue"] ?? 0), 1e-6);
        Assert.All(
            ["expo", "trade-show", "google-ads", "social"],
            name => Assert.True(Math.Abs((channels[name]["attributed_revenue"] / channels[name]["revenue"] ?? 0) - 1) > .1, name));
    }

    [Fact]
    public void The_data_has_the_traits_of_real_data()
    {
        Assert.Equal(27, guide.Number("select count(*) from leads where duplicate_of is not null"));
        Assert.True(guide.Number("select count(*) from leads where mql_at is null and sql_at is not null") > 10, "stages are skipped");
        Assert.True(guide.Number("select count(*) from leads where mql_at > opportunity_at") > 0, "a stage comes late");
        Assert.True(guide.Number("select count(*) from leads where rejected_at is not null") > 10, "leads are rejected");
        Assert.True(guide.Number("select count(distinct left(created_at, 7)) from leads where campaign_id = 'webinar'") >= 7, "leads come over many months");
        Assert.True(guide.Number("select count(distinct left(date, 7)) from spend") == 12, "money is spent all year");
        Assert.True(guide.Number("select count(*) from sold join leads l on 'deal:' || (select opportunity_id from opportunities o where o.lead_id = l.lead_id limit 1) = sale and l.campaign_id <> sold.campaign") >= 2, "a deal's own campaign beats its lead's");
        Assert.True(guide.Number("select count(*) from (select sale from shares where n > 2 group by sale having count(distinct channel) > 2)") > 40, "journeys cross channels");
    }

    /// <summary>The guide's files, read once.</summary>
    public sealed class Files : IDisposable
    {
        internal ByHand Figures { get; } = new(Repository.PathTo("samples", "guide", "data"));

        public void Dispose() => Figures.Dispose();
    }
}
