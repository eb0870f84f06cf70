using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Measures;
using Merit.Host.Measures.Formatting;
using Merit.Host.Plugins;
using Merit.Host.Workspaces;
using Merit.Metrics.Language;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;
using Merit.Plugins.Scoring;

namespace Merit.Host.Scoring;

/// <summary>Scores every campaign by the scorecard of its type, on everything up to today.</summary>
/// <param name="measures">Answers questions over definitions that hold the components too.</param>
/// <param name="definitions">What the scripts declare.</param>
/// <param name="workspace">Chooses scorecards.</param>
/// <param name="catalog">The scoring models.</param>
/// <param name="today">Today in the workspace's zone.</param>
internal sealed class ScoreRun(Func<Definitions, IMeasures> measures, Definitions definitions, Workspace workspace, PluginCatalog catalog, DateOnly today)
{
    private readonly ScoringModels models = new(workspace.Scoring, catalog);

    private readonly Period toDate = new(null, today.AddDays(1), "to-date", PeriodKind.All);

    /// <summary>The scores, by type and then campaign, and what a user should know; throws <see cref="MeritException"/> where a scorecard or model is at fault.</summary>
    public ScoreOutcome Run()
    {
        var asked = measures(definitions.With([Campaigns.Metric, .. definitions.Scorecards.SelectMany(Metrics)]));
        var scores = new List<CampaignScore>();
        var findings = new List<Diagnostic>();
        foreach (var type in Campaigns.All(asked).GroupBy(c => c.Type, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (CardOf(type.Key) is { } card)
            {
                scores.AddRange(Score(asked, card, type.Key, [.. type.OrderBy(c => c.Id, StringComparer.Ordinal)]));
            }
            else
            {
                findings.Add(ScoringRules.NoScorecard.Here(type.Key));
            }
        }

        return new ScoreOutcome(scores, findings);
    }

    /// <summary>Says that merit.yaml names a scorecard no script declares.</summary>
    public static Diagnostic UnknownScorecard(string type, ScorecardChoice named, Definitions definitions) => ScoringRules.UnknownScorecard.At(
        named.At, type, named.Id, $"Name one that a script declares: {Suggestion.For(named.Id, definitions.Scorecards.Select(s => s.Id))}");

    private static IEnumerable<MetricDefinition> Metrics(ScorecardDefinition card) =>
        card.SampleMetric() is { } sample ? [.. card.ComponentMetrics(), sample] : card.ComponentMetrics();

    private ScorecardDefinition? CardOf(string type)
    {
        if (!workspace.Scoring.Scorecards.TryGetValue(type, out var named))
        {
            return definitions.Scorecard(type);
        }

        return definitions.Scorecard(named.Id) ?? throw new MeritException(UnknownScorecard(type, named, definitions));
    }

    private IEnumerable<CampaignScore> Score(IMeasures asked, ScorecardDefinition card, string type, IReadOnlyList<Campaign> campaigns)
    {
        var scoring = new CardScoring(card, models.For(card));
        var (figures, nothing) = Ask(asked, card, type);
        Subject[] subjects = [.. campaigns.Select(c => new Subject(c.Id, [.. card.Components.Select((_, i) => figures.GetValueOrDefault(c.Id)?[i].Value)]))];
        Figure[] samples = [.. campaigns.Select(c => figures.GetValueOrDefault(c.Id)?[^1] ?? nothing)];

        // Too small a sample is no peer either: it would take part in an index that normalises over its peers.
        var judged = Enumerable.Range(0, subjects.Length).Where(i => card.Sample is null || samples[i].Value >= card.MinimumSample).ToList();
        Subject[] peers = [.. judged.Select(i => subjects[i])];
        var scores = scoring.Score(peers);
        var ranks = scoring.Ranks(peers, scores);
        ScoreComponent[] components = [.. card.Components.Select(c => new ScoreComponent(c.Id, c.Label, c.LabelZh, c.Weight) { TargetOf = c.TargetOf })];
        return campaigns.Select((campaign, i) =>
        {
            var at = judged.IndexOf(i);
            return new CampaignScore(campaign.Id, campaign.Name, type, card.Id, card.Version, at < 0 ? TooFew(card, subjects[i], samples[i]) : scores[at], components)
            {
                Rank = at < 0 ? null : ranks[at],
            };
        });
    }

    // The figures by campaign, and the sample of a campaign without any row: none where it can be counted at all, else unknown.
    private (IReadOnlyDictionary<string, IReadOnlyList<Figure>> Figures, Figure Nothing) Ask(IMeasures asked, ScorecardDefinition card, string type)
    {
        var answer = asked.Ask(new Request
        {
            Metrics = [.. Metrics(card).Select(m => m.Id)],
            By = ["campaign"],
            Period = toDate,
            Where = [new Filter("type", FilterOperator.Equal, [type])],
            Total = true,
        });
        var figures = answer.Rows.Where(r => r.Dimensions[0] is string).ToDictionary(r => (string?)r.Dimensions[0] ?? "", r => r.Figures, StringComparer.Ordinal);
        return (figures, answer.Total is { Figures: [.., { Value: null } unknown] } ? unknown : new Figure(0, NoValue.None));
    }

    private Score TooFew(ScorecardDefinition card, Subject subject, Figure sample)
    {
        var (format, formatZh) = (new FigureFormat("en", workspace.Currency), new FigureFormat("zh-CN", workspace.Currency));
        var needs = format.Text(card.MinimumSample, Unit.Number);
        var note = sample.Value is { } has
            ? new Note(
                $"Too few to judge: {format.Text(has, Unit.Number)}, where the scorecard asks for at least {needs}.",
                $"样本太小，不予评分：{format.Text(has, Unit.Number)}，至少需要 {needs}。")
            : new Note(
                $"No score, because the size of the sample is not known: {format.Reason(sample.Reason)}",
                $"样本大小未知，不予评分：{formatZh.Reason(sample.Reason)}");
        return new Score(subject.Id, null, [.. card.Components.Select((c, i) => new Contribution(c.Id, subject.Values[i], null, 0, null))], [note]);
    }
}

/// <summary>What a run of scoring gave.</summary>
/// <param name="Scores">One per campaign whose type has a scorecard, also where there is no score.</param>
/// <param name="Findings">Warnings.</param>
internal sealed record ScoreOutcome(IReadOnlyList<CampaignScore> Scores, IReadOnlyList<Diagnostic> Findings);
