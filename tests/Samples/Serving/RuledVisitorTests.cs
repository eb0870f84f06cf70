using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Merit.Host.Dashboard.Api;
using Merit.Host.Dashboard.Pages;
using Merit.Samples.Tests.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Merit.Samples.Tests.Serving;

/// <summary>Who may see the rows of one owner sees no figure, name or row of another, whichever way they ask.</summary>
public sealed partial class RuledVisitorTests(ServedAccess served) : IClassFixture<ServedAccess>
{
    private const string Metrics = "cost,new_leads,mqls,customers,revenue,attributed_revenue,impressions";

    // An example of every address there is; null where there is nothing of the data.
    private static readonly Dictionary<string, string[]?> Examples = new(StringComparer.Ordinal)
    {
        ["/"] = ["/", "/?period=2025&where=campaign_owner+%3D+demand-generation"],
        ["/campaigns"] = ["/campaigns", "/campaigns?owner=demand-generation", "/campaigns?type=lead-gen"],
        ["/campaign"] = ["/campaign?id=expo", "/campaign?id=webinar", "/campaign?id=google-ads"],
        ["/compare"] = ["/compare?id=expo&id=webinar", "/compare?id=webinar&id=google-ads&period=2025"],
        ["/channels"] = ["/channels"],
        ["/attribution"] = ["/attribution", "/attribution?model=last&lookback=30", "/attribution?unit=campaign&model=linear"],
        ["/contact"] = ["/contact?id=C01005"],
        ["/journey"] = ["/journey?id=order:O0001"],
        ["/explore"] = [$"/explore?metrics={Metrics}&by=campaign_name&total=true", $"/explore?metrics={Metrics}&by=campaign_owner&where=campaign_owner+in+(demand-generation,+events)", "/explore?metrics=cost,roi&by=month&as=line&compare=previous&period=2025-Q3", "/explore?metrics=cost,revenue&by=campaign,month&total=true"],
        ["/explore.csv"] = [$"/explore.csv?metrics={Metrics}&by=campaign&total=true"],
        ["/explore.xlsx"] = [$"/explore.xlsx?metrics={Metrics}&by=campaign&total=true", "/explore.xlsx?metrics=cost&by=campaign_name,quarter&as=pivot&total=true"],
        ["/explain"] = ["/explain?metric=cost&by=campaign", "/explain?metric=new_leads&where=campaign+%3D+webinar", "/explain?metric=attributed_revenue"],
        ["/reports"] = ["/reports"],
        ["/reports/{name}"] = ["/reports/overview.html"],
        ["/reports/live/{name}"] = ["/reports/live/overview", "/reports/live/channels", "/reports/live/lead-gen", "/reports/live/revenue", "/reports/live/brand", "/reports/live/attribution"],
        ["/reports/sent/{report}/{at}/{file?}"] = ["/reports/sent/overview/20250101T000000000Z", "/reports/sent/overview/20250101T000000000Z/overview.md"],
        ["/reports/past/{report}/{at}/{file?}"] = ["/reports/past/overview/20250101T000000000Z", "/reports/past/overview/20250101T000000000Z/overview.md"],
        ["/reports/resend"] = ["/reports/resend"],
        ["/schedules"] = ["/schedules"],
        ["/alerts"] = ["/alerts"],
        ["/data"] = ["/data"],
        ["/events"] = null,
        ["/api/query"] = [$"/api/query?metrics={Metrics}&by=campaign_name&total=true", $"/api/query?metrics={Metrics}&by=campaign_owner&where=campaign_owner+!%3D+events", "/api/query?metrics=cost&by=channel&compare=target"],
        ["/api/explain"] = ["/api/explain?metric=revenue&by=campaign"],
        ["/api/metrics"] = ["/api/metrics"],
        ["/api/reports"] = ["/api/reports"],
        ["/api/runs"] = ["/api/runs"],
        ["/api/openapi.json"] = ["/api/openapi.json"],
        ["/mcp"] = null,
    };

    public static TheoryData<string> Addresses => new(Examples.Values.OfType<string[]>().SelectMany(e => e));

    [Fact]
    public void Every_address_is_walked()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.MapApi();
        app.MapAgents();
        app.MapPages();

        var routes = ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>().Select(e => "/" + e.RoutePattern.RawText?.TrimStart('/')).Where(r => !r.StartsWith("/assets", StringComparison.Ordinal)).Distinct();
        Assert.Equal([], routes.Except(Examples.Keys));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Nothing_of_others_shows(string address)
    {
        var (status, text) = await ServedAccess.GetAsync(served.WithKey("ruled"), address);

        Assert.Contains(status, new[] { HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.NotFound });
        Assert.Equal([], Shown(text));
    }

