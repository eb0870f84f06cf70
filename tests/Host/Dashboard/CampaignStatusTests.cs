using Merit.Host.Dashboard.Pages;

namespace Merit.Host.Tests.Dashboard;

public sealed class CampaignStatusTests
{
    [Theory]
    [InlineData("2025-03-01", "2025-03-31", "2025-02-28", CampaignStatus.Planned)]
    [InlineData("2025-03-01", "2025-03-31", "2025-03-01", CampaignStatus.Running)]
    [InlineData("2025-03-01", "2025-03-31", "2025-03-31", CampaignStatus.Running)]
    [InlineData("2025-03-01", "2025-03-31", "2025-04-01", CampaignStatus.Finished)]
    [InlineData("2025-03-01", null, "2030-01-01", CampaignStatus.Running)]
    [InlineData(null, "2025-03-31", "2025-04-01", CampaignStatus.Finished)]
    [InlineData(null, "2025-03-31", "2020-01-01", CampaignStatus.Running)]
    [InlineData(null, null, "2025-04-01", null)]
    public void A_campaign_is_as_far_as_its_days_say(string? start, string? end, string asOf, string? status) =>
        Assert.Equal(status, CampaignStatus.Of(Day(start), Day(end), DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture)));

    private static object? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
