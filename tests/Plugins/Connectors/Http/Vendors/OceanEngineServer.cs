using System.Globalization;
using static Merit.Plugins.Tests.Connectors.Http.MisbehavingServer;

namespace Merit.Plugins.Tests.Connectors.Http.Vendors;

/// <summary>Ocean Engine: lists as JSON in the address, all figures as text, every error a 200.</summary>
internal sealed class OceanEngineServer : AdsServer
{
    public override string Vendor => "ocean-engine";

    public override bool HasTokens => false;

    public override Answer Busy => Error(40100, "too many requests");

    public override Answer Refusal => Error(40002, $"no permission {Secret}");

    protected override bool FixedAddress => true;

    protected override Dictionary<string, string> Settings => new() { ["advertiser"] = "99", ["since"] = Since };

    protected override Dictionary<string, string> Secrets => new() { ["access_token"] = Secret };

    protected override Answer Unauthorized => Error(40105, "the token is wrong");

    protected override bool IsToken(Asked asked) => false;

    protected override bool IsSignedIn(Asked asked) => asked.Headers["Access-Token"] is Secret;

    protected override Answer Data(Asked asked)
    {
        if (!asked.Path.StartsWith("/v3.0/report/custom/get/?", StringComparison.Ordinal) || asked.Query("advertiser_id") is not "99" || asked.Query("dimensions") is not "[\"stat_time_day\",\"cdp_project_id\",\"cdp_project_name\"]")
        {
            return Error(40000, "wrong parameters");
        }

        var (page, size) = (int.Parse(asked.Query("page") ?? "", CultureInfo.InvariantCulture), int.Parse(asked.Query("page_size") ?? "", CultureInfo.InvariantCulture));
        var all = Of(asked.Query("start_time"), asked.Query("end_time"));
        return Json(new
        {
            code = 0,
            message = "OK",
            request_id = "r",
            data = new
            {
                rows = all.Skip((page - 1) * size).Take(size).Select(r => new
                {
                    dimensions = new { stat_time_day = r.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), cdp_project_id = $"{r.Campaign}", cdp_project_name = Name(r) },
                    metrics = new { stat_cost = Text(r.Cost), show_cnt = $"{r.Impressions}", click_cnt = $"{r.Clicks}", convert_cnt = Text(r.Conversions) },
                }),
                total_metrics = new { },
                page_info = new { page, page_size = size, total_number = all.Count, total_page = (all.Count + size - 1) / size },
            },
        });
    }

    private static Answer Error(int code, string message) => Json(new { code, message, request_id = "r", data = new { } });
}
