using Merit.Diagnostics;
using Merit.Host.Reports.Blocks;
using Merit.Metrics.Requests;

namespace Merit.Host.Reports.Tags;

/// <summary><c>{{notes}}</c>: what was written about campaigns in <c>notes/CAMPAIGN_ID.md</c>, as far as it is about the report's days.</summary>
internal sealed class NotesTag : IBlockTag
{
    private const int LongestName = 60;

    public string Name => "notes";

    public string Example => "{{notes}}";

    public string Subject => "";

    public bool SubjectOptional => true;

    public IReadOnlyList<Parameter> Parameters { get; } = [new("where", ParameterKind.Text), new("period", ParameterKind.Text)];

    public IReadOnlyList<Block> Build(TagArguments arguments, ReportScope scope)
    {
        var (voice, words) = (scope.Voice, scope.Voice.Words);
        var folder = Path.Combine(scope.Workspace.Directory, "notes");
        if (!Directory.Exists(folder) || !scope.Loads("campaigns"))
        {
            return [new NoteBlock(words["empty.notes"])];
        }

        var question = scope.Question(arguments, ["campaigns"], ["campaign", "campaign_name"]);
        var rows = scope.Ask(question with { Period = Period.All }).Rows.Select(r => (Id: r.Dimensions[0] as string ?? "", Name: r.Dimensions[1] as string ?? r.Dimensions[0] as string ?? ""))
            .Where(c => c.Id.Length > 0).OrderBy(c => c.Name, StringComparer.Ordinal)
            .SelectMany(c => Notes(folder, c.Id, question.Period, scope).Select(n => new GridRow([new GridCell(c.Name), new GridCell(n.About), new GridCell(n.Text)]))).ToList();
        return rows.Count == 0
            ? [new NoteBlock(words["empty.notes"])]
            : [new TableBlock(words["title.notes"], new Grid([new GridColumn(words["score.campaign"]), new GridColumn(words["notes.about"]), new GridColumn(words["notes.text"]) { Prose = true }], rows), [])];
    }

    private static IEnumerable<(string About, string Text)> Notes(string folder, string campaign, Period period, ReportScope scope)
    {
        // An identifier that cannot name a file names it as reports are named.
        var file = new[] { campaign, Slug.Unique(campaign, LongestName) }.Where(n => Path.GetFileName(n) == n).Select(n => Path.Combine(folder, n + ".md")).FirstOrDefault(File.Exists);
        return file is null ? [] : Sections(File.ReadAllText(file).TrimStart('\uFEFF').ReplaceLineEndings("\n"), scope).Where(s => s.Days is null || Meet(s.Days, period)).Select(s => (s.About, s.Text));
    }

    /// <summary>A heading that names a period begins a section about those days; what stands before the first is about all of them.</summary>
    private static IEnumerable<(string About, Period? Days, string Text)> Sections(string text, ReportScope scope)
    {
        var (about, days, lines) = ("", (Period?)null, new List<string>());
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith('#') && Days(line.TrimStart('#').Trim(), scope) is { } next)
            {
                if (Joined(lines) is { Length: > 0 } before)
                {
                    yield return (about, days, before);
                }

                (about, days, lines) = (scope.Voice.Dates.Period(next), next, []);
            }
            else
            {
                lines.Add(line.TrimStart('#').Trim());
            }
        }

        if (Joined(lines) is { Length: > 0 } last)
        {
            yield return (about, days, last);
        }
    }

    private static string Joined(List<string> lines) => string.Join(' ', lines.Where(l => l.Length > 0));

    private static Period? Days(string text, ReportScope scope)
    {
        try
        {
            return text.Length > 0 && char.IsAsciiDigit(text[0]) ? scope.Parse.Period(text, new Place("notes")) : null;
        }
        catch (MeritException)
        {
            // Any other heading is a line of the note.
            return null;
        }
    }

    private static bool Meet(Period one, Period other) => (one.From is null || other.To is null || one.From < other.To) && (other.From is null || one.To is null || other.From < one.To);
}
