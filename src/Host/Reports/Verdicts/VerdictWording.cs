using Merit.Host.Measures.Formatting;
using Merit.Host.Reports.Wording;

namespace Merit.Host.Reports.Verdicts;

/// <summary>Says verdicts in a reader's language.</summary>
internal sealed class VerdictWording(Voice voice)
{
    private readonly Words _words = voice.Words;

    public string Kind(VerdictKind kind) => _words["verdict." + kind];

    /// <summary>Why, in a sentence or two.</summary>
    public string Why(Verdict verdict)
    {
        object?[] numbers = [.. verdict.Numbers.Select(n => voice.Format.Text(n.Value, n.Unit))];
        var rule = string.Equals(verdict.Why, "unknown.figure", StringComparison.Ordinal)
            ? _words.Say("why.unknown.figure", voice.Label(verdict.Evidence[0].Metric), voice.Reason(verdict.Evidence[0].Figure.Reason))
            : _words.Say("why." + verdict.Why, numbers);
        return WithParts(rule, [.. verdict.Subject.Parts.Where(p => p.Met is not null)], verdict.Evidence);
    }

    // A weighted mean hides what it is made of: whoever reads that the targets are met on the whole must learn which are not.
    private string WithParts(string rule, IReadOnlyList<Gauge> parts, IReadOnlyList<Gauge> evidence)
    {
        if (parts.Count == 0 || evidence.Count == 0)
        {
            return rule;
        }

        var missed = parts.Where(p => p.Met == false).Select(p => p.Metric).ToList();
        return missed.Count == 0
            ? _words.Say("why.index-met", rule)
            : _words.Say("why.index-missed", rule, _words.List([.. missed.Select(m => voice.Inside(voice.Label(m)))]));
    }

    /// <summary>The figures it rests on, each beside its yardstick; empty where none was looked at.</summary>
    public string Evidence(Verdict verdict) =>
        string.Join(_words["evidence.separator"], verdict.Evidence.Where(g => g.Value is not null).Select(Evidence));

    public string Stake(Stake? stake) => stake is null
        ? FigureFormat.NoValue
        : _words.Say(!stake.Earned ? "stake.spent" : stake.Figure.Value < 0 ? "stake.lost" : "stake.earned", voice.Format.Text(stake.Figure, stake.Metric));

    /// <summary>All verdicts in one sentence, with the money behind each kind.</summary>
    public string Headline(IReadOnlyList<(VerdictKind Kind, int Count, Stake? Stake)> groups, bool byCampaign)
    {
        var total = groups.Sum(g => g.Count);
        var parts = groups.Select(g =>
        {
            var part = total == 1 ? _words["headline.only." + g.Kind] : _words.Say("headline." + g.Kind, g.Count);
            return g.Stake is null ? part : _words.Say("headline.money", part, Stake(g.Stake));
        });
        return _words.Count(byCampaign ? "headline.campaigns" : "headline.channels", total, _words.List([.. parts]));
    }

    private string Evidence(Gauge gauge)
    {
        var figure = _words.Say("evidence.figure", voice.Label(gauge.Metric), voice.Format.Text(gauge.Figure, gauge.Metric));
        return gauge.Yardstick is not { } yardstick ? figure : _words.Say(
            "evidence.beside", figure, _words[gauge.Met == true ? "evidence.met" : "evidence.missed"],
            _words[gauge.Target is null ? "evidence.benchmark" : "evidence.target"], voice.Format.Text(yardstick, gauge.Metric));
    }
}
