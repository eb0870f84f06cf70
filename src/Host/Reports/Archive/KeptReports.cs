using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Merit.Host.Reports.Archive;

/// <summary>Reports as they were, in folders of their own: <c>ROOT/REPORT/TIME/</c>.</summary>
/// <param name="root">The folder.</param>
internal sealed class KeptReports(string root)
{
    private const string Said = "said.json";
    private const string TimeForm = "yyyyMMdd'T'HHmmssfff'Z'";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Those that are kept, the latest first.</summary>
    /// <param name="most">How many.</param>
    public IReadOnlyList<KeptReport> All(int most = int.MaxValue) => !Directory.Exists(root) ? [] :
    [
        .. Directory.GetDirectories(root).SelectMany(Directory.GetDirectories).OrderByDescending(Path.GetFileName, StringComparer.Ordinal).ThenBy(f => f, StringComparer.Ordinal)
            .Select(Read).OfType<KeptReport>().Take(most),
    ];

    /// <summary>The latest of a report, or null.</summary>
    public KeptReport? Latest(string report) => Folders(report).OrderDescending(StringComparer.Ordinal).Select(Read).OfType<KeptReport>().FirstOrDefault();

    /// <summary>One of them, or null; names that lead elsewhere find nothing.</summary>
    public KeptReport? Find(string report, string time) =>
        Folders(report).Where(f => Path.GetFileName(f) == time).Select(Read).OfType<KeptReport>().FirstOrDefault(k => k.Report == report);

    /// <summary>Keeps one; it appears whole or not at all. Throws what a file system throws.</summary>
    /// <param name="kept">What is known of it.</param>
    /// <param name="files">Its files.</param>
    /// <param name="most">How many of a report are kept.</param>
    /// <param name="since">Before when none are, or null.</param>
    public void Keep(KeptReport kept, IReadOnlyList<ReportFile> files, int most, DateTimeOffset? since = null)
    {
        var folder = Path.Combine(root, Safe(kept.Report));
        Clear(kept.At);
        // One of no report's name: a draft is never one of those that are kept.
        var draft = Path.Combine(root, $".{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(draft);
            foreach (var file in files)
            {
                Write(Path.Combine(draft, file.Name), file.Content.Span);
            }

            Write(Path.Combine(draft, Said), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(JsonSerializer.Serialize(kept with { Files = [.. files.Select(f => f.Name)] }, Json)));
            Directory.CreateDirectory(folder);
            var there = Path.Combine(folder, Time(kept.At));
            if (!Directory.Exists(there))
            {
                Directory.Move(draft, there);
            }
        }
        finally
        {
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }
        }

        Prune(folder, most, since);
    }

    // What a killed process left of a draft.
    private void Clear(DateTimeOffset now)
    {
        foreach (var draft in (Directory.Exists(root) ? Directory.GetDirectories(root, ".*") : []).Where(d => Directory.GetLastWriteTimeUtc(d) < now.UtcDateTime.AddDays(-1)))
        {
            Directory.Delete(draft, recursive: true);
        }
    }

    private static void Prune(string folder, int most, DateTimeOffset? since)
    {
        var names = Directory.GetDirectories(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal).ToList();
        var old = names.SkipLast(most).Concat(since is { } first ? names.Where(n => string.CompareOrdinal(n, Time(first)) < 0) : []).Distinct(StringComparer.Ordinal);
        foreach (var name in old)
        {
            Directory.Delete(Path.Combine(folder, name), recursive: true);
        }
    }

    // What is there after a power cut is all of it.
    private static void Write(string path, ReadOnlySpan<byte> content)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }

    private IEnumerable<string> Folders(string report) =>
        Path.Combine(root, Safe(report)) is var folder && report.Length > 0 && report[0] != '.' && Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture);

    private static string Safe(string name) => string.Concat(name.Select(c => Path.GetInvalidFileNameChars().Contains(c) ? '_' : c));

    private static KeptReport? Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<KeptReport>(File.ReadAllText(Path.Combine(folder, Said)), Json) is { } said ? said with { Folder = folder } : null;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or JsonException)
        {
            // Not one of these, or gone meanwhile.
            return null;
        }
    }
}
