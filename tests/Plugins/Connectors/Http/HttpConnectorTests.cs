using System.Globalization;
using System.Text.Json;
using Merit.Connectors.Http;
using Merit.Plugins.Connectors;
using Merit.Plugins.Testing;

namespace Merit.Plugins.Tests.Connectors.Http;

/// <summary>The declarative connector against a server that misbehaves on demand.</summary>
public sealed class HttpConnectorTests : IDisposable
{
    private const string Token = "t0ken-secret";

    private readonly string _folder = Directory.CreateTempSubdirectory("merit-http").FullName;
    private readonly MisbehavingServer _server = new();
    private readonly HastyClock _clock = new();

    public static TheoryData<string, string> Pagings => new()
    {
        { "{ kind: page, size: 2 }", "page: \"{{page}}\"" },
        { "{ kind: offset, size: 2 }", "offset: \"{{offset}}\"" },
        { "{ kind: cursor, next: next }", "cursor: \"{{cursor}}\"" },
        { "{ kind: next-link, next: link }", "x: y" },
        { "{ kind: key-set, column: id, size: 2 }", "after: \"{{last}}\"" },
    };

    [Theory]
    [MemberData(nameof(Pagings))]
    public async Task Every_way_of_paging_reads_every_record_once(string paging, string query)
    {
        Describe(paging, query);
        Serve(5);
        Assert.Equal(["1|1.50", "2|3.00", "3|4.50", "4|6.00", "5|7.50"], await RowsAsync());
        Assert.All(_server.Requests, r => Assert.Equal($"Key {Token}", r.Headers["X-Auth"]));
    }

