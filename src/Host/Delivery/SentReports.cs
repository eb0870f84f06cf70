using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Reports.Archive;
using Merit.Host.Reports.Wording;

namespace Merit.Host.Delivery;

/// <summary>Reports as they were sent: <c>.merit/sent/REPORT/TIME/</c>, the last of each. What is sent again says what has changed since.</summary>
internal sealed class SentReports(string stateDirectory)
{
    private const int MostKept = 60;

    /// <summary>Those that are kept.</summary>
    public KeptReports Kept { get; } = new(Path.Combine(stateDirectory, "sent"));

    /// <summary>All that are kept, the latest first.</summary>
    public IReadOnlyList<KeptReport> All() => Kept.All();

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
        if (All().Any(s => s.Report == report.Name && s.Key == key))
        {
            return;
        }

        try
        {
            Kept.Keep(
                new KeptReport
                {
                    Report = report.Name, Key = key, At = at, Title = report.Title, Days = Days(report), Facts = report.Facts, Figures = report.Findings, Files = [], Of = report.Of, Item = report.Member?.Id,
                    AsOf = report.AsOf, DefinitionHash = report.DefinitionHash,
                },
                report.Files, MostKept);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new MeritException(DeliveryRules.CannotKeep.Here(report.Name, refused.Message.TrimEnd('.')), refused);
        }
    }

    private static string Sentence(MadeReport report, KeptReport last, Words words, Func<DateTimeOffset, string> when)
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
}
