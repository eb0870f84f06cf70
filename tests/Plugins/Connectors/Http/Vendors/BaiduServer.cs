using System.Globalization;
using System.Text.Json;
using static Merit.Plugins.Tests.Connectors.Http.MisbehavingServer;

namespace Merit.Plugins.Tests.Connectors.Http.Vendors;

/// <summary>Baidu: header and body in one JSON, the token in it; a status that is not 0 is a failure, whole or in part; rows from a row on.</summary>
internal sealed class BaiduServer : AdsServer
{
    public override string Vendor => "baidu";

    public override bool HasTokens => false;

    // Which codes mean what could not be found out: what is over the limit is told by the status of the answer.
    public override Answer Busy => new("busy", 429);

    public override bool TellsWrongSecret => false;

    public override Answer Refusal => Failure(2, 8203, $"no right {Secret}");

    protected override bool FixedAddress => true;

    protected override Dictionary<string, string> Settings => new() { ["user"] = "12345", ["since"] = Since };

    protected override Dictionary<string, string> Secrets => new() { ["access_token"] = Secret };

    protected override Answer Unauthorized => Failure(3, 8301, "the token is wrong");

    protected override bool IsToken(Asked asked) => false;

    protected override bool IsSignedIn(Asked asked)
    {
        using var sent = JsonDocument.Parse(asked.Body);
        var header = sent.RootElement.GetProperty("header");
        return header.GetProperty("accessToken").GetString() is Secret && header.GetProperty("userName").GetString() is "12345";
    }

    protected override Answer Data(Asked asked)
    {
        using var sent = JsonDocument.Parse(asked.Body);
        var body = sent.RootElement.GetProperty("body");
        if (asked.Path is not "/json/sms/service/OpenApiReportService/getReportData" || body.GetProperty("reportType").GetInt64() != 2290316 || body.GetProperty("timeUnit").GetString() is not "DAY")
        {
            return Failure(2, 8100, "wrong parameters");
        }

        var all = Of(body.GetProperty("startDate").GetString(), body.GetProperty("endDate").GetString());
        var rows = all.Skip(body.GetProperty("startRow").GetInt32()).Take(body.GetProperty("rowCount").GetInt32()).Select(r => new
        {
            date = r.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), campaignId = r.Campaign, campaignName = Name(r), impression = r.Impressions, click = r.Clicks, cost = r.Cost, conversion = r.Conversions,
        }).ToList();
        return Json(new { header = new { desc = "success", failures = Array.Empty<int>(), status = 0 }, body = new { data = new[] { new { rows, rowCount = rows.Count, totalRowCount = all.Count } } } });
    }

    private static Answer Failure(int status, int code, string message) => Json(new { header = new { desc = "failure", failures = new[] { new { code, message } }, status }, body = new { } });
}
