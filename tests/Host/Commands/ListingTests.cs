using Merit.Host.Commands;
using Merit.Host.Commands.Answers;

namespace Merit.Host.Tests.Commands;

public sealed class ListingTests
{
    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"x\"", "\"say \"\"x\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("plain; text", "plain; text")]
    public void Csv_quotes_what_must_be(string value, string field) => Assert.Equal($"id\n{field}", CsvWriter.Text(One(value)));

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-2+3", "\"'-2+3\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    public void Csv_keeps_a_spreadsheet_from_running_text(string value, string field)
    {
        Assert.Equal($"id\n{field}", CsvWriter.Text(One(value)));
        Assert.DoesNotContain('\'', CsvWriter.Text(One(value), exact: true));
    }

    [Fact]
    public void Csv_leaves_figures_and_what_is_harmless()
    {
        object?[] values = [-1.5, -3L, -0.25m, "a=b", "e-mail", null];

        Assert.Equal("a,b,c,d,e,f\n-1.5,-3,-0.25,a=b,e-mail,", CsvWriter.Text(new Listing(["a", "b", "c", "d", "e", "f"], [values])));
    }

    [Fact]
    public void Markdown_shows_markup_as_text() =>
        Assert.Equal("| id |\n| --- |\n| \\<script\\>alert(1)\\</script\\> \\| \\*x\\* |", MarkdownWriter.Text(One("<script>alert(1)</script> | *x*")));

    [Fact]
    public void A_terminal_gets_no_control_characters() => Assert.DoesNotContain('\u001b', TableWriter.Text(One("a\u001b[31mb")));

    [Fact]
    public void Spectre_markup_in_data_is_text() => Assert.Contains("[red]x[/]", TableWriter.Text(One("[red]x[/]")), StringComparison.Ordinal);

    [Fact]
    public void Raw_values_are_the_same_everywhere()
    {
        object?[] values = [null, true, 12L, 1.5m, 0.1 + 0.2, new DateOnly(2025, 3, 1), new DateTime(2025, 3, 1, 12, 30, 0)];

        Assert.Equal("a,b,c,d,e,f,g\n,true,12,1.5,0.30000000000000004,2025-03-01,2025-03-01T12:30:00", CsvWriter.Text(new Listing(["a", "b", "c", "d", "e", "f", "g"], [values])));
    }

    private static Listing One(string value) => new(["id"], [[value]]);
}
