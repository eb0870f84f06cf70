using System.Globalization;
using static Merit.Plugins.Tests.Connectors.Http.MisbehavingServer;

namespace Merit.Plugins.Tests.Connectors.Http.Vendors;

/// <summary>Zoho CRM v8: pages of 200 by number up to 2,000 records, then only by page_token; If-Modified-Since gives 304 where nothing changed.</summary>
internal sealed class ZohoServer : CrmServer
{
    private const int Size = 200;

    public override string Vendor => "zoho";

    public override string Stream => "deals";

    public override Answer Busy => Json(new { code = "TOO_MANY_REQUESTS", details = new { }, message = "try later", status = "error" }, 429);

    public override Answer Refusal => Json(new { code = "NO_PERMISSION", details = new { }, message = $"permission denied for {Secret} {Token}", status = "error" }, 403);

    protected override Dictionary<string, string> Settings => new() { ["accounts"] = Address };

    protected override Dictionary<string, string> Secrets => new() { ["client_id"] = "1000.ID", ["client_secret"] = "1000.client-secret", ["refresh_token"] = Secret };

    protected override Answer Unauthorized => Json(new { code = "INVALID_TOKEN", details = new { }, message = "invalid oauth token", status = "error" }, 401);

    protected override bool IsToken(Asked asked) => asked.Path.StartsWith("/oauth/v2/token", StringComparison.Ordinal);

    protected override Answer Grant(Asked asked) => asked.Body.Contains($"refresh_token={Uri.EscapeDataString(Secret)}", StringComparison.Ordinal) && asked.Body.Contains("grant_type=refresh_token", StringComparison.Ordinal)
        ? Json(new { access_token = Token, api_domain = Address, token_type = "Bearer", expires_in = 3600 })
        : Json(new { error = "invalid_code" });

    protected override bool IsSignedIn(Asked asked) => asked.Headers["Authorization"] == $"Zoho-oauthtoken {Token}";

    protected override Answer Data(Asked asked)
    {
        var since = Since(asked.Headers["If-Modified-Since"]);
        if (asked.Path.StartsWith("/crm/v8/Deals/deleted", StringComparison.Ordinal))
        {
            return Page([.. Deleted.Where(d => d.At >= since)], d => new { id = Id(d.Number), deleted_time = d.At, type = "recycle" }, int.Parse(asked.Query("page") ?? "1", CultureInfo.InvariantCulture));
        }

        var fields = asked.Query("fields")?.Split(',') ?? [];
        if (fields.Length is (0 or > 50) && !asked.Path.Contains("/deleted", StringComparison.Ordinal))
        {
            return Json(new { code = "REQUIRED_PARAM_MISSING", message = "fields", status = "error" }, 400);
        }

        if (!asked.Path.StartsWith("/crm/v8/Deals", StringComparison.Ordinal))
        {
            return Beside(asked);
        }

        var found = Deals.Values.Where(d => d.Modified >= since).ToList();
        if (since > DateTime.MinValue && found.Count == 0)
        {
            return new Answer("", 304);
        }

        var page = asked.Query("page_token") is { } token ? int.Parse(token[5..], CultureInfo.InvariantCulture) : int.Parse(asked.Query("page") ?? "1", CultureInfo.InvariantCulture);
        return asked.Query("page_token") is null && page > 10
            ? Json(new { code = "DISCRETE_PAGE_LIMIT", message = "use page_token", status = "error" }, 400)
            : found.Count == 0 ? new Answer("", 204)
            : Page(found, d => new
            {
                id = Id(d.Number), Modified_Time = d.Modified.AddHours(8).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + "+08:00", Created_Time = "2025-01-02T03:04:05+08:00", d.Amount, d.Stage,
                Closing_Date = "2025-06-01", Probability = 50, Owner = new { name = "李", id = "9" }, Campaign_Source = new { name = "X", id = "77" }, surprise = new[] { 1 },
            }, page);
    }

    // A campaign with 201 members on two pages, one with none (204), and a call.
    private static Answer Beside(Asked asked) => (asked.Path.Split('?')[0], asked.Query("page")) switch
    {
        ("/crm/v8/Campaigns", _) => Page([1, 2], n => new { id = $"c{n}", Campaign_Name = $"One {n}", Start_Date = "2025-03-01" }, 1),
        ("/crm/v8/Campaigns/c1/Leads", var page) => Page([.. Enumerable.Range(1, 201)], n => new { id = $"L{n}", Member_Status = "Responded" }, int.Parse(page ?? "1", CultureInfo.InvariantCulture)),
        ("/crm/v8/Campaigns/c2/Leads", _) => new Answer("", 204),
        ("/crm/v8/Calls", _) => Page([1], _ => new { id = "p1", Modified_Time = "2025-01-02T10:00:00+08:00", Call_Start_Time = "2025-01-02T09:00:00+08:00", Who_Id = new { id = "k1" }, Owner = new { name = "李" }, Call_Duration_in_seconds = 90 }, 1),
        _ => new Answer("", 204),
    };

    private static Answer Page<T>(List<T> all, Func<T, object> write, int page) => Json(new
    {
        data = all.Skip((page - 1) * Size).Take(Size).Select(write),
        info = new { per_page = Size, page, count = Math.Min(Size, Math.Max(0, all.Count - ((page - 1) * Size))), more_records = all.Count > page * Size, next_page_token = all.Count > page * Size ? $"next-{page + 1}" : null },
    });
}
