using Merit.Host.Attribution;
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
                Texts = [.. rows.Select(r => (IReadOnlyList<string>)[.. r.Select(v => v is long n ? Counted.Number(n) : $"{v}")])],
                Figures = new HashSet<int> { 2, 3, 4, 5 },
            }));
        }

        foreach (var change in result.Changes.Where(c => c.WentOn))
        {
            output.Note($"{change.Source}: {Counted.Of(change.Rows, "row")} read since the last load; the others were kept.");
        }

        foreach (var note in result.Notes)
        {
            output.Note($"Note: {Counted.Number(note.Count)} {(chinese ? note.MessageZh : note.Message)} ({string.Join(", ", note.Examples)}{(note.Count > note.Examples.Count ? ", …" : "")})");
        }

        if (result.DataTests.Count > 0)
        {
            output.Note(DataTestText.Summary(result.DataTests));
        }

        foreach (var finding in result.Findings)
        {
            output.Finding(finding);
        }

        output.Note(Attributed(result.Journeys));
        if (result.Journeys is { Recounted: { } recounted, Conversions: > 0 })
        {
            output.Note(recounted == 0 ? "No journey has changed: all credit is kept." : $"Changed since the last load, and shared out again: {Counted.Of(recounted, "conversion")}; the credit of all others is kept.");
        }

        output.Note($"Published version {Counted.Number(result.Version)} of the warehouse.");
    }

    private static string Attributed(JourneySummary journeys)
    {
        var conversions = Counted.Of(journeys.Conversions, "conversion");
        return journeys switch
        {
            { Conversions: 0 } => "No conversions, so nothing to attribute.",
            { Conversions: 1, Unattributed: 1 } => $"{conversions}, without a touch.",
            _ when journeys.Unattributed == journeys.Conversions => $"{conversions}, all without a touch.",
            { Unattributed: 0 } => $"{conversions} with {Counted.Of(journeys.Touches, "touch", "touches")}.",
            _ => $"{conversions} with {Counted.Of(journeys.Touches, "touch", "touches")}, {Counted.Number(journeys.Unattributed)} of them without any.",
        };
    }
}
