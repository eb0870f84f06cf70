using System.Globalization;
using System.Text.RegularExpressions;
using static Merit.Plugins.Tests.Connectors.Http.MisbehavingServer;

namespace Merit.Plugins.Tests.Connectors.Http.Vendors;

/// <summary>Salesforce: queryAll also gives what is in the recycle bin; a batch of up to 2,000 and the address of the next; errors are a list.</summary>
internal sealed partial class SalesforceServer : CrmServer
{
    private readonly Dictionary<string, (List<Deal> Remaining, string[] Fields)> _open = new(StringComparer.Ordinal);
    private readonly List<Deal> _gone = [];

    public override string Vendor => "salesforce";

    public override string Stream => "opportunities";

    public override Answer Busy => Json(new[] { new { message = "unable to obtain exclusive access", errorCode = "UNABLE_TO_LOCK_ROW" } }, 400);

    public override Answer Refusal => Json(new[] { new { message = $"TotalRequests Limit exceeded. {Secret} {Token}", errorCode = "REQUEST_LIMIT_EXCEEDED" } }, 403);

    protected override Dictionary<string, string> Settings => new() { ["domain"] = Address };

    protected override Dictionary<string, string> Secrets => new() { ["client_id"] = "3MVG9", ["client_secret"] = Secret };

    protected override Answer Unauthorized => Json(new[] { new { message = "Session expired or invalid", errorCode = "INVALID_SESSION_ID" } }, 401);

    protected override bool IsToken(Asked asked) => asked.Path is "/services/oauth2/token";

    protected override Answer Grant(Asked asked) => asked.Body.Contains($"client_secret={Uri.EscapeDataString(Secret)}", StringComparison.Ordinal) && asked.Body.Contains("grant_type=client_credentials", StringComparison.Ordinal)
        ? Json(new { access_token = Token, instance_url = Address, token_type = "Bearer", issued_at = "1" })
        : Json(new { error = "invalid_client", error_description = "invalid client credentials" }, 400);

    protected override bool IsSignedIn(Asked asked) => asked.Headers["Authorization"] == $"Bearer {Token}";

    public override void Delete()
    {
        var last = Deals.Last().Value;
        Deals.Remove(last.Number);
        _gone.Add(last with { Modified = Tick() });
    }

    protected override Answer Data(Asked asked)
    {
        if (asked.Path.StartsWith("/services/data/v62.0/query/", StringComparison.Ordinal))
        {
            var locator = asked.Path[(asked.Path.LastIndexOf('/') + 1)..];
            return _open.TryGetValue(locator, out var rest) ? Batch(rest.Remaining, rest.Fields) : Json(new[] { new { message = "invalid query locator", errorCode = "INVALID_QUERY_LOCATOR" } }, 400);
        }

        if (asked.Query("q") is { } activities && (activities.Contains(" FROM Task ", StringComparison.Ordinal) || activities.Contains(" FROM Event ", StringComparison.Ordinal)))
        {
            return Json(new { totalSize = 1, done = true, records = new[] { activities.Contains("FROM Task", StringComparison.Ordinal) ? Call : Meeting } });
        }

        if (asked.Query("q")?.Contains(" FROM CampaignMember ", StringComparison.Ordinal) is true)
        {
            return Json(new { totalSize = 2, done = true, records = Members });
        }

        var query = Soql().Match(asked.Query("q") ?? "");
        if (!asked.Path.StartsWith("/services/data/v62.0/queryAll?", StringComparison.Ordinal) || !query.Success)
        {
            return Json(new[] { new { message = "unexpected token", errorCode = "MALFORMED_QUERY" } }, 400);
        }

        var since = Since(query.Groups["since"].Value);
        return Batch([.. Deals.Values.Concat(_gone).Where(d => d.Modified >= since)], query.Groups["fields"].Value.Split(','));
    }

    private Answer Batch(List<Deal> deals, string[] fields)
    {
        const int Size = 200;
        var rest = deals.Skip(Size).ToList();
        var locator = $"01g{_open.Count}-{Size}";
        _open[locator] = (rest, fields);
        return Json(new
        {
            totalSize = deals.Count,
            done = rest.Count == 0,
            nextRecordsUrl = rest.Count == 0 ? null : $"/services/data/v62.0/query/{locator}",
            records = deals.Take(Size).Select(d => new Dictionary<string, object?>
            {
                ["Id"] = Id(d.Number), ["SystemModstamp"] = d.Modified.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture), ["IsDeleted"] = _gone.Exists(g => g.Number == d.Number), ["Amount"] = d.Amount,
                ["StageName"] = d.Stage, ["CloseDate"] = "2025-06-01", ["IsClosed"] = true, ["IsWon"] = true, ["Owner.Name"] = null,
            }.Where(f => fields.Contains(f.Key, StringComparer.Ordinal)).Append(new("Owner", new { Name = "Ann" })).ToDictionary()),
        });
    }

    // Somebody who came, and somebody who was invited and no more.
    private static object[] Members =>
    [
        new { Id = "00v1", SystemModstamp = "2025-03-05T03:00:00.000+0000", IsDeleted = false, CreatedDate = "2025-02-01T08:00:00.000+0000", CampaignId = "7011", LeadId = (string?)null, ContactId = "0037", Status = "Attended", HasResponded = true, FirstRespondedDate = "2025-03-04" },
        new { Id = "00v2", SystemModstamp = "2025-03-05T03:00:00.000+0000", IsDeleted = false, CreatedDate = "2025-02-02T08:00:00.000+0000", CampaignId = "7011", LeadId = "00Q7", ContactId = (string?)null, Status = "Sent", HasResponded = false, FirstRespondedDate = (string?)null },
    ];

    // A call to a lead of a minute and a half, and a meeting with a contact.
    private static object Call => new { Id = "00T1", SystemModstamp = "2025-01-02T03:00:00.000+0000", IsDeleted = false, WhoId = "00Q7", Owner = new { Name = "Ann" }, TaskSubtype = "Call", CompletedDateTime = "2025-01-02T02:00:00.000+0000", ActivityDate = "2025-01-02", IsClosed = true, CallDurationInSeconds = 90 };

    private static object Meeting => new { Id = "00U1", SystemModstamp = "2025-01-02T03:00:00.000+0000", IsDeleted = false, WhoId = "0037", Owner = new { Name = "Ann" }, StartDateTime = "2025-01-03T09:00:00.000+0000", DurationInMinutes = 45 };

    [GeneratedRegex("^SELECT (?<fields>[A-Za-z.,]+) FROM Opportunity WHERE SystemModstamp >= (?<since>[-0-9T:]+Z)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Soql();
}
