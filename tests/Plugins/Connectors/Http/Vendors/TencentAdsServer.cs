using System.Globalization;
using System.Text.Json;
using static Merit.Plugins.Tests.Connectors.Http.MisbehavingServer;

namespace Merit.Plugins.Tests.Connectors.Http.Vendors;

/// <summary>Tencent Ads: a time and a number used once in each address, money in hundredths, page times size at most 20,000, every error a 200.</summary>
internal sealed class TencentAdsServer : AdsServer
{
    private readonly HashSet<string> _nonces = new(StringComparer.Ordinal);

    public override string Vendor => "tencent-ads";

    public override bool HasTokens => false;

    public override int Plenty => 4500;

    public override Answer Busy => Error(11017, "too many requests");

    public override Answer Refusal => Error(11002, $"no right {Secret}");

    protected override bool FixedAddress => true;

    protected override Dictionary<string, string> Settings => new() { ["account"] = "88", ["since"] = Since };

    protected override Dictionary<string, string> Secrets => new() { ["access_token"] = Secret };

    protected override Answer Unauthorized => Error(11000, "the token has expired");

    protected override bool IsToken(Asked asked) => false;

    protected override bool IsSignedIn(Asked asked) => asked.Query("access_token") is Secret && asked.Query("timestamp") is { Length: 10 } && _nonces.Add(asked.Query("nonce") ?? "");

    protected override Answer Data(Asked asked)
    {
        using var range = JsonDocument.Parse(asked.Query("date_range") ?? "{}");
        var (page, size) = (int.Parse(asked.Query("page") ?? "", CultureInfo.InvariantCulture), int.Parse(asked.Query("page_size") ?? "", CultureInfo.InvariantCulture));
        if (!asked.Path.StartsWith("/v3.0/daily_reports/get?", StringComparison.Ordinal) || asked.Query("level") is not "REPORT_LEVEL_ADGROUP" || size > 2000 || page * size > 20_000)
        {
            return Error(133416, "page size is out of range");
        }

        var all = Of(range.RootElement.GetProperty("start_date").GetString(), range.RootElement.GetProperty("end_date").GetString());
        return Json(new
        {
            code = 0,
            message = "",
            data = new
            {
                list = all.Skip((page - 1) * size).Take(size).Select(r => new
                {
                    date = r.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), adgroup_id = r.Campaign, cost = (long)((r.Cost ?? 0) * 100), view_count = r.Impressions, valid_click_count = r.Clicks, conversions_count = r.Conversions,
                }),
                page_info = new { page, page_size = size, total_number = all.Count, total_page = (all.Count + size - 1) / size },
            },
        });
    }

    private static Answer Error(int code, string message) => Json(new { code, message, message_cn = message, data = (object?)null });
}
