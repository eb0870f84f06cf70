using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Serving;

/// <summary>The pages, as a browser gets them.</summary>
public sealed partial class PageTests(ServedGuide guide) : IClassFixture<ServedGuide>
{
    public static TheoryData<string, string, string> Pages { get; } = new()
    {
        { "/", "Google Ads search", "¥289,900" },
        { "/campaigns", "Predictive maintenance webinars", "85.5" },
        { "/campaign?id=webinar", "Predictive maintenance webinars", "¥20" },
        { "/channels", "google-ads", "525%" },
        { "/channels?period=2025-Q1&where=channel+%3D+expo", "expo", "¥" },
        { "/explore?metrics=cost,cpl&by=channel&total=true&compare=previous&period=2025-03", "google-ads", "¥52,694.79" },
        { "/explore?metrics=new_leads&by=month&as=line", "chart-data", "261" },
        { "/explain?metric=cpl&by=channel", "SELECT", "cost ÷ new_leads" },
        { "/explore?metrics=cost&by=channel,quarter&as=pivot&total=true&period=2025", "google-ads", "¥289,900" },
        { "/compare?id=webinar&id=google-ads", "Google Ads search", "85.5" },
        { "/attribution?model=last&lookback=7", "google-ads", "→" },
        { "/attribution?unit=campaign&lookback=30", "Spring automation expo", "¥" },
        { "/contact?id=C01005", "order:O0001", "¥2,300" },
        { "/journey?id=order:O0001", "C01005", "100%" },
        { "/alerts", "merit.yaml", "alerts" },
        { "/reports", "overview.html", "lead-gen" },
        { "/reports/live/brand", "Machines that tell you first", "80.2" },
        { "/data", "spend", "10,294" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_shows_what_it_is_about_in_both_languages(string path, string about, string figure)
    {
        foreach (var locale in new[] { "en", "zh-CN" })
        {
            var (status, page) = await guide.Site.ShowAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={locale}");

            Assert.Equal(200, status);
            Assert.Contains($"<html lang=\"{locale}\"", page, StringComparison.Ordinal);
            Assert.Contains(about, page, StringComparison.Ordinal);
            Assert.Contains(figure, page, StringComparison.Ordinal);
            Assert.Contains(locale == "en" ? ">Campaigns</a>" : ">活动</a>", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Links_lead_somewhere_and_keep_the_language_and_the_days()
    {
        var (_, page) = await guide.Site.ShowAsync("/campaigns?lang=zh-CN&period=2025");
        var links = Link().Matches(page).Select(m => m.Groups["at"].Value.Replace("&amp;", "&", StringComparison.Ordinal)).Distinct().ToList();

        Assert.Contains(links, l => l.StartsWith("/campaign?", StringComparison.Ordinal));
        Assert.Contains(links, l => l.Contains("sort=", StringComparison.Ordinal));
        Assert.All(links.Where(l => !l.StartsWith("/assets", StringComparison.Ordinal) && l[0] == '/'), l =>
        {
            Assert.Contains("lang=", l, StringComparison.Ordinal);
            Assert.Contains("period=2025", l, StringComparison.Ordinal);
        });
        foreach (var link in links.Where(l => l[0] == '/'))
        {
            Assert.Equal(200, (await guide.Site.ShowAsync(link)).Status);
        }
    }

    [Fact]
    public async Task Campaigns_stand_by_type_in_the_order_asked_for()
    {
        var (_, page) = await guide.Site.ShowAsync("/campaigns?type=lead-gen&sort=cpl");
        var names = RowName().Matches(page).Select(m => m.Groups["name"].Value).ToList();

        Assert.Equal(["Predictive maintenance webinars", "E-mail nurturing", "Social media lead ads", "Google Ads search"], names);
        Assert.Contains("aria-sort=\"ascending\"", page, StringComparison.Ordinal);
        Assert.Contains("sort=-cpl", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Campaigns_are_chosen_by_how_far_they_are()
    {
        var (_, finished) = await guide.Site.ShowAsync("/campaigns?status=finished");
        var (_, running) = await guide.Site.ShowAsync("/campaigns?status=running&lang=zh-CN");

        Assert.Equal(7, RowName().Count(finished));
        Assert.Contains("demand-generation · finished", finished, StringComparison.Ordinal);
        Assert.Contains("<option value=\"finished\" selected>", finished, StringComparison.Ordinal);
        Assert.Equal(0, RowName().Count(running));
        Assert.Contains("进行中", running, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_is_the_same_on_a_page_in_a_file_for_programs_and_on_the_command_line()
    {
        const string Question = "metrics=cost,cpl,revenue,roi&by=channel&period=2025&total=true";
        var (_, body) = await guide.Site.AskAsync($"api/query?{Question}");
        var (_, csv) = await guide.Site.ShowAsync($"explore.csv?{Question}");
        var (_, page) = await guide.Site.ShowAsync($"explore?{Question}");
        string[] asked = ["query", "--metrics", "cost,cpl,revenue,roi", "--by", "channel", "--period", "2025", "--total"];

        var command = MeritProcess.Run(guide.Workspace.Folder, [.. asked, "--format", "csv"]).Fine().Output;
        var table = MeritProcess.Run(guide.Workspace.Folder, [.. asked, "--format", "md"]).Fine().Output;

        Assert.Equal(command, csv.TrimStart('\uFEFF'));
        var rows = body["rows"]?.AsArray() ?? [];
        Assert.Equal(command.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, rows.Count + 2);
        Assert.All(rows, row => Assert.Contains(string.Join(',', $"{row?["channel"]}", $"{row?["cost"]}", $"{row?["cpl"]}", $"{row?["revenue"]}", $"{row?["roi"]}"), command, StringComparison.Ordinal));
        Assert.All(Money().Matches(table).Select(m => m.Value), figure => Assert.Contains($">{figure}<", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/nothing", 404, "MRT6009")]
    [InlineData("/campaign?id=nobody", 404, "MRT6009")]
    [InlineData("/compare?id=nobody", 404, "MRT6009")]
    [InlineData("/contact?id=nobody", 404, "MRT13")]
    [InlineData("/journey?id=nothing", 404, "MRT14")]
    [InlineData("/attribution?model=lst", 400, "last")]
    [InlineData("/attribution?lookback=long", 400, "MRT5001")]
    [InlineData("/reports/..%2Fmerit.yaml", 404, "MRT6009")]
    [InlineData("/reports/merit.yaml", 404, "MRT6009")]
    [InlineData("/reports/live/..%2F..%2Fmerit", 500, "MRT4")]
    [InlineData("/explore?metrics=csot", 400, "Did you mean")]
    [InlineData("/explore?metrics=cost&wher=x", 400, "where")]
    [InlineData("/explore?metrics=cost&where=channel", 400, "operator")]
    [InlineData("/?period=2025-13", 400, "2025-13")]
    [InlineData("/explain", 400, "MRT5001")]
    public async Task What_is_wrong_is_said_on_the_page(string path, int status, string said)
    {
        var (answered, page) = await guide.Site.ShowAsync(path);

        Assert.Equal(status, answered);
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_address_says_is_text_on_the_page()
    {
        foreach (var path in new[] { "/?period=%3Cscript%3Ealert(1)%3C/script%3E", "/explore?metrics=%22%3E%3Cscript%3E&by=channel", "/campaigns?type=%3Cscript%3E", "/explain?metric=%3Cscript%3E" })
        {
            Assert.DoesNotContain("<script>", (await guide.Site.ShowAsync(path)).Page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_page_has_a_script_of_its_own_and_assets_may_be_kept()
    {
        var (_, page) = await guide.Site.ShowAsync("/");
        var scripts = Script().Matches(page).Select(m => m.Groups["tag"].Value).ToList();

        Assert.All(scripts, s => Assert.True(s.Contains("src=\"/assets/", StringComparison.Ordinal) || s.Contains("application/json", StringComparison.Ordinal), s));
        var asset = await guide.Site.Client.GetAsync(new Uri(Asset().Match(page).Groups["at"].Value, UriKind.Relative));
        Assert.True(asset.Headers.CacheControl?.Public);
        Assert.Contains("sandbox", string.Join(' ', (await guide.Site.Client.GetAsync(new Uri("/reports/overview.html", UriKind.Relative))).Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_that_is_edited_is_shown_by_the_workers_at_hand_with_its_mistakes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The workers are found by what Linux says of processes.");
        await Until(() => Task.FromResult($"{guide.Site.Workers.Count}"), "2");
        var workers = guide.Site.Workers.Select(w => w.Id).Order().ToList();

        foreach (var (text, seen) in new[] { ("First words.", "First words."), ("Words, {{metric \"csot\"}}.", "reports/mine.md(4,"), ("{{metric \"cost\"}} of words.", "¥289,900"), ("{{metric \"cost\" where=\"channel = expo\"}}", "¥50,000") })
        {
            guide.Workspace.Write("reports/mine.md", $"---\ntitle: Mine\n---\n{text}\n");
            await Until(async () => (await guide.Site.ShowAsync("/reports/live/mine")).Page, seen);
        }

        Assert.Contains("mine", (await guide.Site.ShowAsync("/reports")).Page, StringComparison.Ordinal);
        Assert.Equal(workers, guide.Site.Workers.Select(w => w.Id).Order());
    }

    [Fact]
    public async Task A_schedule_that_a_template_names_stands_among_the_schedules()
    {
        guide.Workspace.Write("reports/yearly.md", "---\ntitle: Yearly\nschedule: \"5 8 1 1 *\"\nrecipients: nobody\n---\nOnce a year.\n");

        await Until(async () => (await guide.Site.ShowAsync("/schedules")).Page, "5 8 1 1 *");
    }

    [Fact]
    public async Task A_workbook_holds_what_the_table_shows_and_what_was_asked()
    {
        const string Question = "metrics=cost,revenue&by=channel&period=2025&total=true";
        var rows = (await guide.Site.AskAsync($"api/query?{Question}")).Body["rows"]?.AsArray() ?? [];
        var sheets = await SheetsAsync($"explore.xlsx?{Question}");
        var pivot = await SheetsAsync("explore.xlsx?metrics=cost&by=channel,quarter&as=pivot&total=true&period=2025&lang=zh-CN");

        Assert.Equal(rows.Select(row => $"{row?["channel"] ?? "(none)"} {Value(row?["cost"])} {Value(row?["revenue"])}"), sheets[0].Skip(1).SkipLast(1).Select(cells => string.Join(' ', cells)));

        Assert.Equal(rows.Count + 2, sheets[0].Count);
        Assert.Contains(sheets[1], cells => cells is ["Metrics", "cost,revenue"]);
        Assert.Contains(sheets[1], cells => cells is ["Period", "2025"]);
        Assert.Contains(pivot[0], cells => cells[0] == "google-ads" && cells.Count == 6);
        Assert.Contains(pivot[1], cells => cells is ["分组", "channel,quarter"]);
        Assert.Contains("/explore.xlsx?", (await guide.Site.ShowAsync($"explore?{Question}")).Page, StringComparison.Ordinal);
    }

    private static string Value(JsonNode? figure) => figure?.GetValue<double>().ToString("R", CultureInfo.InvariantCulture) ?? "";

    // Every sheet's rows, each cell as it is kept.
    private async Task<IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>>> SheetsAsync(string path)
    {
        using var book = new ZipArchive(new MemoryStream(await guide.Site.Client.GetByteArrayAsync(new Uri(path, UriKind.Relative))));
        return
        [
            .. book.Entries.Where(e => e.FullName.Contains("worksheets/", StringComparison.Ordinal)).OrderBy(e => e.FullName, StringComparer.Ordinal).Select(e =>
            {
                using var sheet = e.Open();
                return (IReadOnlyList<IReadOnlyList<string>>)[.. XDocument.Load(sheet).Descendants().Where(x => x.Name.LocalName is "row").Select(row => (IReadOnlyList<string>)[.. row.Elements().Select(c => c.Value)])];
            }),
        ];
    }

    private static async Task Until(Func<Task<string>> look, string expected)
    {
        var patience = Stopwatch.StartNew();
        for (var seen = ""; !seen.Contains(expected, StringComparison.Ordinal); seen = await look())
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(120), seen);
        }
    }

    [GeneratedRegex("<a [^>]*href=\"(?<at>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("<th scope=\"row\">(<input [^>]*>)?<a [^>]*>(?<name>[^<]+)</a>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RowName();

    [GeneratedRegex(@"¥[0-9,.]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Money();

    [GeneratedRegex("src=\"(?<at>/assets/[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Asset();

    [GeneratedRegex("<script(?<tag>[^>]*)>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Script();
}
