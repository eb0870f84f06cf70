using System.Buffers.Binary;
using System.Text;
using Merit.Diagnostics;
using Merit.Host.Reports;
using Merit.Host.Reports.Printing;

namespace Merit.Host.Tests.Reports.Printing;

public sealed class ChromiumPrinterTests
{
    private static readonly string? Installed = ChromiumProgram.Find(Environment.GetEnvironmentVariable);

    [Fact]
    public void A_page_becomes_paper_and_a_picture_as_long_as_it_is()
    {
        Assert.SkipWhen(Installed is null, "There is no Chromium.");
        var page = $"<!DOCTYPE html><meta charset=\"utf-8\"><title>Titel</title><style>@page {{ size: A4 }} body {{ margin: 0 }}</style><h1>Bericht 报告</h1>{string.Concat(Enumerable.Range(0, 40).Select(i => $"<p style=\"height:50px;margin:0\">{i}</p>"))}";

        var files = new ChromiumPrinter(Installed).Print([new PrintOrder("a.pdf", page, AsPicture: false), new PrintOrder("a.png", page, AsPicture: true)]);

        Assert.Equal(["a.pdf", "a.png"], files.Select(f => f.Name));
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(files[0].Content.Span[..8]), StringComparison.Ordinal);
        var picture = files[1].Content.Span;
        Assert.Equal("PNG", Encoding.ASCII.GetString(picture[1..4]));
        Assert.Equal(1280, BinaryPrimitives.ReadInt32BigEndian(picture[16..20]));
        Assert.True(BinaryPrimitives.ReadInt32BigEndian(picture[20..24]) > 2000);
    }

    [Fact]
    public void Without_a_browser_everything_else_is_written_and_the_reason_is_told()
    {
        using var bench = new ReportBench();
        bench.Template("page.md", "---\ntitle: T\nformats: [html, pdf, png]\n---\nx");
        var run = new ReportRun(bench.Workspace, bench.Measures, bench.Inputs, ReportBench.Today) { Printer = new ChromiumPrinter(null) };

        var reports = run.Render([ReportBench.Ask("page")], bench.Out);

        Assert.Equal(["page.html"], Assert.Single(reports).Files);
        Assert.Equal(
            "warning MRT3068: PDF and PNG were left out (page.pdf, page.png): no Chromium is installed here. Install Chromium, Chrome or Edge, name the executable in the variable MERIT_CHROMIUM, or take pdf and png out of 'formats'.",
            Assert.Single(run.Warnings).ToString());
    }

    [Fact]
    public void A_program_that_is_no_browser_is_named()
    {
        var program = OperatingSystem.IsWindows() ? "where.exe" : "/bin/true";
        Assert.SkipUnless(OperatingSystem.IsWindows() || File.Exists(program), "There is no program to try it with.");

        var finding = Assert.Single(Assert.Throws<MeritException>(() => new ChromiumPrinter(program).Print([new PrintOrder("a.pdf", "x", AsPicture: false)])).Diagnostics);

        Assert.Equal("MRT3069", finding.Code);
        Assert.Equal(Severity.Warning, finding.Severity);
    }

    [Fact]
    public void A_program_that_is_not_there_is_named() => Assert.Equal(
        "MRT3069", Assert.Single(Assert.Throws<MeritException>(() => new ChromiumPrinter("/nowhere/chromium").Print([new PrintOrder("a.pdf", "x", AsPicture: false)])).Diagnostics).Code);

    [Fact]
    public void A_browser_is_found_by_its_variable_then_on_the_path()
    {
        using var folder = new TemporaryFolder();
        folder.Write("chromium", "");
        folder.Write("google-chrome", "");

        Assert.Equal("/opt/mine", ChromiumProgram.Find(name => name is "MERIT_CHROMIUM" ? "/opt/mine" : folder.Path));
        Assert.Equal(Path.Combine(folder.Path, "chromium"), ChromiumProgram.Find(name => name is "PATH" ? folder.Path : null));
    }
}
