using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Merit.Host.Inbound;

namespace Merit.Host.Tests.Inbound;

public sealed class InboundDoorTests : IAsyncLifetime
{
    private OpenDoor? _opened;

    private OpenDoor Door => _opened ?? throw new InvalidOperationException();

    public async ValueTask InitializeAsync() => _opened = await OpenDoor.OpenAsync();

    public async ValueTask DisposeAsync() => await Door.DisposeAsync();

    [Fact]
    public async Task A_signed_event_is_in_the_journal_when_it_is_answered()
    {
        using var answer = await Door.SignedAsync("""{"email":"ann@example.com","名":"安","n":1.50,"inner":{"a":[1,null]}}""");
        Assert.Equal((HttpStatusCode.Accepted, """{"accepted":1,"known_already":0}"""), (answer.StatusCode, Plain(await answer.Content.ReadAsStringAsync())));
        var kept = Assert.Single(Door.Journal("signup"));
        Assert.Equal("""{"email":"ann@example.com","名":"安","n":1.50,"inner":{"a":[1,null]}}""", kept["event"]?.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal(("2026-03-02T09:30:00.000Z", "signup"), (kept["received_at"]?.GetValue<string>(), kept["endpoint"]?.GetValue<string>()));
        Assert.Equal("2026-03-02.ndjson", Path.GetFileName(Assert.Single(Directory.EnumerateFiles(Path.Combine(Door.Folder.Path, "inbound", "signup"), "*.ndjson"))));
    }

    [Fact]
    public async Task An_event_is_kept_once_by_its_own_id_by_the_requests_key_or_by_the_signature()
    {
        await ExpectAsync(1, 0, Door.SignedAsync("""{"event_id":"e1","x":1}"""));
        Door.Clock.Move(TimeSpan.FromSeconds(1));
        await ExpectAsync(0, 1, Door.SignedAsync("""{"event_id":"e1","x":2}"""));
        await ExpectAsync(1, 0, Door.SignedAsync("""{"x":3}"""));
        await ExpectAsync(0, 1, Door.SignedAsync("""{"x":3}"""));
        await ExpectAsync(1, 0, Door.SignedAsync("""{"x":4}""", key: "k"));
        await ExpectAsync(0, 1, Door.SignedAsync("""{"x":5}""", key: "k"));
        await ExpectAsync(3, 1, Door.SignedAsync("""[{"sg_event_id":"a"},{"sg_event_id":"b"},{"sg_event_id":"a"},{}]"""));
        await ExpectAsync(2, 0, Door.SignedAsync("{\"q\":1}\n\n{\"q\":2}\n", "application/x-ndjson"));
        Assert.Equal(8, Door.Journal("signup").Count);

        // Also after it was begun anew, and on the next day.
        await Door.CloseAsync();
        var again = await OpenDoor.OpenAsync(Door.Folder);
        again.Clock.Move(TimeSpan.FromDays(1));
        await ExpectAsync(0, 1, again.SignedAsync("""{"event_id":"e1"}"""));
        await ExpectAsync(1, 0, again.SignedAsync("""{"event_id":"e2"}"""));
        Assert.Equal(9, again.Journal("signup").Count);
        await again.CloseAsync();
    }

    [Fact]
    public async Task What_is_not_signed_as_it_should_be_is_refused_and_kept_nowhere()
    {
        var now = Door.Clock.GetUtcNow().ToUnixTimeSeconds();
        Task<HttpResponseMessage>[] requests =
        [
            Door.SendAsync(HttpMethod.Post, "in/signup", "{}"u8.ToArray(), "application/json"),
            Door.SignedAsync("{}", secret: OpenDoor.Token), Door.SignedAsync("{}", signature: "sha256=00"), Door.SignedAsync("{}", signature: "sha256=" + new string('z', 64)), Door.SignedAsync("{}", signature: ""),
            Door.SignedAsync("{}", time: $"{now - 301}"), Door.SignedAsync("{}", time: $"{now + 301}"), Door.SignedAsync("{}", time: "99999999999999"), Door.SignedAsync("{}", time: "then"),
            Door.SignedAsync("{\"a\":1}", signature: Signature.Of(OpenDoor.Secret, $"{now}", "{\"a\":2}"u8)),
            Door.SendAsync(HttpMethod.Post, "in/form", "{}"u8.ToArray(), "application/json", ("Authorization", $"Bearer {OpenDoor.Secret}")),
            Door.SendAsync(HttpMethod.Post, "in/form", "{}"u8.ToArray(), "application/json"),
        ];
        foreach (var request in requests)
        {
            using var answer = await request;
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Contains("MRT6011", text, StringComparison.Ordinal);
            Assert.DoesNotContain(OpenDoor.Secret, text, StringComparison.Ordinal);
        }

        Assert.Empty(Door.Journal("signup"));
        Assert.Empty(Door.Journal("form"));
        using var late = await Door.SignedAsync("{}", time: $"{now - 300}");
        Assert.Equal(HttpStatusCode.Accepted, late.StatusCode);
    }

    [Theory]
    [InlineData("[1]", "application/json")]
    [InlineData("7", "application/json")]
    [InlineData("{\"a\":1", "application/json")]
    [InlineData("{\"a\":1,\"a\":2}", "application/json")]
    [InlineData("", "application/json")]
    [InlineData("{\"a\":1}\nno", "application/x-ndjson")]
    [InlineData("<a/>", "application/xml")]
    public async Task What_is_no_event_is_refused(string body, string type)
    {
        using var answer = await Door.SignedAsync(body, type);
        Assert.Equal((HttpStatusCode.BadRequest, "MRT6015"), (answer.StatusCode, await CodeAsync(answer)));
        Assert.Empty(Door.Journal("signup"));
    }

    [Fact]
    public async Task Too_large_too_many_and_unknown_are_told_apart()
    {
        using var large = await Door.SignedAsync($$"""{"a":"{{new string('x', 2000)}}"}""");
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "MRT6013"), (large.StatusCode, await CodeAsync(large)));
        using var chunked = new StringContent(new string('x', 5000));
        using var request = new HttpRequestMessage(HttpMethod.Post, "in/signup") { Content = chunked };
        request.Headers.TransferEncodingChunked = true;
        using var endless = await Door.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, endless.StatusCode);
        using var nowhere = await Door.SendAsync(HttpMethod.Post, "in/elsewhere", "{}"u8.ToArray(), "application/json");
        Assert.Equal((HttpStatusCode.NotFound, "MRT6010"), (nowhere.StatusCode, await CodeAsync(nowhere)));

        for (var i = 0; i < 10; i++)
        {
            await ExpectAsync(1, 0, Door.SignedAsync($$"""{"event_id":"{{i}}"}"""));
        }

        using var many = await Door.SignedAsync("""{"event_id":"many"}""");
        Assert.Equal((HttpStatusCode.TooManyRequests, "MRT6014", "2"), (many.StatusCode, await CodeAsync(many), many.Headers.RetryAfter?.ToString()));
        Door.Clock.Move(TimeSpan.FromSeconds(2));
        await ExpectAsync(1, 0, Door.SignedAsync("""{"event_id":"many"}"""));
        Assert.Equal(11, Door.Journal("signup").Count);
    }

    [Fact]
    public async Task A_page_of_a_named_site_sends_a_form_and_its_reader_is_led_on()
    {
        (string, string)[] from = [("Origin", "https://www.example.com"), ("Authorization", $"Bearer {OpenDoor.Token}")];
        using var asked = await Door.SendAsync(HttpMethod.Options, "in/form", null, "", ("Origin", "https://www.example.com"));
        Assert.Equal((HttpStatusCode.NoContent, "https://www.example.com"), (asked.StatusCode, asked.Headers.GetValues("Access-Control-Allow-Origin").Single()));
        using var script = await Door.SendAsync(HttpMethod.Post, "in/form", """{"email":"a@example.com"}"""u8.ToArray(), "application/json", from);
        Assert.Equal((HttpStatusCode.Accepted, "https://www.example.com"), (script.StatusCode, script.Headers.GetValues("Access-Control-Allow-Origin").Single()));
        using var form = await Door.SendAsync(HttpMethod.Post, $"in/form?token={OpenDoor.Token}", "email=b%40example.com&tick=1&tick=2&名=%E5%AE%89"u8.ToArray(), "application/x-www-form-urlencoded", from[0]);
        Assert.Equal((HttpStatusCode.SeeOther, "https://www.example.com/thanks"), (form.StatusCode, form.Headers.Location?.AbsoluteUri));
        using var stranger = await Door.SendAsync(HttpMethod.Post, $"in/form?token={OpenDoor.Token}", "email=x"u8.ToArray(), "application/x-www-form-urlencoded", ("Origin", "https://stranger.example"));
        Assert.Equal((HttpStatusCode.Forbidden, "MRT6012", false), (stranger.StatusCode, await CodeAsync(stranger), stranger.Headers.Contains("Access-Control-Allow-Origin")));
        Assert.Equal(["a@example.com", "b@example.com"], Door.Journal("form").Select(e => e["event"]?["email"]?.GetValue<string>()));
        Assert.Equal("""{"email":"b@example.com","tick":["1","2"],"名":"安"}""", JsonNode.Parse(Door.Journal("form")[1]["event"]?.ToJsonString() ?? "")?.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public async Task A_short_address_leads_on_and_only_who_comes_is_counted()
    {
        using var visit = await Door.Client.GetAsync(new Uri("q/poster", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Redirect, "https://www.example.com/expo?utm_source=poster&utm_medium=qr&utm_campaign=expo%202026"), (visit.StatusCode, visit.Headers.Location?.OriginalString));
        using var look = await Door.SendAsync(HttpMethod.Head, "q/poster", null, "");
        using var ahead = await Door.SendAsync(HttpMethod.Get, "q/poster", null, "", ("Sec-Purpose", "prefetch;prerender"));
        using var none = await Door.Client.GetAsync(new Uri("q/other", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.NotFound), (look.StatusCode, ahead.StatusCode, none.StatusCode));
        Assert.Equal("""{"link":"poster","utm_source":"poster","utm_medium":"qr","utm_campaign":"expo 2026"}""", Assert.Single(Door.Journal("scans"))["event"]?.ToJsonString());
    }

    [Fact]
    public async Task Under_the_address_for_others_nothing_else_answers()
    {
        using var own = await Door.SendAsync(HttpMethod.Get, "in/form", null, "", ("Host", "go.example.com"));
        using var pages = await Door.SendAsync(HttpMethod.Get, "campaigns", null, "", ("Host", "go.example.com"));
        using var foreign = await Door.SendAsync(HttpMethod.Get, "in/form", null, "", ("Host", "stranger.example"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.MisdirectedRequest, HttpStatusCode.MisdirectedRequest), (own.StatusCode, pages.StatusCode, foreign.StatusCode));
    }

    [Fact]
    public async Task A_sender_of_mail_is_known_by_its_own_signature_and_kept_once_or_by_name_and_password()
    {
        var time = $"{Door.Clock.GetUtcNow().ToUnixTimeSeconds() - 7200}";
        var signature = Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(Encoding.UTF8.GetBytes(OpenDoor.Secret), Encoding.UTF8.GetBytes(time + "t0ken")));
        var body = $$$"""{"signature":{"token":"t0ken","timestamp":"{{{time}}}","signature":"{{{signature}}}"},"event-data":{"event":"opened","id":"i1"}}""";
        await ExpectAsync(1, 0, GunAsync(body));
        await ExpectAsync(0, 1, GunAsync(body, ("Idempotency-Key", "another")));
        await ExpectAsync(0, 1, GunAsync(body.Replace("opened", "clicked", StringComparison.Ordinal)));
        using var forged = await GunAsync(body.Replace("t0ken", "t1ken", StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.Unauthorized, "MRT6011"), (forged.StatusCode, await CodeAsync(forged)));
        Assert.Single(Door.Journal("gun"));

        foreach (var (given, expected) in new[] { ($"merit:{OpenDoor.Token}", HttpStatusCode.Accepted), ($":{OpenDoor.Token}", HttpStatusCode.Accepted), ($"{OpenDoor.Token}:", HttpStatusCode.Unauthorized), (OpenDoor.Token, HttpStatusCode.Unauthorized) })
        {
            using var answer = await Door.SendAsync(HttpMethod.Post, "in/form", "{}"u8.ToArray(), "application/json", ("Authorization", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(given))}"));
            Assert.Equal(expected, answer.StatusCode);
        }

        Task<HttpResponseMessage> GunAsync(string json, params (string, string)[] headers) => Door.SendAsync(HttpMethod.Post, "in/gun", Encoding.UTF8.GetBytes(json), "application/json", headers);
    }

    [Fact]
    public async Task Many_at_once_are_all_kept_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Door.SendAsync(HttpMethod.Post, "in/form", Encoding.UTF8.GetBytes($$"""{"event_id":"{{i / 2}}"}"""), "application/json", ("Authorization", $"Bearer {OpenDoor.Token}"))));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Accepted, a.StatusCode));
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i}").Order(StringComparer.Ordinal), Door.Journal("form").Select(e => e["event_id"]?.GetValue<string>() ?? "").Order(StringComparer.Ordinal));
    }

    private static async Task ExpectAsync(int accepted, int known, Task<HttpResponseMessage> request)
    {
        using var answer = await request;
        Assert.Equal($$"""{"accepted":{{accepted}},"known_already":{{known}}}""", Plain(await answer.Content.ReadAsStringAsync()));
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())?["code"]?.GetValue<string>();

    private static string Plain(string json) => JsonNode.Parse(json)?.ToJsonString() ?? "";
}
