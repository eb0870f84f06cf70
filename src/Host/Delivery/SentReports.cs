using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Reports.Wording;

namespace Merit.Host.Delivery;

/// <summary>Reports as they were sent: <c>.merit/sent/REPORT/TIME/</c>, the last of each. What is sent again says what has changed since.</summary>
internal sealed class SentReports(string stateDirectory)
{
    private const int Kept = 60;
    private const string Said = "said.json";
    private const string TimeForm = "yyyyMMdd'T'HHmmssfff'Z'";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private string Root => Path.Combine(stateDirectory, "sent");

    /// <summary>All that are kept, the latest first.</summary>
    public IReadOnlyList<SentReport> All() => !Directory.Exists(Root) ? [] : [.. Directory.GetDirectories(Root).SelectMany(Directory.GetDirectories).Select(Read).OfType<SentReport>().OrderByDescending(s => s.At)];

    /// <summary>A sentence for each report that was sent about the same days before: which figures have changed since, or that none has.</summary>
    /// <param name="made">The reports to be sent.</param>
    /// <param name="key">What tells this occasion from others: what was sent under it is no earlier one.</param>
    /// <param name="words">The language.</param>
    /// <param name="when">How a moment reads.</param>
    public IReadOnlyList<string> Since(IReadOnlyList<MadeReport> made, string key, Words words, Func<DateTimeOffset, string> when)
    {
        var sent = All();
        return [.. made.SelectMany(report => sent.FirstOrDefault(s => s.Report == report.Name && s.Key != key && s.Days == Days(report)) is { } last ? [Sentence(report, last, words, when)] : Array.Empty<string>())];
    }

    /// <summary>Keeps a report that was sent; once for an occasion.</summary>
    public void Keep(MadeReport report, string key, DateTimeOffset at)
    {
        var folder = Path.Combine(Root, Safe(report.Name));
        if (All().Any(s => s.Report == report.Name && s.Key == key))
        {
            return;
        }

        try
        {
            // It appears whole or not at all.
            var draft = Path.Combine(Root, $".{Guid.NewGuid():N}");
            Directory.CreateDirectory(Path.Combine(draft, "of"));
            foreach (var file in report.Files)
            {
                File.WriteAllBytes(Path.Combine(draft, "of", file.Name), file.Content.Span);
            }

            var said = new SentReport { Report = report.Name, Key = key, At = at, Title = report.Title, Days = Days(report), Facts = report.Facts, Figures = report.Findings, Files = [.. report.Files.Select(f => f.Name)] };
            File.WriteAllText(Path.Combine(draft, "of", Said), JsonSerializer.Serialize(said, Json), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            Directory.CreateDirectory(folder);
            Directory.Move(Path.Combine(draft, "of"), Path.Combine(folder, at.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture)));
            Directory.Delete(draft);
            foreach (var old in Directory.GetDirectories(folder).Order(StringComparer.Ordinal).SkipLast(Kept))
            {
                Directory.Delete(old, recursive: true);
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new MeritException(DeliveryRules.CannotKeep.Here(folder, refused.Message.TrimEnd('.')), refused);
        }
    }

    private static string Sentence(MadeReport report, SentReport last, Words words, Func<DateTimeOffset, string> when)
    {
        var before = last.Figures.Where(f => f.Label.Length > 0).DistinctBy(f => f.Label, StringComparer.Ordinal).ToDictionary(f => f.Label, Figure, StringComparer.Ordinal);
        var changed = report.Findings.Where(f => before.TryGetValue(f.Label, out var then) && then != Figure(f)).Select(f => words.Say("delivery.moved", f.Label, before[f.Label], Figure(f))).ToList();
        return changed.Count == 0
            ? words.Say("delivery.unchanged", report.Title, when(last.At))
            : words.Say("delivery.changed", report.Title, when(last.At), string.Join(words["delivery.between"], changed));
    }

    // What stands beside a figure is what it is compared with.
    private static string Figure(DigestLine line) => line.Text.Split(" · ")[0];

    private static string Days(MadeReport report) => report.Facts is [var days, ..] ? days : "";

    private static string Safe(string name) => string.Concat(name.Select(c => Path.GetInvalidFileNameChars().Contains(c) ? '_' : c));

    private static SentReport? Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<SentReport>(File.ReadAllText(Path.Combine(folder, Said)), Json) is { } said ? said with { Folder = folder } : null;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or JsonException)
        {
            // Not one of these, or gone meanwhile.
            return null;
        }
    }
}

/// <summary>A report as it was sent.</summary>
internal sealed record SentReport
{
    public required string Report { get; init; }

    /// <summary>The occasion.</summary>
    public required string Key { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Title { get; init; }

    /// <summary>The days it is about, as its readers read them.</summary>
    public required string Days { get; init; }

    public required IReadOnlyList<string> Facts { get; init; }

    /// <summary>What it says in short.</summary>
    public required IReadOnlyList<DigestLine> Figures { get; init; }

    /// <summary>The names of its files.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Where they are.</summary>
    [JsonIgnore]
    public string Folder { get; init; } = "";
}
