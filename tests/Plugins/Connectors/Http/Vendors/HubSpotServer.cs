using System.Globalization;
using System.Text.Json;
using static Merit.Plugins.Tests.Connectors.Http.MisbehavingServer;

namespace Merit.Plugins.Tests.Connectors.Http.Vendors;

/// <summary>HubSpot: a search that ends at 10,000 results, pages of 200, filters by epoch; what is archived is a list of its own.</summary>
internal sealed class HubSpotServer : CrmServer
{
    public override string Vendor => "hubspot";

    public override string Stream => "deals";

    public override bool HasTokens => false;

    public override Answer Busy => Json(new { status = "error", message = "You have reached your secondly limit.", category = "RATE_LIMITS" }, 429);

    public override Answer Refusal => Json(new { status = "error", message = $"missing scopes, {Secret}", category = "MISSING_SCOPES" }, 403);

    protected override bool FixedAddress => true;

    protected override Dictionary<string, string> Settings => [];

    protected override Dictionary<string, string> Secrets => new() { ["token"] = Secret };

    protected override Answer Unauthorized => Json(new { status = "error", message = "Authentication credentials not found", category = "INVALID_AUTHENTICATION" }, 401);

    protected override bool IsToken(Asked asked) => false;

    protected override bool IsSignedIn(Asked asked) => asked.Headers["Authorization"] == $"Bearer {Secret}";

    protected override Answer Data(Asked asked)
    {
        if (asked.Path.StartsWith("/marketing/campaigns/2026-03", StringComparison.Ordinal))
        {
            return Campaigns(asked);
        }

        if (asked.Path.StartsWith("/marketing/v3/marketing-events", StringComparison.Ordinal) || asked.Path.Contains("/calls", StringComparison.Ordinal))
        {
            return Beside(asked);
        }

        if (asked.Query("archived") is "true")
        {
            var skip = int.Parse(asked.Query("after") ?? "0", CultureInfo.InvariantCulture);
            return Json(new
            {
                results = Deleted.Skip(skip).Take(100).Select(d => new { id = Id(d.Number), archived = true, archivedAt = d.At }),
                paging = Deleted.Count > skip + 100 ? new { next = new { after = $"{skip + 100}" } } : null,
            });
        }

        using var body = JsonDocument.Parse(asked.Body);
        var query = body.RootElement;
        if (asked.Path is not "/crm/objects/2026-03/deals/search" || query.GetProperty("limit").GetInt32() > 200 || query.GetProperty("sorts")[0].GetProperty("direction").GetString() is not "ASCENDING")
        {
            return Json(new { status = "error", message = "wrong", category = "VALIDATION_ERROR" }, 400);
        }

        IEnumerable<Deal> found = Deals.Values;
        foreach (var filter in query.GetProperty("filterGroups")[0].GetProperty("filters").EnumerateArray())
        {
            var value = filter.GetProperty("value").GetString();
            found = (filter.GetProperty("propertyName").GetString(), filter.GetProperty("operator").GetString()) switch
            {
                ("hs_lastmodifieddate", "GTE") => found.Where(d => d.Modified >= SinceEpoch(value)),
                ("hs_object_id", "GT") => found.Where(d => d.Number > NumberOf(value)),
                _ => throw new InvalidOperationException("An unknown filter."),
            };
        }

        var wanted = query.GetProperty("properties").EnumerateArray().Select(p => p.GetString()).ToHashSet();
        var all = found.ToList();
        return Json(new
        {
            total = all.Count,
            results = all.Take(200).Select(d => new
            {
                id = Id(d.Number),
                archived = false,
                properties = new Dictionary<string, string?>
                {
                    ["hs_object_id"] = Id(d.Number), ["amount"] = d.Amount?.ToString(CultureInfo.InvariantCulture), ["dealstage"] = d.Stage, ["hs_lastmodifieddate"] = d.Modified.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
                    ["closedate"] = "", ["hs_is_closed"] = "true", ["hs_is_closed_won"] = "false", ["surprise"] = "!",
                }.Where(p => wanted.Contains(p.Key)).ToDictionary(),
            }),
            paging = all.Count > 200 ? new { next = new { after = "200" } } : null,
        });
    }

