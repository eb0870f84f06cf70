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
        return rule;
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
        var parts = groups.Select(g =>
        {
            var part = _words.Say("headline." + g.Kind, g.Count);
            return g.Stake is null ? part : _words.Say("headline.money", part, Stake(g.Stake));
        });
        var total = groups.Sum(g => g.Count);
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
