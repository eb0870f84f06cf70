using System.Globalization;
using System.Text.Json;
using static Merit.Plugins.Tests.Connectors.Http.MisbehavingServer;

namespace Merit.Plugins.Tests.Connectors.Http.Vendors;

/// <summary>Meta: cursors, figures as text, conversions among actions; a code for too much data, and the token in the address of the next page.</summary>
internal sealed class MetaServer : AdsServer
{
    private const int Size = 100;

    public override string Vendor => "meta";

    public override bool HasTokens => false;

    /// <summary>How many days it answers at once.</summary>
    public int Most { get; set; } = 90;

    public override Answer Busy => Error(17, null, "User request limit reached", 400);

    public override Answer Refusal => Error(200, null, $"no permission, {Secret}", 403);

    protected override bool FixedAddress => true;

    protected override Dictionary<string, string> Settings => new() { ["account"] = "77", ["since"] = Since };

    protected override Dictionary<string, string> Secrets => new() { ["access_token"] = Secret };

    protected override Answer Unauthorized => Error(190, null, "Invalid OAuth access token", 400);

    protected override bool IsToken(Asked asked) => false;

    protected override bool IsSignedIn(Asked asked) => asked.Query("access_token") is Secret;

    protected override Answer Data(Asked asked)
    {
        using var range = JsonDocument.Parse(asked.Query("time_range") ?? "{}");
        var (from, to) = (range.RootElement.GetProperty("since").GetString(), range.RootElement.GetProperty("until").GetString());
        if (!asked.Path.StartsWith("/act_77/insights?", StringComparison.Ordinal) || asked.Query("level") is not "campaign" || asked.Query("time_increment") is not "1")
        {
            return Error(100, null, "Invalid parameter", 400);
        }

        if (DateOnly.ParseExact(to ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber - DateOnly.ParseExact(from ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber >= Most)
        {
            return Error(100, 1487534, "Please reduce the amount of data", 400);
        }

        var all = Of(from, to);
        var skip = int.Parse(asked.Query("after") ?? "0", CultureInfo.InvariantCulture);
        return Json(new
        {
            data = all.Skip(skip).Take(Size).Select(r => new
            {
                campaign_id = $"{r.Campaign}", campaign_name = Name(r), account_currency = "USD", spend = Text(r.Cost), impressions = $"{r.Impressions}", clicks = $"{r.Clicks}",
                actions = new[] { new { action_type = "link_click", value = "999" }, new { action_type = "lead", value = Text(r.Conversions) } },
                date_start = r.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), date_stop = r.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            }),
            paging = new { cursors = new { before = "x", after = $"{skip + Size}" }, next = all.Count > skip + Size ? $"https://elsewhere.example/?access_token={Secret}" : null },
        });
    }

    private static Answer Error(int code, int? subcode, string message, int status) => Json(new { error = new { message, type = "OAuthException", code, error_subcode = subcode, fbtrace_id = "A" } }, status);
}
