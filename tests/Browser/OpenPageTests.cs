using Merit.Samples.Tests.Running;
using Microsoft.Playwright;

namespace Merit.Browser.Tests;

/// <summary>Each check on a page finds the fault it is there for, and finds nothing on a sound page.</summary>
public sealed class OpenPageTests(Chromium chromium) : IDisposable
{
    private readonly TemporaryWorkspace folder = new();

    private const string Chart = """
        <figure class="chart"><div class="plot" style="width:300px;height:120px">{0}</div>
        <script type="application/json" class="chart-data">{"title":"Leads","series":[{"name":"New","values":[1,null,2]}]}</script></figure>
        """;

    public static TheoryData<string, string> Faults { get; } = new()
    {
        { "<div style='width:2000px;height:9px'></div>", "the page scrolls sideways" },
        { "<div style='position:absolute;left:-50px;width:20px;height:9px'></div>", "div leaves the page: -50 to -30" },
        { "<script>console.warn('careful')</script>", "the console has a warning: careful" },
        { "<script>console.error('no')</script>", "the console has a error: no" },
        { "<script>throw new Error('broken')</script>", "a script failed" },
        { "<img alt='' src='https://merit.invalid/a.png'>", "the page asks for https://merit.invalid/a.png" },
        { "<img alt='' src='other.png'>", "the page asks for file://" },
        { "<p style='position:absolute;top:40px'>One</p><p style='position:absolute;top:44px'>Two</p>", "“One” and “Two” stand on one another" },
        { Of(""), "“Leads” is not drawn" },
        { Of("<svg width='0' height='0'></svg>"), "“Leads” is not drawn" },
        { Of(Drawing("M5 5h9v9z")), "“New” of “Leads” has 2 values and 1 marks" },
        { Of(Drawing("M5 5h9v9z", "M290 5h90v9z")), "leaves its plot" },
        { Of(Drawing("M5 5h9v9z", "M25 5h9v9z") .Replace("</svg>", "<text x='40' y='60'>100</text><text x='44' y='62'>200</text></svg>", StringComparison.Ordinal)), "“100” and “200” stand on one another" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_found(string fault, string problem) =>
        Assert.Contains(await Problems(fault, page => page.Look(ColorScheme.Light)), p => p.Contains(problem, StringComparison.Ordinal));

    [Fact]
    public async Task What_keeps_people_from_using_a_page_is_found()
    {
        var problems = await Problems("<p style='color:#999'>Pale</p><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>", page => page.Audit());

        Assert.Contains(problems, p => p.StartsWith("color-contrast (serious)", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.StartsWith("image-alt (critical)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_cut_off_on_paper_is_found_there_only()
    {
        const string Wide = "<div class='scroll' tabindex='0' aria-label='Wide' role='region' style='width:300px;overflow:auto'><div style='width:900px'>Wide</div></div>";

        Assert.Empty(await Problems(Wide, page => page.Look(ColorScheme.Light)));
        Assert.Contains("Print: a table is cut off on paper: Wide, 900 in 300", await Problems(Wide, page => page.Look(ColorScheme.Light, paperWidth: 688)));
    }

    [Fact]
    public async Task A_sound_page_has_no_fault() => Assert.Empty(await Problems(
        "<p>Text</p>" + Of(Drawing("M5 5h9v9z", "M25 5h9v9z")),
        async page => await (await (await page.Look(ColorScheme.Dark)).Audit()).Look(ColorScheme.Light, paperWidth: 688)));

    [Fact]
    public async Task A_page_wider_than_a_phone_is_found_there()
    {
        await using var screen = await chromium.Screen(375, 800);
        var open = await OpenPage.Open(screen, Page("<div style='width:600px;height:9px'></div>"));

        await open.Look(ColorScheme.Light);

        Assert.NotEmpty(open.Problems);
    }

    public void Dispose() => folder.Dispose();

    private async Task<IReadOnlyList<string>> Problems(string body, Func<OpenPage, Task> look)
    {
        await using var screen = await chromium.Screen(1280, 800);
        var open = await OpenPage.Open(screen, Page(body));
        await look(open);
        return open.Problems;
    }

    private string Page(string body)
    {
        folder.Write("page.html", $$"""
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Page</title>
            <style>:root { --s1: #00629b; } body { margin: 0; } figure { margin: 0; }</style></head><body><main><h1>Page</h1>{{body}}</main></body></html>
            """);
        return folder.PathOf("page.html");
    }

    private static string Of(string drawing) => Chart.Replace("{0}", drawing, StringComparison.Ordinal);

    private static string Drawing(params string[] marks) =>
        $"<svg role='img' aria-label='Leads' width='300' height='120' overflow='visible'>{string.Concat(marks.Select(m => $"<path fill='#00629b' d='{m}'/>"))}</svg>";
}