    [Fact]
    public async Task Trouble_that_passes_is_waited_out_as_the_server_says()
    {
        Describe("{ kind: page, size: 2 }", "page: \"{{page}}\"");
        Serve(3);
        _server.Trouble(
            new("slow down", 429) { RetryAfter = "7" }, new("slow down", 429), new("oops", 500), new("", 200) { Cut = 0 }, new("{\"items\": [{\"id\": 1", 200));
        Assert.Equal(3, (await RowsAsync()).Count);
        Assert.Equal([7, 2, 4, 8, 16], _clock.Waits.Select(w => w.TotalSeconds));
        _server.Trouble(new("""{"code": "30002", "message": "quota"}"""), new("""{"code": "0", "items": []}"""));
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task An_error_names_source_stream_page_and_next_step_and_no_secret()
    {
        Describe("{ kind: page, size: 2 }", "page: \"{{page}}\"");
        _server.Answers = r => r.Query("page") is "1" ? Page(1, 2) : new($$"""{"code": "17", "message": "no rights for {{Token}}"}""");
        var refused = await Assert.ThrowsAsync<ConnectorException>(() => RowsAsync());
        Assert.StartsWith("deals, page 2: the API answers with status 200, code 17: no rights", refused.Message, StringComparison.Ordinal);
        Assert.NotEmpty(refused.NextStep);
        _server.Answers = _ => new("down", 503);
        refused = await Assert.ThrowsAsync<ConnectorException>(() => RowsAsync());
        Assert.Equal("deals, page 1: the API answers with status 503.", refused.Message);
        _server.Answers = _ => new("""{"code": "0", "items": {"a": 1}}""");
        Assert.Contains("is no list of records", (await Assert.ThrowsAsync<ConnectorException>(() => RowsAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_fetched_kept_and_fetched_anew_when_it_expires_in_the_middle()
    {
        Describe("{ kind: page, size: 2 }", "page: \"{{page}}\"", authentication: $$$"""
            { kind: refresh-token, token_address: "{{{_server.Address}}}/token", token_request: { refresh_token: "{{secrets.token}}" } }
            """);
        var issued = 0;
        _server.Answers = r => r.Path.StartsWith("/token", StringComparison.Ordinal)
            ? new($$"""{"access_token": "a{{++issued}}", "expires_in": 3600}""")
            : r.Query("page") is "2" && r.Headers["Authorization"] is "Bearer a1" ? new("{}", 401) : r.Query("page") is "3" ? Page() : Page(int.Parse(r.Query("page") ?? "", CultureInfo.InvariantCulture) * 10, 1 + (int.Parse(r.Query("page") ?? "", CultureInfo.InvariantCulture) * 10));
        Assert.Equal(4, (await RowsAsync()).Count);
        Assert.Equal(2, issued);
        Assert.Contains($"refresh_token={Token}", _server.Requests[0].Body, StringComparison.Ordinal);
        _server.Answers = r => r.Path.StartsWith("/token", StringComparison.Ordinal) ? new("{\"error\": \"invalid\"}", 400) : new("{}", 401);
        Assert.Contains("signing in failed", (await Assert.ThrowsAsync<ConnectorException>(() => RowsAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ceiling_and_a_circle_are_told_rather_than_lost_in()
    {
        Describe("{ kind: page, size: 2, limit: 4 }", "page: \"{{page}}\"");
        Serve(9);
        Assert.Contains("gives 4 records this way", (await Assert.ThrowsAsync<ConnectorException>(() => RowsAsync())).Message, StringComparison.Ordinal);
        Describe("{ kind: cursor, next: next }", "cursor: \"{{cursor}}\"");
        _server.Answers = _ => new("""{"code": "0", "items": [{"id": 1}], "next": "same"}""");
        Assert.Contains("a page again", (await Assert.ThrowsAsync<ConnectorException>(() => RowsAsync())).Message, StringComparison.Ordinal);
        Describe("{ kind: next-link, next: link }", "x: y");
        _server.Answers = _ => new("""{"code": "0", "items": [{"id": 1}], "link": "http://127.0.0.2/steal"}""");
        Assert.Contains("another server", (await Assert.ThrowsAsync<ConnectorException>(() => RowsAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_are_read_in_slices_and_those_still_corrected_again()
    {
        Describe("{ kind: none }", "since: \"{{from}}\"\n      until: \"{{to}}\"", more: "dates: { first: 2025-06-01, days: 10, restated: 3, column: day }\n    ");
        _server.Answers = r => new($$$"""{"code": "0", "items": [{"id": "{{{r.Query("since")}}}", "day": "{{{r.Query("since")}}}"}]}""");
        var known = new KnownRows();
        await known.ReadAsync(Make(), Request, TestContext.Current.CancellationToken);
        Assert.Equal(["2025-06-01..2025-06-10", "2025-06-11..2025-06-15"], _server.Requests.Select(r => $"{r.Query("since")}..{r.Query("until")}"));
        _server.Requests.Clear();
        await known.ReadAsync(Make(), Request, TestContext.Current.CancellationToken);
        Assert.Equal(["2025-06-13..2025-06-15"], _server.Requests.Select(r => $"{r.Query("since")}..{r.Query("until")}"));
    }

    [Fact]
    public async Task Values_of_every_kind_and_those_that_are_none()
    {
        Describe("{ kind: none }", "x: y", more: "", fields: """
                  name: { path: a.b.0 }
                  at: { type: timestamp, format: epoch_ms }
                  day: { type: date, format: yyyyMMdd }
                  open: { type: boolean }
                  cents: { type: decimal, divide: 100 }
            """);
        _server.Answers = _ => new("""{"code": "0", "items": [{"id": 1, "amount": "1.50", "a": {"b": ["é😀 عربي"]}, "at": 1735689600000, "day": "20250102", "open": true, "cents": 150, "unknown": 1}, {"id": 2, "amount": null, "cents": "much"}]}""");
        var rows = new List<string>();
        await foreach (var chunk in Make().ReadAsync(Request, TestContext.Current.CancellationToken))
        {
            if (chunk is Rows page)
            {
                rows.AddRange(Enumerable.Range(0, page.RowNumbers.Count).Select(i => string.Join('|', page.Columns.Select(c => c.Faults.TryGetValue(i, out var fault) ? $"!{fault}" : KnownRows.Cell(c, i)))));
            }
        }

        Assert.Equal(["1|1.50|é😀 عربي|2025-01-01T00:00:00.0000000Z|2025-01-02|True|1.5", "2||||||!much"], rows);
    }

    [Fact]
    public async Task A_token_in_the_body_a_name_and_password_and_a_signature()
    {
        Describe("{ kind: none }", "x: y", "{ kind: key, body: header.accessToken, value: \"{{secrets.token}}\" }", "method: POST\n    body: { size: \"5\", header: { user: \"u\" } }\n    ",
            "signing: { secret: \"{{secrets.token}}\", text: \"{{method}} {{path}} {{body}} {{now_s}}\", header: X-Sign }");
        Serve(1);
        Assert.Single(await RowsAsync());
        var asked = _server.Requests[^1];
        Assert.Equal("{\"size\":5,\"header\":{\"user\":\"u\",\"accessToken\":\"" + Token + "\"}}", asked.Body);
        var text = $"POST {asked.Path} {asked.Body} {_clock.GetUtcNow().ToUnixTimeSeconds()}";
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Token), System.Text.Encoding.UTF8.GetBytes(text))), asked.Headers["X-Sign"]);

        Describe("{ kind: none }", "x: y", "{ kind: basic, user: me, password: \"{{secrets.token}}\" }");
        Assert.Single(await RowsAsync());
        Assert.Equal($"Basic {Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"me:{Token}"))}", _server.Requests[^1].Headers["Authorization"]);
    }

    [Fact]
    public async Task Requests_keep_to_the_rate()
    {
        Describe("{ kind: page, size: 2 }", "page: \"{{page}}\"", rest: "rate: { requests: 2, seconds: 1 }");
        Serve(5);
        Assert.Equal(5, (await RowsAsync()).Count);
        Assert.Equal([0.5, 0.5], _clock.Waits.Select(w => w.TotalSeconds));
    }

    [Theory]
    [InlineData("address: [", "describe")]
    [InlineData("adress: x", "describe")]
    [InlineData("streams: { other: { fields: { id: {} } } }", "stream")]
    [InlineData("streams: { deals: { fields: { id: {} }, key: [nothing] } }", "describe")]
    [InlineData("streams: { deals: { path: \"/{{settings.none}}\", fields: { id: {} } } }", "settings")]
    public async Task A_wrong_description_is_told_by_a_check(string yaml, string option)
    {
        File.WriteAllText(Path.Combine(_folder, "acme.yaml"), yaml);
        Assert.Equal(option, Assert.Single(await Make().CheckAsync(Request, TestContext.Current.CancellationToken)).Option);
    }

    public void Dispose()
    {
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private ReadRequest Request => new("crm", _folder) { Clock = _clock };

    private HttpConnector Make() => new(new HttpOptions { Describe = "acme.yaml", Stream = "deals", Address = _server.Address, Secrets = new Dictionary<string, string> { ["token"] = Token } });

    private async Task<IReadOnlyList<string>> RowsAsync()
    {
        List<string> rows = [];
        await foreach (var chunk in Make().ReadAsync(Request, TestContext.Current.CancellationToken))
        {
            rows.AddRange(chunk is Rows page ? Enumerable.Range(0, page.RowNumbers.Count).Select(i => string.Join('|', page.Columns.Select(c => KnownRows.Cell(c, i)))) : []);
        }

        return rows;
    }

    private void Describe(string paging, string query, string authentication = "{ kind: key, header: X-Auth, value: \"Key {{secrets.token}}\" }", string more = "", string rest = "", string? fields = null)
    {
        var day = more.Contains("dates", StringComparison.Ordinal) ? "\n      day: { type: date }" : "";
        File.WriteAllText(Path.Combine(_folder, "acme.yaml"), $$"""
            authentication: {{authentication}}
            errors: { code: code, message: message, retry: ["30002"] }
            {{rest}}
            streams:
              deals:
                path: /deals
                records: items
                key: [id]
                {{more}}paging: {{paging}}
                query:
                  {{query}}
                fields:
                  id: {}
                  amount: { type: decimal }{{day}}
            {{fields}}
            """);
    }

    // Records numbered from 1, in whichever way they are asked for, two a page.
    private void Serve(int count) => _server.Answers = r =>
    {
        int At(string name, int otherwise) => int.TryParse(r.Query(name), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : otherwise;
        var first = r.Query("page") is not null ? (2 * (At("page", 1) - 1)) + 1 : r.Query("offset") is not null ? At("offset", 0) + 1 : r.Query("after") is not null ? At("after", 0) + 1 : At("cursor", 1);
        var ids = Enumerable.Range(first, Math.Clamp(count - first + 1, 0, 2)).ToArray();
        var next = first + 2 <= count ? (first + 2).ToString(CultureInfo.InvariantCulture) : "";
        return new(JsonSerializer.Serialize(new { code = "0", items = ids.Select(i => new { id = i, amount = (i * 1.5m).ToString("0.00", CultureInfo.InvariantCulture) }), next, link = next.Length == 0 ? null : $"/deals?cursor={next}" }));
    };

    private static MisbehavingServer.Answer Page(params int[] ids) => new(JsonSerializer.Serialize(new { code = "0", items = ids.Select(i => new { id = i, amount = "1" }) }));
}
