using System.Globalization;
using Merit.Host.Commands.Answers;
using Merit.Host.Pipeline;

namespace Merit.Host.Commands;

/// <summary>What a load did, for the person at the terminal: every row accounted for.</summary>
internal static class LoadReport
{
    public static void Write(LoadResult outcome, IOutput output)
    {
        if (outcome.Sources.Count > 0)
        {
            var rows = outcome.Sources.Select(s => (IReadOnlyList<object?>)[s.Source, s.Table, s.Read, s.Loaded, s.Rejected, s.Filtered]).ToList();
            output.Note(TableWriter.Text(new Listing(["source", "table", "read", "loaded", "rejected", "filtered"], rows)
            {
                Texts = [.. rows.Select(r => (IReadOnlyList<string>)[.. r.Select(v => v is long n ? n.ToString("N0", CultureInfo.InvariantCulture) : $"{v}")])],
                Figures = new HashSet<int> { 2, 3, 4, 5 },
            }));
        }

        foreach (var finding in outcome.Findings)
        {
            output.Finding(finding);
        }

        output.Note($"Published version {outcome.Version}.");
    }
}
