using System.Globalization;
using System.Text.RegularExpressions;
using static Merit.Plugins.Tests.Connectors.Http.MisbehavingServer;

namespace Merit.Plugins.Tests.Connectors.Http.Vendors;

/// <summary>LinkedIn: no pages, but silently no more than 15,000 elements; days in parts, campaigns as names of resources.</summary>
internal sealed partial class LinkedInServer : AdsServer
{
    private const int Most = 15_000;

    public override string Vendor => "linkedin";

    public override bool HasPages => false;

    public override Answer Busy => Json(new { status = 429, serviceErrorCode = 101, code = "TOO_MANY_REQUESTS", message = "Resource level throttle limit" }, 429);

    public override Answer Refusal => Json(new { status = 403, serviceErrorCode = 100, code = "ACCESS_DENIED", message = $"Not enough permissions {Secret} {Token}" }, 403);

    protected override bool FixedAddress => true;

    protected override Dictionary<string, string> Settings => new() { ["account"] = "55", ["since"] = Since, ["accounts"] = Address };

    protected override Dictionary<string, string> Secrets => new() { ["client_id"] = "app-id", ["client_secret"] = "app-secret", ["refresh_token"] = Secret };

    protected override Answer Unauthorized => Json(new { status = 401, serviceErrorCode = 65601, code = "REVOKED_ACCESS_TOKEN", message = "The token has been revoked" }, 401);

    protected override bool IsToken(Asked asked) => asked.Path is "/oauth/v2/accessToken";

    protected override Answer Grant(Asked asked) => asked.Body.Contains($"refresh_token={Uri.EscapeDataString(Secret)}", StringComparison.Ordinal)
        ? Json(new { access_token = Token, expires_in = 5184000 })
        : Json(new { error = "invalid_request", error_description = "the refresh token is invalid" }, 400);

    protected override bool IsSignedIn(Asked asked) => asked.Headers["Authorization"] == $"Bearer {Token}" && asked.Headers["LinkedIn-Version"] is "202610" && asked.Headers["X-Restli-Protocol-Version"] is "2.0.0";

    protected override Answer Data(Asked asked)
    {
        var range = Range().Match(asked.Path);
        if (!range.Success || !asked.Path.Contains("&accounts=List(urn%3Ali%3AsponsoredAccount%3A55)&", StringComparison.Ordinal))
        {
            return Json(new { status = 400, serviceErrorCode = 100, message = "wrong query" }, 400);
        }

        static string Day(Match match, string of) => string.Create(CultureInfo.InvariantCulture, $"{int.Parse(match.Groups[$"{of}y"].Value, CultureInfo.InvariantCulture):0000}-{int.Parse(match.Groups[$"{of}m"].Value, CultureInfo.InvariantCulture):00}-{int.Parse(match.Groups[$"{of}d"].Value, CultureInfo.InvariantCulture):00}");
        return Json(new
        {
            paging = new { start = 0, count = 10 },
            elements = Of(Day(range, "f"), Day(range, "t")).Take(Most).Select(r => new
            {
                dateRange = new { start = new { year = r.Date.Year, month = r.Date.Month, day = r.Date.Day }, end = new { year = r.Date.Year, month = r.Date.Month, day = r.Date.Day } },
                pivotValues = new[] { $"urn:li:sponsoredCampaign:{r.Campaign}" }, costInLocalCurrency = Text(r.Cost), impressions = r.Impressions, clicks = r.Clicks, externalWebsiteConversions = r.Conversions, oneClickLeads = 0,
            }),
        });
    }

    [GeneratedRegex(@"dateRange=\(start:\(year:(?<fy>\d+),month:(?<fm>\d+),day:(?<fd>\d+)\),end:\(year:(?<ty>\d+),month:(?<tm>\d+),day:(?<td>\d+)\)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Range();
}
