using System.Net;
using System.Text.RegularExpressions;
using Merit.Host.Access;
using Merit.Host.Delivery;

namespace Merit.Samples.Tests.Serving;

/// <summary>What was sent is sent again from the dashboard: by whom that is for, by a form of this site, once, and on record.</summary>
public sealed partial class ResendTests(ServedDelivery served) : IClassFixture<ServedDelivery>
{
    private const string Address = "reports/resend";

    [Fact]
    public async Task An_analyst_sends_a_past_report_again_and_it_says_what_has_changed()
    {
        var client = await served.SignedInAsync("analyst");
        var form = FormOf(await client.GetStringAsync(new Uri("reports", UriKind.Relative)));

        using var first = await ServedAccess.PostAsync(client, Address, form);
        using var again = await ServedAccess.PostAsync(client, Address, form);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, again.StatusCode));
        var page = await UntilAsync(client, first.Headers.Location?.OriginalString ?? "", p => p.Contains("was sent again", StringComparison.Ordinal));
        Assert.Contains("Mine was sent again to archive.", page, StringComparison.Ordinal);
        var journal = new DeliveryJournal(served.State).All.Where(e => e.Key.Contains("@again/", StringComparison.Ordinal)).ToList();
        Assert.Single(journal, e => e.State is DeliveryState.Delivered);
        Assert.Equal("archive", journal[0].Recipient);
        var said = Directory.GetFiles(served.PathOf("sent"), "read-me.txt", SearchOption.AllDirectories).Select(File.ReadAllText);
        Assert.Contains(said, s => s.Contains("Mine: its figures are those that were sent on", StringComparison.Ordinal));
        var entry = AuditLog.Read(served.State).Last(e => e.Action == "resend");
        Assert.Equal(("analyst", "done", 303), (entry.Who, entry.Outcome, entry.Status));
        Assert.Contains("again to archive", entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_only_looks_sees_no_button_and_sends_nothing()
    {
        var analyst = FormOf(await (await served.SignedInAsync("analyst")).GetStringAsync(new Uri("reports", UriKind.Relative)));
        var client = await served.SignedInAsync("viewer");
        var page = await client.GetStringAsync(new Uri("reports", UriKind.Relative));

        Assert.Contains("What was sent", page, StringComparison.Ordinal);
        Assert.DoesNotContain("resend", page, StringComparison.Ordinal);
        using var refused = await ServedAccess.PostAsync(client, Address, [.. analyst.Where(f => f.Name != Token), (Token, ServedAccess.TokenOf(page))]);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Theory]
    [InlineData("a form without a token", HttpStatusCode.BadRequest)]
    [InlineData("a form of somebody else", HttpStatusCode.BadRequest)]
    [InlineData("something that was not sent", HttpStatusCode.NotFound)]
    [InlineData("a way out of the folder", HttpStatusCode.NotFound)]
    public async Task Only_a_form_of_this_site_sends_and_only_what_was_sent(string what, HttpStatusCode expected)
    {
        var client = await served.SignedInAsync("admin");
        var fields = FormOf(await client.GetStringAsync(new Uri("reports", UriKind.Relative))).ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);
        var before = new DeliveryJournal(served.State).All.Count(e => e.Key.Contains($"@again/{fields["once"]}", StringComparison.Ordinal));
        switch (what)
        {
            case "a form without a token":
                fields.Remove(Token);
                break;
            case "a form of somebody else":
                fields[Token] = FormOf(await (await served.SignedInAsync("analyst")).GetStringAsync(new Uri("reports", UriKind.Relative))).First(f => f.Name == Token).Value;
                break;
            case "something that was not sent":
                fields["at"] = "20200101T000000000Z";
                break;
            default:
                fields["report"] = "../sent/mine";
                break;
        }

        using var answer = await ServedAccess.PostAsync(client, Address, [.. fields.Select(f => (f.Key, f.Value))]);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(before, new DeliveryJournal(served.State).All.Count(e => e.Key.Contains($"@again/{fields["once"]}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Past_renderings_are_listed_with_what_they_rest_on_and_opened_as_they_were()
    {
        var client = await served.SignedInAsync("viewer");
        var page = await client.GetStringAsync(new Uri("reports", UriKind.Relative));

        var link = PastForm().Match(page);
        Assert.Contains("Data as of 2 Mar 2025 · definitions ", page, StringComparison.Ordinal);
        using var opened = await client.GetAsync(new Uri(link.Groups["address"].Value, UriKind.Relative));
        Assert.Equal(File.ReadAllText(served.PathOf("out/mine.html")), await opened.Content.ReadAsStringAsync());
        Assert.Contains("sandbox", Assert.Single(opened.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        foreach (var elsewhere in new[] { "said.json", "..%2F..%2F..%2F..%2Fmerit.yaml" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri($"{link.Groups["address"].Value}/{elsewhere}", UriKind.Relative))).StatusCode);
        }
    }

    private const string Token = "__RequestVerificationToken";

    private static (string Name, string Value)[] FormOf(string page) =>
        [.. FieldForm().Matches(page[page.IndexOf("action=\"/reports/resend", StringComparison.Ordinal)..]).Take(4).Select(m => (m.Groups["name"].Value, m.Groups["value"].Value))];

    private static async Task<string> UntilAsync(HttpClient client, string address, Predicate<string> expected)
    {
        var patience = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            var page = await client.GetStringAsync(new Uri(address, UriKind.Relative));
            if (expected(page))
            {
                return page;
            }

            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(120), page);
        }
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FieldForm();

    [GeneratedRegex("href=\"(?<address>/reports/past/mine/[^\"/]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PastForm();
}