    [Fact]
    public async Task No_report_over_the_data_as_they_are_now_shows_anything_of_others()
    {
        var templates = JsonNode.Parse((await ServedAccess.GetAsync(served.WithKey("analyst"), "/api/reports")).Text)?["templates"]?.AsArray() ?? [];
        var shown = new List<string>();
        foreach (var address in templates.Select(t => t?["address"]?.GetValue<string>() ?? ""))
        {
            var (status, text) = await ServedAccess.GetAsync(served.WithKey("ruled"), address);
            shown.AddRange(Shown(text).Select(s => $"{address} shows {s}"));
            Assert.True(status is HttpStatusCode.OK, $"{address}: {status} {text}");
        }

        Assert.True(templates.Count >= 6);
        Assert.Equal([], shown);
    }

    [Fact]
    public async Task What_is_looked_for_is_there_for_who_may_see_it()
    {
        var whole = served.WithKey("analyst");
        var text = (await ServedAccess.GetAsync(whole, $"/explore?metrics={Metrics}&by=campaign_name,month")).Text + (await ServedAccess.GetAsync(whole, $"/api/query?metrics={Metrics}&by=campaign_name,month")).Text;

        Assert.True(Shown(text).Count > 100, $"{Shown(text).Count} of {Foreign.Count}");
        Assert.Contains("Predictive maintenance webinars", Shown(text));
        Assert.NotEmpty(Shown((await ServedAccess.GetAsync(whole, "/campaigns")).Text));
        Assert.NotEmpty(Shown((await ServedAccess.GetAsync(whole, "/explain?metric=cost&by=campaign,month")).Text));
        Assert.NotEmpty(Shown((await ServedAccess.GetAsync(whole, "/reports/live/overview")).Text));
    }

