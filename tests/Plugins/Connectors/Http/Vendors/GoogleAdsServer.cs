using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using static Merit.Plugins.Tests.Connectors.Http.MisbehavingServer;

namespace Merit.Plugins.Tests.Connectors.Http.Vendors;

/// <summary>Google Ads: one stream of batches for each question, 64-bit numbers as text, money in millionths, errors in a list.</summary>
internal sealed partial class GoogleAdsServer : AdsServer
{
    public override string Vendor => "google-ads";

    public override bool HasPages => false;

    public override Answer Busy => Error(429, "RESOURCE_EXHAUSTED", "quota");

    public override Answer Refusal => Error(403, "PERMISSION_DENIED", $"no permission {Secret} {Token}");

    protected override bool FixedAddress => true;

    protected override Dictionary<string, string> Settings => new() { ["customer"] = "1234567890", ["manager"] = "9876543210", ["since"] = Since, ["accounts"] = Address };

    protected override Dictionary<string, string> Secrets => new() { ["client_id"] = "id.apps", ["client_secret"] = "GOCSPX-x", ["refresh_token"] = Secret };

    protected override Answer Unauthorized => Error(401, "UNAUTHENTICATED", "invalid credentials");

    /// <summary>Quota that is spent for so long.</summary>
    public static Answer Exhausted(string delay) => Json(new[]
    {
        new { error = new { code = 429, status = "RESOURCE_EXHAUSTED", message = "quota", details = new[] { new { errors = new[] { new { details = new { quotaErrorDetails = new { retryDelay = delay } } } } } } } },
    }, 429);

    protected override bool IsToken(Asked asked) => asked.Path is "/token";

    protected override Answer Grant(Asked asked) => asked.Body.Contains($"refresh_token={Uri.EscapeDataString(Secret)}", StringComparison.Ordinal)
        ? Json(new { access_token = Token, expires_in = 3599, token_type = "Bearer" })
        : Json(new { error = "invalid_grant", error_description = "Bad Request" }, 400);

    protected override bool IsSignedIn(Asked asked) => asked.Headers["Authorization"] == $"Bearer {Token}" && asked.Headers["login-customer-id"] is "9876543210";

    protected override Answer Data(Asked asked)
    {
        using var body = JsonDocument.Parse(asked.Body);
        var between = Between().Match(body.RootElement.GetProperty("query").GetString() ?? "");
        return asked.Path is not "/v26/customers/1234567890/googleAds:searchStream" || !between.Success
            ? Error(400, "INVALID_ARGUMENT", "wrong query")
            : Json(Of(between.Groups["from"].Value, between.Groups["to"].Value).Chunk(100).Select(batch => new
            {
                fieldMask = "segments.date",
                requestId = "r",
                results = batch.Select(r => new
                {
                    customer = new { resourceName = "customers/1", currencyCode = "EUR", timeZone = "Europe/Berlin" },
                    campaign = new { id = $"{r.Campaign}", name = Name(r) },
                    segments = new { date = r.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
                    metrics = new { costMicros = $"{(long)((r.Cost ?? 0) * 1_000_000)}", impressions = $"{r.Impressions}", clicks = $"{r.Clicks}", conversions = r.Conversions },
                }),
            }));
    }

    private static Answer Error(int code, string status, string message) => Json(new[] { new { error = new { code, message, status } } }, code);

    [GeneratedRegex("metrics.cost_micros.* FROM campaign WHERE segments.date BETWEEN '(?<from>[-0-9]+)' AND '(?<to>[-0-9]+)'$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Between();
}
