using Xunit.Sdk;

namespace Merit.Samples.Tests.Reports;

/// <summary>A figure is the same wherever it stands: every figure of every built-in report is read out of HTML, Markdown, CSV, the workbook, the paper and the interface for programs.</summary>
public sealed class EveryFigureTests(RenderedLibrary library) : IClassFixture<RenderedLibrary>
{
    public static TheoryData<string> Reports { get; } = new(RenderedLibrary.Names);

    [Theory]
    [MemberData(nameof(Reports))]
    public void Every_format_has_the_figures_of_the_others(string report)
    {
        var read = library.Report(report);

        Assert.True(SameFigures.Tables(read) > 20, report);
        SameFigures.KeyFigures(read);
        SameFigures.Drawings(read);
        SameFigures.Sheets(read);
        SameFigures.Everything(read);
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Programs_get_every_figure_of_the_files_and_the_files_have_what_programs_get(string report)
    {
        var asked = await AskedFigures.OfAsync(report, library.Site);

        var (looked, unknown, left) = asked.Compare(library.Report(report));

        Assert.True(unknown.Count == 0, $"{report}: {unknown.Count} figures that programs do not get, such as {string.Join("; ", unknown.Take(8))}");
        Assert.True(left.Count == 0, $"{report}: {left.Count} figures that no file has, such as {string.Join("; ", left.Take(8))}");
        Assert.True(looked > 10, $"{report}: {looked} figures");
    }

    [Fact]
    public void There_is_paper_wherever_it_can_be_made() =>
        Assert.All(RenderedLibrary.Names, n => Assert.True(library.Report(n).Paper is not null || !RenderedLibrary.CanPrint, n));

    // What these tests are worth: each format, left without one figure or with another, fails them.
    [Theory]
    [InlineData("a row of the text", nameof(ReadReport.Markdown))]
    [InlineData("a figure of the text", nameof(ReadReport.Markdown))]
    [InlineData("a key figure of the text", nameof(ReadReport.Markdown))]
    [InlineData("a file", nameof(ReadReport.Files))]
    [InlineData("a row of a file", nameof(ReadReport.Files))]
    [InlineData("a figure of a file", nameof(ReadReport.Files))]
    [InlineData("a sheet", nameof(ReadReport.Sheets))]
    [InlineData("a figure of a sheet", nameof(ReadReport.Sheets))]
    [InlineData("a figure on paper", nameof(ReadReport.Paper))]
    public void A_figure_that_is_left_out_or_another_one_is_found(string what, string format)
    {
        const string Report = "overview";
        var whole = library.Report(Report);
        Assert.SkipWhen(format is nameof(ReadReport.Paper) && whole.Paper is null, "There is no Chromium or no pdftotext.");
        var less = Perturbed.Of(whole, what);

        Assert.ThrowsAny<XunitException>(() =>
        {
            SameFigures.Tables(less);
            SameFigures.KeyFigures(less);
            SameFigures.Drawings(less);
            SameFigures.Sheets(less);
            SameFigures.Everything(less);
        });
    }

    [Theory]
    [InlineData("a row of a file")]
    [InlineData("a figure of a file")]
    [InlineData("a file")]
    public async Task What_programs_get_is_held_against_every_figure_of_a_file(string what)
    {
        const string Report = "channels";
        var (_, unknown, left) = (await AskedFigures.OfAsync(Report, library.Site)).Compare(Perturbed.Of(library.Report(Report), what));

        Assert.NotEmpty(unknown.Concat(left));
    }
}
