using System.Net;
using Merit.Host.Access;

namespace Merit.Host.Tests.Access;

public sealed class GateTests
{
    [Fact]
    public async Task What_cannot_be_written_down_is_not_shown()
    {
        await using var gate = await OpenGate.OpenAsync(new AccessSettings());
        using var client = gate.Client("one");
        Assert.Equal(OpenGate.Secret, await client.GetStringAsync(new Uri("api/secret", UriKind.Relative)));
        Directory.Delete(gate.AuditFolder, recursive: true);
        await File.WriteAllTextAsync(gate.AuditFolder, "a file in the place of the folder");

        using var answer = await client.GetAsync(new Uri("api/secret", UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("MRT6046", text, StringComparison.Ordinal);
        Assert.DoesNotContain(OpenGate.Secret, text, StringComparison.Ordinal);

        File.Delete(gate.AuditFolder);
        Assert.Equal(OpenGate.Secret, await client.GetStringAsync(new Uri("api/secret", UriKind.Relative)));
    }

    [Fact]
    public async Task One_who_asks_too_often_waits_and_others_do_not()
    {
        const int Pace = 4;
        await using var gate = await OpenGate.OpenAsync(new AccessSettings { Pace = Pace });
        using var client = gate.Client("one");
        var answers = new List<HttpResponseMessage>();

        // A minute may end in between, once.
        for (var i = 0; i <= 2 * Pace; i++)
        {
            answers.Add(await client.GetAsync(new Uri("api/secret", UriKind.Relative)));
        }

        var refused = answers.First(a => a.StatusCode is HttpStatusCode.TooManyRequests);
        Assert.Equal(HttpStatusCode.OK, answers[0].StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(1), refused.Headers.RetryAfter?.Delta);
        Assert.Contains("MRT6034", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var other = gate.Client("two");
        Assert.Equal(OpenGate.Secret, await other.GetStringAsync(new Uri("api/secret", UriKind.Relative)));
        Assert.Contains(AuditLog.Read(gate.Folder.Path), e => e is { Outcome: "refused", Status: 429 });
        answers.ForEach(a => a.Dispose());
    }

    [Theory]
    [InlineData("https://merit.example.com", "203.0.113.9")]
    [InlineData(null, "127.0.0.1")]
    public async Task Where_somebody_comes_from_is_told_by_a_server_before_this_one_where_there_is_one(string? address, string expected)
    {
        await using var gate = await OpenGate.OpenAsync(new AccessSettings { Address = address is null ? null : new Uri(address) });
        using var client = gate.Client("one", ("X-Forwarded-For", "198.51.100.1, 203.0.113.9"));

        await client.GetStringAsync(new Uri("api/secret", UriKind.Relative));

        Assert.Equal(expected, Assert.Single(AuditLog.Read(gate.Folder.Path)).From);
    }

    [Theory]
    [InlineData("https://merit.example.com", "merit.example.com", true)]
    [InlineData("https://merit.example.com", null, false)]
    [InlineData("http://merit.example.com", "merit.example.com", false)]
    public async Task Who_comes_by_https_gets_a_ticket_for_https_alone(string address, string? host, bool isSecure)
    {
        await using var gate = await OpenGate.OpenAsync(new AccessSettings { Address = new Uri(address) });
        using var client = gate.Client();
        using var form = await SendAsync(client, HttpMethod.Get, "signin/form", host, "");
        var cookie = Assert.Single(form.Headers.GetValues("Set-Cookie"));

        using var signed = await SendAsync(client, HttpMethod.Post, "signin", host, cookie.Split(';')[0], ("__RequestVerificationToken", await form.Content.ReadAsStringAsync()), ("name", "ann"), ("password", OpenGate.Words));
        var ticket = Assert.Single(signed.Headers.GetValues("Set-Cookie"), c => c.StartsWith("merit-ticket=", StringComparison.Ordinal));
        using var shown = await SendAsync(client, HttpMethod.Get, "campaigns", host, ticket.Split(';')[0]);

        Assert.Equal(HttpStatusCode.SeeOther, signed.StatusCode);
        Assert.Equal(OpenGate.Secret, await shown.Content.ReadAsStringAsync());
        Assert.All([cookie, ticket], c => Assert.Equal(isSecure, c.Contains("; secure", StringComparison.OrdinalIgnoreCase)));
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_name_that_is_not_its_own_is_refused_before_anybody_is_asked_who_they_are()
    {
        await using var gate = await OpenGate.OpenAsync(new AccessSettings { Address = new Uri("https://merit.example.com") });
        using var client = gate.Client("one");

        using var answer = await SendAsync(client, HttpMethod.Get, "api/secret", "stranger.example", "");

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_ticket_that_was_tampered_with_is_none()
    {
        await using var gate = await OpenGate.OpenAsync(new AccessSettings());
        using var client = gate.Client();

        using var answer = await SendAsync(client, HttpMethod.Get, "campaigns", null, "merit-ticket=CfDJ8nonsense");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/signin?then=%2Fcampaigns", answer.Headers.Location?.OriginalString);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string path, string? host, string cookie, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(method, path) { Content = fields.Length == 0 ? null : new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        request.Headers.Host = host;
        request.Headers.TryAddWithoutValidation("Cookie", cookie.Length == 0 ? null : cookie);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
