using System.Net;
using System.Text.Json.Nodes;
using Merit.Host.Access;
using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Serving;

/// <summary>Who may come in, and what each role may see.</summary>
public sealed class AccessTests(ServedAccess served) : IClassFixture<ServedAccess>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/campaigns")]
    [InlineData("/reports/overview.html")]
    [InlineData("/explore.csv?metrics=cost")]
    [InlineData("/schedules")]
    [InlineData("/nothing-here")]
    public async Task A_stranger_is_led_to_where_one_signs_in(string path)
    {
        using var answer = await served.Stranger().GetAsync(new Uri(path.TrimStart('/'), UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/signin", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain("¥", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/query?metrics=cost")]
    [InlineData("/api/openapi.json")]
    [InlineData("/events")]
    [InlineData("/mcp")]
    public async Task A_program_without_a_key_is_told_so(string path)
    {
        using var answer = await served.Stranger().GetAsync(new Uri(path.TrimStart('/'), UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        Assert.Contains("MRT6031", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bearer merit_wrong")]
    [InlineData("Bearer ")]
    [InlineData("Basic dmlld2VyOmZvdXIgd29yZHMgb2Ygbm9ib2R5")]
    public async Task A_wrong_key_is_no_key(string authorization)
    {
        var client = served.Stranger();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

        Assert.Equal(HttpStatusCode.Unauthorized, (await ServedAccess.GetAsync(client, "api/query?metrics=cost")).Status);
    }

    [Theory]
    [InlineData("/", "viewer,analyst,admin")]
    [InlineData("/campaigns", "viewer,analyst,admin")]
    [InlineData("/data", "viewer,analyst,admin")]
    [InlineData("/reports", "viewer,analyst,admin")]
    [InlineData("/reports/overview.html", "viewer,analyst,admin")]
    [InlineData("/explore?metrics=cost", "analyst,admin")]
    [InlineData("/explain?metric=cost", "analyst,admin")]
    [InlineData("/api/query?metrics=cost", "analyst,admin")]
    [InlineData("/api/runs", "analyst,admin")]
    [InlineData("/schedules", "admin")]
    public async Task A_role_sees_what_is_for_it(string path, string roles)
    {
        foreach (var role in Roles.ByName.Keys)
        {
            var expected = roles.Split(',').Contains(role, StringComparer.Ordinal) ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
            var (status, text) = await ServedAccess.GetAsync(served.WithKey(role), path);

            Assert.Equal((role, expected), (role, status));
            Assert.Equal(expected is HttpStatusCode.Forbidden, text.Contains("MRT6032", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Who_signs_in_is_led_where_they_wanted_to_go_and_stays_signed_in_until_they_sign_out()
    {
        var client = served.Stranger();
        using var answer = await ServedAccess.SignInAsync(client, "analyst", ServedAccess.Secret, "/explore?metrics=cost");
        var (status, page) = await ServedAccess.GetAsync(client, "explore?metrics=cost");

        Assert.Equal("/explore?metrics=cost", answer.Headers.Location?.OriginalString);
        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.Contains(cookies, c => c.StartsWith("merit-ticket=", StringComparison.Ordinal) && c.Contains("httponly", StringComparison.OrdinalIgnoreCase) && c.Contains("samesite=lax", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("action=\"/signout\"", page, StringComparison.Ordinal);
        Assert.Contains(">analyst<", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/schedules", page, StringComparison.Ordinal);

        // Looking at it does nothing; the form does, and only this site's.
        Assert.NotEqual(HttpStatusCode.OK, (await ServedAccess.GetAsync(client, "signout")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await ServedAccess.PostAsync(client, "signout")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ServedAccess.GetAsync(client, "explore")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await ServedAccess.PostAsync(client, "signout", ("__RequestVerificationToken", ServedAccess.TokenOf(page)))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await ServedAccess.GetAsync(client, "explore")).Status);
    }

    [Fact]
    public async Task A_form_of_another_site_signs_nobody_in()
    {
        var client = served.Stranger();
        using var forged = await ServedAccess.SignInAsync(client, "viewer", ServedAccess.Secret, token: "forged");
        using var bare = await ServedAccess.PostAsync(served.Stranger(), "signin", ("name", "viewer"), ("password", ServedAccess.Secret));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (forged.StatusCode, bare.StatusCode));
        Assert.Equal(HttpStatusCode.Redirect, (await ServedAccess.GetAsync(client, "")).Status);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_read_alike_and_are_tried_a_few_times_only()
    {
        var client = served.Stranger();
        served.Keep("tried", Role.Viewer);
        var (wrong, unknown) = (await ServedAccess.SignInAsync(client, "tried", "not the password"), await ServedAccess.SignInAsync(client, "nobody", "not the password"));
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 2 * Paces.Tries; i++)
        {
            statuses.Add((await ServedAccess.SignInAsync(client, "tried", "not the password")).StatusCode);
        }

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (wrong.StatusCode, unknown.StatusCode));
        var texts = new[] { await wrong.Content.ReadAsStringAsync(), await unknown.Content.ReadAsStringAsync() };
        Assert.All(texts, t => Assert.Contains("There is no user of this name with this password.", t, StringComparison.Ordinal));
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);

        // Others sign in all the same.
        await served.SignedInAsync("viewer");
    }

    [Fact]
    public async Task Another_password_another_role_and_no_account_count_from_the_next_request_on()
    {
        served.Keep("leaver", Role.Admin);
        var client = await served.SignedInAsync("leaver");
        Assert.Equal(HttpStatusCode.OK, (await ServedAccess.GetAsync(client, "schedules")).Status);

        var account = served.Book.Find(AccountKind.User, "leaver") ?? throw new InvalidOperationException();
        served.Book.Keep(AccountKind.User, account with { Role = Role.Viewer });
        Assert.Equal(HttpStatusCode.Forbidden, (await ServedAccess.GetAsync(client, "schedules")).Status);
        Assert.Equal(HttpStatusCode.OK, (await ServedAccess.GetAsync(client, "campaigns")).Status);

        served.Book.Keep(AccountKind.User, account with { Hash = Password.Hash("leaver", "another four words") });
        Assert.Equal(HttpStatusCode.Redirect, (await ServedAccess.GetAsync(client, "campaigns")).Status);
        client = await served.SignedInAsync("leaver", "another four words");
        served.Book.Remove(AccountKind.User, "leaver");
        Assert.Equal(HttpStatusCode.Redirect, (await ServedAccess.GetAsync(client, "campaigns")).Status);
    }

    [Fact]
    public async Task What_was_looked_at_is_on_record_with_who_did_and_what_came_of_it()
    {
        var client = await served.SignedInAsync("viewer");
        await ServedAccess.GetAsync(client, "campaigns?period=2025-Q3");
        await ServedAccess.GetAsync(client, "explore?metrics=cost&period=2025-Q3");
        await ServedAccess.GetAsync(served.WithKey("analyst"), "explore.csv?metrics=cost&period=2025-Q3");
        await ServedAccess.GetAsync(served.WithKey("analyst"), "explore.xlsx?metrics=cost&period=2025-Q3");
        await ServedAccess.GetAsync(served.WithKey("analyst"), "api/query?metrics=csot&period=2025-Q3");

        var rows = JsonNode.Parse(MeritHere.Run(served.Folder, "audit", "--last", "1000", "--format", "json").Fine().Output)?.AsArray() ?? [];
        var mine = rows.Where(r => r?["target"]?.GetValue<string>().Contains("2025-Q3", StringComparison.Ordinal) == true).Select(r => $"{r?["who"]} {r?["action"]} {r?["target"]} {r?["outcome"]} {r?["status"]}");

        Assert.Equal(
            [
                "viewer look /campaigns?period=2025-Q3 done 200", "viewer look /explore?metrics=cost&period=2025-Q3 refused 403",
                "key analyst download /explore.csv?metrics=cost&period=2025-Q3 done 200", "key analyst download /explore.xlsx?metrics=cost&period=2025-Q3 done 200",
                "key analyst ask /api/query?metrics=csot&period=2025-Q3 failed 400",
            ],
            mine);
        Assert.Contains(rows, r => r?["who"]?.GetValue<string>() == "viewer" && r["action"]?.GetValue<string>() == "sign-in" && r["outcome"]?.GetValue<string>() == "done");
        var kept = string.Concat(Directory.GetFiles(Path.Combine(served.Folder, ".merit", AuditLog.Folder)).Select(File.ReadAllText));
        Assert.DoesNotContain(ServedAccess.Secret, kept, StringComparison.Ordinal);
        Assert.All(served.Keys.Values, key => Assert.DoesNotContain(key, kept, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "Sign in", "Password")]
    [InlineData("zh-CN", "登录", "密码")]
    public async Task The_page_for_signing_in_speaks_both_languages_and_keeps_to_the_policy(string locale, string title, string password)
    {
        using var answer = await served.Stranger().GetAsync(new Uri($"signin?lang={locale}", UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Contains($"<html lang=\"{locale}\"", page, StringComparison.Ordinal);
        Assert.Contains($"<h1>{title}</h1>", page, StringComparison.Ordinal);
        Assert.Contains(password, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Contains("no-store", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }
}
