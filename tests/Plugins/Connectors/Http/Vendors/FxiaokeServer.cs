using System.Globalization;
using System.Text.Json;
using static Merit.Plugins.Tests.Connectors.Http.MisbehavingServer;

namespace Merit.Plugins.Tests.Connectors.Http.Vendors;

/// <summary>Fxiaoke: every error is a 200 with an errorCode; at most 100 records a page and an offset of 10,000; ids grow, times are epoch, money is text.</summary>
internal sealed class FxiaokeServer : CrmServer
{
    private readonly SortedDictionary<int, Deal> _invalid = [];

    public override string Vendor => "fxiaoke";

    public override string Stream => "opportunities";

    protected override string Never => "4070908800000";

    public override Answer Busy => Json(new { traceId = "E", errorCode = 30002, errorMessage = "over the limit of calls" });

    public override Answer Refusal => Json(new { traceId = "E", errorCode = 30001, errorMessage = $"no right, {Secret} {Token}" });

    protected override Dictionary<string, string> Settings => new() { ["cloud"] = Address, ["ea"] = "acme", ["user"] = "1000" };

    protected override Dictionary<string, string> Secrets => new() { ["app_id"] = "FSAID_1", ["app_secret"] = Secret, ["permanent_code"] = "PERMANENT-CODE" };

    protected override Answer Unauthorized => Json(new { errorCode = 20016, errorMessage = "the token is not there or has expired" });

    protected override string Id(int number) => (0x5ea00000 + number).ToString("x", CultureInfo.InvariantCulture);

    protected override bool IsToken(Asked asked) => asked.Path.StartsWith("/oauth2.0/token?thirdTraceId=", StringComparison.Ordinal);

    protected override Answer Grant(Asked asked)
    {
        using var body = JsonDocument.Parse(asked.Body);
        string? Field(string name) => body.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
        return Field("appSecret") is Secret && Field("grantType") is "app_secret" && Field("permanentCode") is "PERMANENT-CODE" && Field("grant_type") is null
            ? Json(new { errorCode = 0, errorMessage = "OK", accessToken = Token, expiresIn = 7200 })
            : Json(new { errorCode = 10006, errorMessage = "wrong appSecret" });
    }

    protected override bool IsSignedIn(Asked asked) => asked.Headers["authorization"] == $"Bearer {Token}" && asked.Headers["x-fs-ea"] is "acme" && asked.Headers["x-fs-userid"] is "1000";

    // What is made invalid can still be asked for; what is then deleted cannot.
    public override void Delete()
    {
        var last = Deals.Last().Value;
        Deals.Remove(last.Number);
        _invalid.Add(last.Number, last with { Modified = Tick() });
    }

    private static IEnumerable<Deal> After(IEnumerable<Deal> deals, int id) => deals.Where(d => 0x5ea00000 + d.Number > id);

    protected override Answer Data(Asked asked)
    {
        using var body = JsonDocument.Parse(asked.Body);
        var data = body.RootElement.GetProperty("data");
        var query = data.GetProperty("search_query_info");
        var (limit, offset) = (query.GetProperty("limit").GetInt32(), query.GetProperty("offset").GetInt32());
        if (data.GetProperty("dataObjectApiName").GetString() is not "NewOpportunityObj" || limit > 100 || offset % limit != 0 || offset > 10000 || query.GetProperty("fieldProjection").GetArrayLength() == 0)
        {
            return Json(new { errorCode = 10013, errorMessage = "wrong parameters" });
        }

        IEnumerable<Deal> found = Deals.Values.Concat(_invalid.Values).OrderBy(d => d.Number);
        foreach (var filter in query.GetProperty("filters").EnumerateArray())
        {
            var value = filter.GetProperty("field_values")[0].GetString() ?? "";
            found = (filter.GetProperty("field_name").GetString(), filter.GetProperty("operator").GetString()) switch
            {
                ("last_modified_time", "GTE") => found.Where(d => d.Modified >= SinceEpoch(value)),
                ("_id", "GT") => After(found, int.Parse(value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
                _ => throw new InvalidOperationException("An unknown filter."),
            };
        }

        return Json(new
        {
            errorCode = 0,
            errorMessage = "OK",
            data = new
            {
                offset, limit,
                dataList = found.Skip(offset).Take(limit).Select(d => new Dictionary<string, object?>
                {
                    ["_id"] = Id(d.Number), ["last_modified_time"] = Epoch(d.Modified), ["create_time"] = 1587988330715, ["life_status"] = _invalid.ContainsKey(d.Number) ? "invalid" : "normal", ["amount"] = d.Amount?.ToString("0.00", CultureInfo.InvariantCulture), ["sales_stage"] = d.Stage,
                    ["sales_status"] = "2", ["close_date"] = 1585929600000, ["owner"] = new[] { "1000" }, ["owner__r"] = new { name = "蒋" }, ["probability"] = "30",
                }),
            },
        });
    }
}
