using Merit.Host.Attribution;
using Merit.Host.Commands;
using Merit.Host.Pipeline;
using Merit.Host.Warehouse.Deriving;

namespace Merit.Host.Tests.Commands;

public sealed class LoadReportTests
{
    [Theory]
    [InlineData(0, 0, 0, "No conversions, so nothing to attribute.")]
    [InlineData(1, 1, 0, "1 conversion with 1 touch.")]
    [InlineData(1, 0, 1, "1 conversion, without a touch.")]
    [InlineData(3, 0, 3, "3 conversions, all without a touch.")]
    [InlineData(2, 1, 1, "2 conversions with 1 touch, 1 of them without any.")]
    [InlineData(1240, 4008, 10, "1,240 conversions with 4,008 touches, 10 of them without any.")]
    public void Conversions_are_counted_in_words(long conversions, long touches, long unattributed, string sentence) =>
        Assert.Equal([sentence, "Published version 12 of the warehouse."], Lines(new JourneySummary(conversions, touches, unattributed)));

    [Fact]
    public void A_note_begins_with_its_number() => Assert.Equal(
        "Note: 1 lead was won before it was created (L1)",
        Lines(new JourneySummary(0, 0, 0), new DataNote("won-before-created", "lead was won before it was created", "…", 1, ["L1"]))[0]);

    private static string[] Lines(JourneySummary journeys, params DataNote[] notes)
    {
        using var written = new StringWriter { NewLine = "\n" };
        LoadReport.Write(new LoadResult(12, [], journeys, notes, []), chinese: false, new Terminal(TextWriter.Null, written, interactive: false, colour: false));
        return written.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