    [Fact]
    public async Task Assistants_are_told_no_more()
    {
        var texts = new List<string>();
        foreach (var call in new[]
        {
            """{"name":"query","arguments":{"metrics":["cost","new_leads","revenue"],"by":["campaign_name"],"total":true}}""",
            """{"name":"query","arguments":{"metrics":["cost"],"where":["campaign = webinar"]}}""",
            """{"name":"explain","arguments":{"metric":"cost","by":["campaign"],"rows":20}}""",
            """{"name":"list_metrics","arguments":{}}""",
        })
        {
            using var content = new StringContent($$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{{call}}}""", Encoding.UTF8, "application/json");
            using var request = new HttpRequestMessage(HttpMethod.Post, "mcp") { Content = content };
            request.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");
            using var answer = await served.WithKey("ruled").SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            texts.Add((await answer.Content.ReadAsStringAsync()).Replace("\\u0022", "\"", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal));
        }

        Assert.Contains("Spring automation expo", texts[0], StringComparison.Ordinal);
        Assert.Contains("\"cost\":0", texts[1].Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(texts, t => Assert.Equal([], Shown(t)));
    }

    [Fact]
    public async Task The_figures_are_those_of_their_rows()
    {
        var campaigns = Rows("campaigns").Where(c => c["owner"] == ServedAccess.Owner).Select(c => c["campaign_id"]).ToHashSet(StringComparer.Ordinal);
        var cost = Rows("spend").Where(s => campaigns.Contains(s["campaign_id"])).Sum(s => decimal.Parse(s["amount"], CultureInfo.InvariantCulture));
        var impressions = Rows("delivery").Where(s => campaigns.Contains(s["campaign_id"])).Sum(s => s["impressions"] is { Length: > 0 } n ? long.Parse(n, CultureInfo.InvariantCulture) : 0);

        var body = JsonNode.Parse((await ServedAccess.GetAsync(served.WithKey("ruled"), $"/api/query?metrics={Metrics}&by=campaign_owner&total=true")).Text);
        var ofOwner = QueryAnswer.Ask(served.Folder, Metrics, "campaign_owner", "all").By("campaign_owner")[ServedAccess.Owner];

        var row = Assert.Single(body?["rows"]?.AsArray() ?? [])?.AsObject() ?? [];
        Assert.Equal((cost, impressions), (row["cost"]?.GetValue<decimal>(), row["impressions"]?.GetValue<long>()));
        Assert.All(Metrics.Split(','), m => Assert.Equal(ofOwner[m]?.ToJsonString(), row[m]?.ToJsonString()));
        Assert.All(Metrics.Split(','), m => Assert.Equal(row[m]?.ToJsonString(), body?["total"]?[m]?.ToJsonString()));
    }

    [Fact]
    public async Task What_a_rule_does_not_reach_is_no_figure_and_says_why()
    {
        var body = JsonNode.Parse((await ServedAccess.GetAsync(served.WithKey("ruled"), "/api/query?metrics=cost,active_customers")).Text);

        Assert.NotNull(body?["rows"]?[0]?["cost"]);
        Assert.Null(body?["rows"]?[0]?["active_customers"]);
        Assert.Contains("rules on rows", body?["notes"]?.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_answer_is_kept_for_another()
    {
        string[] addresses = ["/api/query?metrics=cost,revenue&by=campaign&total=true", "/campaigns", "/", "/explain?metric=cost"];
        var (whole, ruled) = (served.WithKey("admin"), served.WithKey("ruled"));
        var first = new Dictionary<string, (string Whole, string Ruled)>(StringComparer.Ordinal);
        foreach (var address in addresses)
        {
            first[address] = ((await ServedAccess.GetAsync(whole, address)).Text, (await ServedAccess.GetAsync(ruled, address)).Text);
            Assert.NotEqual(first[address].Whole, first[address].Ruled);
        }

        await Task.WhenAll(Enumerable.Range(0, 24).Select(async i =>
        {
            var address = addresses[i % addresses.Length];
            var asWhole = i / addresses.Length % 2 == 0;
            var (_, text) = await ServedAccess.GetAsync(asWhole ? whole : ruled, address);
            Assert.Equal(asWhole ? first[address].Whole : first[address].Ruled, text);
        }));
    }

    [Fact]
    public async Task Who_is_not_known_well_enough_for_a_rule_sees_nothing()
    {
        var account = served.Book.Find(Merit.Host.Access.AccountKind.Key, "ruled") ?? throw new InvalidOperationException();
        served.Book.Keep(Merit.Host.Access.AccountKind.Key, account with { Name = "unknown", Attributes = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), Hash = Merit.Host.Access.ApiKey.HashOf("merit_unknown") });
        served.Keys["unknown"] = "merit_unknown";

        foreach (var address in new[] { "/", "/api/query?metrics=cost", "/campaigns", "/explain?metric=cost" })
        {
            var (status, text) = await ServedAccess.GetAsync(served.WithKey("unknown"), address);
            Assert.Equal(HttpStatusCode.Forbidden, status);
            Assert.Contains("MRT6035", text, StringComparison.Ordinal);
        }
    }

    private HashSet<string> Foreign => served.Once(() =>
    {
        var rows = new[] { "campaign_name,campaign_owner", "campaign_name,campaign_owner,month" }.SelectMany(by => QueryAnswer.Ask(served.Folder, Metrics, by, "all", "--total").Rows).ToList();
        var own = rows.Where(IsOwn).SelectMany(Texts).ToHashSet(StringComparer.Ordinal);
        var names = rows.Where(r => !IsOwn(r)).Select(r => r["campaign_name"]?.GetValue<string>()).OfType<string>();
        return names.Concat(rows.Where(r => !IsOwn(r)).SelectMany(Texts)).Where(t => !own.Contains(t)).ToHashSet(StringComparer.Ordinal);

        static bool IsOwn(JsonObject row) => row["campaign_owner"]?.GetValue<string>() == ServedAccess.Owner;
    });

    // Names of others' campaigns, and figures of others as pages and programs write them.
    private List<string> Shown(string text) =>
        [.. Foreign.Where(f => char.IsAsciiLetter(f[0]) && text.Contains(f, StringComparison.Ordinal)), .. Number().Matches(text).Select(m => m.Value).Distinct(StringComparer.Ordinal).Where(Foreign.Contains)];

    // Round figures stand on axes too, and small ones anywhere.
    private static IEnumerable<string> Texts(JsonObject row) => row.Where(c => c.Value is JsonValue v && v.TryGetValue<double>(out var n) && n >= 1000 && n % 100 != 0)
        .SelectMany(c => new[] { (c.Value?.GetValue<double>() ?? 0).ToString("#,0.##", CultureInfo.InvariantCulture), c.Value?.ToJsonString() ?? "" });

    [GeneratedRegex(@"(?<![\d.,])\d[\d,]*(\.\d+)?(?![\d])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    // The files that are read hold no quotes.
    private static IEnumerable<Dictionary<string, string>> Rows(string table)
    {
        var lines = File.ReadAllLines(Repository.PathTo("samples", "guide", "data", $"{table}.csv"));
        var header = lines[0].Split(',');
        return lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal));
    }
}
