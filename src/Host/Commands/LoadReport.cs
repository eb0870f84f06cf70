using System.Globalization;
using Merit.Host.Commands.Answers;
using Merit.Host.Pipeline;
using Merit.Host.Testing;

namespace Merit.Host.Commands;

/// <summary>What a load did, for the person at the terminal: every row accounted for.</summary>
internal static class LoadReport
{
    public static void Write(LoadResult result, bool chinese, IOutput output)
    {
        if (result.Sources.Count > 0)
        {
            var rows = result.Sources.Select(s => (IReadOnlyList<object?>)[s.Source, s.Table, s.Read, s.Loaded, s.Rejected, s.Filtered]).ToList();
            output.Note(TableWriter.Text(new Listing(["source", "table", "read", "loaded", "rejected", "filtered"], rows)
            {
                Texts = [.. rows.Select(r => (IReadOnlyList<string>)[.. r.Select(v => v is long n ? Number(n) : $"{v}")])],
                Figures = new HashSet<int> { 2, 3, 4, 5 },
            }));
        }

        foreach (var note in result.Notes)
        {
            output.Note($"Note: {Number(note.Count)} {(chinese ? note.MessageZh : note.Message)} ({string.Join(", ", note.Examples)}{(note.Count > note.Examples.Count ? ", …" : "")})");
        }

        if (result.DataTests.Count > 0)
        {
            output.Note(DataTestText.Summary(result.DataTests));
        }

        foreach (var finding in result.Findings)
        {
            output.Finding(finding);
        }

        var journeys = result.Journeys;
        output.Note(journeys.Conversions == 0
            ? "No conversions, so nothing to attribute."
            : $"{Number(journeys.Conversions)} conversions with {Number(journeys.Touches)} touches, {Number(journeys.Unattributed)} of them without any.");
        output.Note($"Published version {Number(result.Version)} of the warehouse.");
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
