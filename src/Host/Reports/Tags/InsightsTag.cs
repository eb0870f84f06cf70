using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Insights;
using Merit.Host.Reports.Wording;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Tags;

/// <summary><c>{{insights "revenue, cpl" by="channel, campaign_name" parts="cpl = cost / new_leads"}}</c>: what changed most, and whose doing it was.</summary>
internal sealed class InsightsTag : IBlockTag
{
    private const int UsualChanges = 5;
    private const int MembersInSentence = 3;
    private const int MembersInTable = 8;

    public string Name => "insights";

    public string Example => "{{insights \"revenue, new_leads, cpl\" by=\"channel, campaign_name\" parts=\"cpl = cost / new_leads\"}}";

    public string Subject => "the ids of metrics";

    public bool SubjectOptional => false;

    public IReadOnlyList<Parameter> Parameters { get; } =
        [new("by", ParameterKind.Text), new("parts", ParameterKind.Text), new("limit", ParameterKind.Count), .. Parameter.Question];

    public IReadOnlyList<Block> Build(TagArguments arguments, ReportScope scope)
    {
        var words = scope.Voice.Words;
        if (scope.Compare is not (Comparison.Previous or Comparison.YearAgo))
        {
            throw new MeritException(TemplateRules.NothingToCompare.At(arguments.At, Name, Comparisons.ByName.First(c => c.Value == scope.Compare).Key));
        }

        var question = scope.Question(arguments, arguments.Ids, []) with { Limit = null };
        // Nothing was before all days: the last full month says how things move.
        question = question.Period is { From: null, To: null } ? question with { Period = MetricsTag.LastFullMonth(scope.Inputs.AsOf) } : question;
        if (scope.Before(question.Period) is not { } before)
        {
            return [new NoteBlock(words["insights.no-before"])];
        }

        var by = arguments.List("by") is { Count: > 0 } given ? given : ["channel"];
        var changes = new ChangeQuestions(scope, question, before, Parts(arguments), arguments.At).Changes(by);
        var days = (Now: scope.Voice.Dates.Period(question.Period), Before: scope.Voice.Dates.Period(before));
        return changes.Count == 0
            ? [new NoteBlock(words.Say("insights.nothing", days.Now, days.Before))]
            : [.. changes.Take(arguments.Count("limit") ?? UsualChanges).SelectMany(c => Blocks(c, days, scope.Voice))];
    }

    private IReadOnlyDictionary<string, RatioParts> Parts(TagArguments arguments)
    {
        var parts = new Dictionary<string, RatioParts>(StringComparer.Ordinal);
        foreach (var text in (arguments.Text("parts") ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (text.Split(['=', '/'], StringSplitOptions.TrimEntries) is not [{ Length: > 0 } id, { Length: > 0 } over, { Length: > 0 } under])
            {
                throw arguments.Wrong("parts", "each ratio and what it is made of, such as \"cpl = cost / new_leads; roi = profit / cost\"");
            }

            parts[id] = new RatioParts(over, under);
        }

        return parts.Where(p => arguments.Ids.Contains(p.Key, StringComparer.Ordinal)).ToDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<Block> Blocks(ExplainedChange change, (string Now, string Before) days, Voice voice)
    {
        yield return new FindingBlock(Sentence(change, days, voice));
        if (change.Dimension is { } dimension && change.Parts.Any(p => p.Amount != 0))
        {
            yield return Table(change, dimension, days, voice);
        }
    }

    private static string Sentence(ExplainedChange change, (string Now, string Before) days, Voice voice)
    {
        var (words, metric) = (voice.Words, change.Metric);
        var (label, from, to) = (voice.Label(metric), voice.Format.Text(change.Before, metric), voice.Format.Text(change.Now, metric));
        // What reads the same has not moved.
        if (string.Equals(from, to, StringComparison.Ordinal))
        {
            return words.Say("insights.same", label, to, days.Before, days.Now);
        }

        var relative = voice.Format.Change(new Figure(change.Now, NoValue.None) { Compared = change.Before }, metric);
        var moved = words.Say(change.Change > 0 ? "insights.rose" : "insights.fell", label, relative, from, to, days.Before, days.Now);
        var named = change.Parts.Where(p => p.Amount != 0).Take(MembersInSentence).ToList();
        if (change.Dimension is not { } dimension || named.Count == 0)
        {
            return words.Say("insights.unexplained", moved);
        }

        var rest = change.Parts.Where(p => p.Amount != 0).Skip(MembersInSentence).ToList();
        List<string> parts = [.. named.Select(p => words.Say("insights.part", voice.Group(p.Member, dimension), Signed(p.Amount, metric, voice)))];
        if (rest.Count > 0)
        {
            parts.Add(words.Count("insights.others", rest.Count, Signed(Rest(change, MembersInSentence), metric, voice)));
        }

        return words.Say("insights.explained", moved, voice.Inside(voice.Label(dimension)), string.Join(words["list.separator"], parts));
    }

    private static TableBlock Table(ExplainedChange change, DimensionColumn dimension, (string Now, string Before) days, Voice voice)
    {
        var (words, metric) = (voice.Words, change.Metric);
        var shown = change.Parts.Where(p => p.Amount != 0).Take(MembersInTable).ToList();
        var rest = change.Parts.Count(p => p.Amount != 0) - shown.Count;
        var longest = shown.Max(p => Math.Abs(p.Amount));
        List<GridRow> rows = [.. shown.Select(p => new GridRow(
        [
            voice.GroupCell(p.Member, dimension), voice.Figure(p.Before, metric), voice.Figure(p.Now, metric), Amount(p.Amount, metric, voice) with { Bar = p.Amount / longest },
        ]))];
        if (rest > 0)
        {
            rows.Add(new GridRow([new GridCell(words.Count("insights.rest", rest)), new GridCell(""), new GridCell(""), Amount(Rest(change, shown.Count), metric, voice)]));
        }

        rows.Add(new GridRow([new GridCell(words["table.total"]), voice.Figure(change.Before, metric), voice.Figure(change.Now, metric), Amount(change.Change, metric, voice)], Total: true));
        return new TableBlock(
            words.Say("title.insights", voice.Inside(voice.Label(metric)), voice.Inside(voice.Label(dimension))),
            new Grid([new GridColumn(voice.Label(dimension)), new GridColumn(days.Before, Numeric: true), new GridColumn(days.Now, Numeric: true), new GridColumn(words["insights.contribution"], Numeric: true)], rows),
            [words["insights.note"]]);
    }

    /// <summary>What is not named: the change less what is, so that nothing is lost between them.</summary>
    private static double Rest(ExplainedChange change, int named) => change.Change - change.Parts.Where(p => p.Amount != 0).Take(named).Sum(p => p.Amount);

    private static GridCell Amount(double amount, MetricColumn metric, Voice voice) => new(Signed(amount, metric, voice))
    {
        Value = amount, Unit = metric.Unit, Tone = amount == 0 ? Tone.Plain : amount < 0 == metric.LowerIsBetter ? Tone.Good : Tone.Bad,
    };

    // Percentages and scores change by points.
    private static string Signed(double amount, MetricColumn metric, Voice voice) => metric.Unit is Unit.Percent or Unit.Score
        ? voice.Format.Change(new Figure(amount, NoValue.None) { Compared = 0 }, metric)
        : (amount > 0 ? "+" : "") + voice.Format.Text(amount, metric);
}
