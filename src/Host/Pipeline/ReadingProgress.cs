using Merit.Host.Commands;
using Merit.Host.Workspaces;

namespace Merit.Host.Pipeline;

/// <summary>Shows how many rows of each source have come; several are read at once.</summary>
internal sealed class ReadingProgress(IOutput output)
{
    // A page of a few rows is no news.
    private const long Step = 10_000;

    private readonly SortedDictionary<string, long> _shown = new(StringComparer.Ordinal);

    public void Read(Source source, long rows)
    {
        lock (_shown)
        {
            if (rows - _shown.GetValueOrDefault(source.Name) < Step)
            {
                return;
            }

            _shown[source.Name] = rows;
            output.Progress($"Reading the sources… {string.Join(", ", _shown.Select(s => $"{s.Key} {Counted.Number(s.Value)}"))}");
        }
    }
}
