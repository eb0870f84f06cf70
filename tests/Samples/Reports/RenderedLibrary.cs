using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Merit.Samples.Tests.Running;
using Merit.Samples.Tests.Serving;

namespace Merit.Samples.Tests.Reports;

/// <summary>Every built-in report over the guide, as HTML, Markdown, CSV and, where there is a browser, PDF; and the guide served beside them.</summary>
public sealed class RenderedLibrary : IDisposable
{
    /// <summary>The days the reports are about.</summary>
    internal const string Period = "2025";

    private readonly ServedGuide _guide = new(Settings);

    public RenderedLibrary()
    {
        var formats = Merit.Host.Reports.Printing.ChromiumProgram.Find(Environment.GetEnvironmentVariable) is null ? "html,md,csv" : "html,md,csv,pdf";
        MeritProcess.Run(_guide.Workspace.Folder, ["report", "--formats", formats]).Fine();
    }

    /// <summary>The built-in reports.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Repository.PathTo("reports"), "*.md").Select(Path.GetFileNameWithoutExtension).OfType<string>().Where(n => !n.StartsWith('_')).Order(StringComparer.Ordinal)];

    internal ServedSite Site => _guide.Site;

    internal IDocument Page(string report) => new HtmlParser().ParseDocument(Read($"{report}.html"));

    internal string Markdown(string report) => Read($"{report}.md");

    /// <summary>The paper, or null where there is no browser to print it.</summary>
    internal string? Paper(string report) => File.Exists(PathOf($"{report}.pdf")) ? PathOf($"{report}.pdf") : null;

    /// <summary>The CSV files by the names of their tables.</summary>
    internal Dictionary<string, IReadOnlyList<IReadOnlyList<string>>> Tables(string report) => Directory.EnumerateFiles(PathOf(""), $"{report}.*.csv")
        .ToDictionary(f => Path.GetFileName(f)[(report.Length + 1)..^4], f => Rows(File.ReadAllText(f).TrimStart('\uFEFF')), StringComparer.Ordinal);

    public void Dispose() => _guide.Dispose();

    private string PathOf(string file) => _guide.Workspace.PathOf($"out/{file}");

    private string Read(string file) => File.ReadAllText(PathOf(file));

    private static void Settings(TemporaryWorkspace workspace)
    {
        var settings = File.ReadAllText(workspace.PathOf("merit.yaml"));
        var reports = string.Concat(Names.Select(n => $"  - {{ template: {n}, period: {Period} }}\n"));
        workspace.Write("merit.yaml", settings[..settings.IndexOf("\nreports:", StringComparison.Ordinal)] + "\nreports:\n" + reports);
    }

    // RFC 4180, read by its own rules.
    private static IReadOnlyList<IReadOnlyList<string>> Rows(string text)
    {
        var rows = new List<IReadOnlyList<string>>();
        var (row, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted && text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append(text[i++]);
            }
            else if (text[i] == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && text[i] is ',' or '\n' && !quoted)
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (text[i] == '\n')
                {
                    rows.Add(row);
                    row = [];
                }
            }
            else if (quoted || text[i] != '\r')
            {
                cell.Append(text[i]);
            }
        }

        return rows;
    }
}
