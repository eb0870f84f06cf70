using Merit.Metrics.Language;

namespace Merit.Samples.Tests.Library;

public sealed class StandardLibraryTests
{
    private static readonly Lazy<Definitions> Library = new(() => Scripts.Define(Scripts.Library));

    [Theory]
    [InlineData("cost")]
    [InlineData("impressions")]
    [InlineData("clicks")]
    [InlineData("ctr")]
    [InlineData("cpc")]
    [InlineData("media_cpc")]
    [InlineData("new_leads")]
    [InlineData("mqls")]
    [InlineData("sqls")]
    [InlineData("cpl")]
    [InlineData("lead_to_mql")]
    [InlineData("mql_to_sql")]
    [InlineData("lead_to_customer")]
    [InlineData("customers")]
    [InlineData("revenue")]
    [InlineData("revenue_per_customer")]
    [InlineData("aov")]
    [InlineData("cac")]
    [InlineData("roi")]
    [InlineData("attributed_customers")]
    [InlineData("attributed_revenue")]
    [InlineData("attributed_roi")]
    [InlineData("budget_used")]
    [InlineData("opportunity_amount")]
    [InlineData("win_rate")]
    [InlineData("opportunity_to_customer")]
    [InlineData("sales_cycle_days")]
    [InlineData("sales_cycle_days_median")]
    [InlineData("score")]
    public void Has_every_agreed_metric(string id) => Assert.Contains(Library.Value.Metrics, m => m.Id == id);

    [Fact]
    public void Every_metric_is_labelled_and_described_in_both_languages() =>
        Assert.All(Library.Value.Metrics, m =>
        {
            Assert.True(m.Label.Length > 0 && m.Description.Length > 0, m.Id);
            Assert.True(m.LabelZh != m.Label && m.LabelZh.Any(c => c > '\u4e00'), m.Id + " has no Chinese label");
            Assert.True(m.DescriptionZh != m.Description && m.DescriptionZh.Any(c => c > '\u4e00'), m.Id + " has no Chinese description");
        });

    [Fact]
    public void Labels_are_not_shared() =>
        Assert.Equal(Library.Value.Metrics.Count, Library.Value.Metrics.Select(m => m.LabelZh).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void There_is_a_scorecard_for_each_campaign_type_and_a_set_for_each_industry() => Assert.Equal(
        [
            "b2b-technology-lead-gen", "b2b-technology-revenue", "b2c-retail-lead-gen", "b2c-retail-revenue", "brand", "lead-gen",
            "professional-services-lead-gen", "professional-services-revenue", "retention", "revenue",
        ],
        Library.Value.Scorecards.Select(s => s.Id).Order(StringComparer.Ordinal));
}