    // An event with two who registered, of whom one came, on two pages; a call of a minute and a half.
    private static Answer Beside(Asked asked) => (asked.Path.Split('?')[0], asked.Query("after")) switch
    {
        ("/marketing/v3/marketing-events", _) => Json(new { results = new[] { new { objectId = "e1", eventName = "Launch", eventType = "WEBINAR", startDateTime = "2025-03-01T09:00:00Z", endDateTime = "2025-03-01T10:00:00Z" } } }),
        (_, null) when asked.Path.Contains("/participations/e1/breakdown", StringComparison.Ordinal) => Json(new
        {
            results = new[] { new { id = "1", createdAt = "2025-02-01T08:00:00Z", associations = new { contact = new { contactId = "k1" } }, properties = new { attendanceState = "ATTENDED", occurredAt = 1740819600000, attendanceDurationSeconds = 1800, attendancePercentage = "0.5" } } },
            paging = new { next = new { after = "1" } },
        }),
        _ when asked.Path.Contains("/participations/e1/breakdown", StringComparison.Ordinal) => Json(new { results = new[] { new { id = "2", createdAt = "2025-02-02T08:00:00Z", associations = new { contact = new { contactId = "k2" } }, properties = new { attendanceState = "NO_SHOW", occurredAt = 1740819600000 } } } }),
        _ when asked.Query("archived") is "true" => Json(new { results = Array.Empty<int>() }),
        _ => Json(new { total = 1, results = new[] { new { id = "p1", properties = new { hs_object_id = "p1", hs_lastmodifieddate = "2025-01-02T03:00:00.000Z", hs_timestamp = "2025-01-02T02:00:00Z", hs_call_duration = "90000", hubspot_owner_id = "7" } } } }),
    };

    // Two pages of the first campaign's contacts, none of the second's.
    private static Answer Contacts(Asked asked) => asked.Path.Split('?')[0] is not ("/marketing/campaigns/2026-03/c-1/reports/contacts/influencedContacts" or "/marketing/campaigns/2026-03/c-2/reports/contacts/influencedContacts")
        ? Json(new { status = "error", message = "wrong", category = "VALIDATION_ERROR" }, 400)
        : (asked.Path.Contains("/c-1/", StringComparison.Ordinal), asked.Query("after")) switch
        {
            (false, _) => Json(new { results = Array.Empty<int>() }),
            (_, null) => Json(new { results = new[] { new { id = "101" }, new { id = "102" } }, paging = new { next = new { after = "Mg==", link = "x" } } }),
            (_, "Mg==") => Json(new { results = new[] { new { id = "103" } } }),
            _ => Json(new { status = "error", message = "wrong", category = "VALIDATION_ERROR" }, 400),
        };

    private static Answer Campaigns(Asked asked) => asked.Path.Contains("/reports/contacts/", StringComparison.Ordinal) ? Contacts(asked)
        : asked.Path.Contains("/budget/totals", StringComparison.Ordinal)
        ? Json(new { budgetTotal = 9, currencyCode = "USD", budgetItems = Array.Empty<int>(), spendItems = asked.Path.Contains("c-2", StringComparison.Ordinal) ? [] : new[] { new { id = "s1", name = "booth", amount = 12.5, createdAt = 1735689600000, order = 0 } } })
        : asked.Query("after") is "1"
            ? Json(new { results = new[] { new { id = "c-2", properties = new Dictionary<string, string> { ["hs_name"] = "Two" } } } })
            : Json(new { results = new[] { new { id = "c-1", properties = new Dictionary<string, string> { ["hs_name"] = "One 🎪", ["hs_start_date"] = "2025-03-01", ["hs_budget_items_sum_amount"] = "10.0" } } }, paging = new { next = new { after = "1" } } });
}
