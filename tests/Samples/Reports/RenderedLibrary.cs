using System.Collections.Concurrent;
using System.Text;
using AngleSharp.Html.Parser;
using Merit.Samples.Tests.Running;
using Merit.Samples.Tests.Serving;

namespace Merit.Samples.Tests.Reports;

/// <summary>Every built-in report over the guide and what it lacks of its own, as HTML, Markdown, CSV and, where there is a browser, PDF; and the guide served beside them.</summary>
public sealed class RenderedLibrary : IDisposable
{
    private readonly ConcurrentDictionary<string, ReadReport> _read = new(StringComparer.Ordinal);

    // Most are about the year; reviews compare with what was before, and one without days tells of its last full month.
    private static readonly Dictionary<string, string> Periods = new(StringComparer.Ordinal) { ["monthly"] = "2025-04", ["quarterly"] = "2025-Q2", ["channels"] = "all" };

    private readonly ServedGuide _guide = new(Settings);

    public RenderedLibrary()
    {
        MeritProcess.Run(_guide.Workspace.Folder, ["report", "--formats", HasBrowser ? "html,md,csv,xlsx,pdf" : "html,md,csv,xlsx"]).Fine();
    }

    /// <summary>The built-in reports.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Repository.PathTo("reports"), "*.md").Select(Path.GetFileNameWithoutExtension).OfType<string>().Where(n => !n.StartsWith('_')).Order(StringComparer.Ordinal)];

    internal ServedSite Site => _guide.Site;

    /// <summary>Whether paper can be made here, and read.</summary>
    internal static bool CanPrint => HasBrowser && PaperText.Installed;

    private static bool HasBrowser => Merit.Host.Reports.Printing.ChromiumProgram.Find(Environment.GetEnvironmentVariable) is not null;

    /// <summary>The days a report is about.</summary>
    internal static string PeriodOf(string report) => Periods.GetValueOrDefault(report, "2025");

    /// <summary>A report, read back from all its files.</summary>
    internal ReadReport Report(string report) => _read.GetOrAdd(report, name => new ReadReport
    {
        Name = name, Page = new HtmlParser().ParseDocument(Read($"{name}.html")), Markdown = Read($"{name}.md"), Files = Tables(name), Sheets = ReadReport.SheetsOf(PathOf($"{name}.xlsx")),
        Paper = File.Exists(PathOf($"{name}.pdf")) && PaperText.Installed ? PaperText.Of(PathOf($"{name}.pdf")) : null,
    });

    private Dictionary<string, IReadOnlyList<IReadOnlyList<string>>> Tables(string report) => Directory.EnumerateFiles(PathOf(""), $"{report}.*.csv")
        .ToDictionary(f => Path.GetFileName(f)[(report.Length + 1)..^4], f => Rows(File.ReadAllText(f).TrimStart('\uFEFF')), StringComparer.Ordinal);

    public void Dispose() => _guide.Dispose();

    private string PathOf(string file) => _guide.Workspace.PathOf($"out/{file}");

    private string Read(string file) => File.ReadAllText(PathOf(file));

    private static void Settings(TemporaryWorkspace workspace)
    {
        var settings = File.ReadAllText(workspace.PathOf("merit.yaml"));
        var reports = string.Concat(Names.Select(n => $"  - {{ template: {n}, period: {PeriodOf(n)} }}\n"));
        var sources = string.Concat(Added.Select(a => $"  {a.Into}_more:\n    connector: files\n    path: data/{a.Into}-more.csv\n    into: {a.Into}\n    columns: [{a.Columns}]\n"));
        settings = settings[..settings.IndexOf("\nreports:", StringComparison.Ordinal)].Replace("\nchannels:", $"\n{sources}\nchannels:", StringComparison.Ordinal);
        workspace.Write("merit.yaml", settings + "\nreports:\n" + reports);
        foreach (var (into, columns, row) in Added)
        {
            workspace.Write($"data/{into}-more.csv", columns.Replace(" ", "", StringComparison.Ordinal) + "\n" + string.Concat(Enumerable.Range(1, 60).Select(i => row(i) + "\n")));
        }

        workspace.Write("notes/expo.md", "The hall was half empty.\n\n## 2025-03\nRain on both days.\n");
    }

    // Guests, sales actions, coupons and shared content, so that no built-in report is without figures.
    private static readonly (string Into, string Columns, Func<int, string> Row)[] Added =
    [
        ("attendance", "campaign_id, contact_id, invited_at, registered_at, checked_in_at, minutes, questions, watched_share",
            i => FormattableString.Invariant($"expo,C{i:00000},2025-02-20,{(i % 2 == 0 ? "2025-03-01" : "")},{(i % 4 == 0 ? "2025-03-10" : "")},{(i % 4 == 0 ? 30 + i : "")},{(i % 4 == 0 ? i % 3 : "")},{(i % 4 == 0 ? "0.5" : "")}")),
        ("activities", "activity_id, lead_id, owner, kind, occurred_at", i => FormattableString.Invariant($"a{i},L{i:00000},inside-sales-1,{(i % 3 == 0 ? "meeting" : "call")},2025-0{1 + (i % 9)}-11 10:00")),
        ("coupons", "coupon_id, campaign_id, contact_id, issued_at, redeemed_at", i => FormattableString.Invariant($"c{i},email,C{i:00000},2025-04-01,{(i % 5 == 0 ? "2025-05-01" : "")}")),
        ("touchpoints", "touch_id, contact_id, occurred_at, campaign_id, kind, promoter, content_id", i => FormattableString.Invariant($"shared-{i},C{i:00000},2025-03-{1 + (i % 28):00} 09:00,social,share,{(i % 3 == 0 ? "Li Wei" : "Ada")},guide-{i % 4}")),
    ];

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
