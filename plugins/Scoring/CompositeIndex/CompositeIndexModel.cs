using Merit.Plugins.Scoring;

namespace Merit.Scoring.CompositeIndex;

/// <summary>An index of several components: the weighted arithmetic mean of their points, with the weighted geometric mean beside it.</summary>
/// <remarks>
/// The two means are the additive and the geometric aggregation of the Handbook on Constructing Composite Indicators (OECD and JRC, 2008,
/// doi 10.1787/9789264043466-en): in the arithmetic mean a strong component makes up for a weak one in full, in the geometric mean, Π points^weight, only in part, so that the
/// distance between the two says how uneven a campaign is. The geometric mean needs points above 0; where a component has 0 points it is 0, which is its limit.
/// Missing components are left out of both, and the others' weights grow in proportion.
/// </remarks>
internal sealed class CompositeIndexModel(CompositeIndexOptions options) : IScoringModel
{
    public const string GeometricMean = "geometric_mean";

    public IReadOnlyList<Score> Score(Scorecard card, IReadOnlyList<Subject> peers)
    {
        var points = card.Components
            .Select((component, i) => Normaliser.Points(options.Normalisation, component.Curve, [.. peers.Select(p => p.Values[i])]))
            .ToList();
        return [.. peers.Select((subject, peer) => Score(card, subject, [.. points.Select(component => component[peer])]))];
    }

    private Score Score(Scorecard card, Subject subject, IReadOnlyList<double?> points)
    {
        var total = card.Components.Where((_, i) => points[i] is not null).Sum(c => c.Weight);
        var contributions = card.Components.Select((component, i) =>
        {
            var weight = points[i] is null ? 0 : component.Weight / total;
            return new Contribution(component.Id, subject.Values[i], points[i], weight, points[i] * weight);
        }).ToList();
        if (total <= 0)
        {
            return new Score(subject.Id, null, contributions, [new Note("No component has a value that can be compared, so there is no index.", "没有任何一项有可比较的数值，因此没有指数。")]);
        }

        var arithmetic = card.Components.Select((c, i) => c.Weight * (points[i] ?? 0)).Sum() / total;
        return new Score(subject.Id, arithmetic, contributions, Notes(contributions))
        {
            Beside = new Dictionary<string, double>(StringComparer.Ordinal) { [GeometricMean] = Geometric(contributions) },
        };
    }

    private static double Geometric(IReadOnlyList<Contribution> contributions)
    {
        var present = contributions.Where(c => c.Weight > 0).ToList();
        return present.Exists(c => c.Points <= 0) ? 0 : Math.Exp(present.Sum(c => c.Weight * Math.Log(c.Points ?? 0)));
    }

    private IReadOnlyList<Note> Notes(IReadOnlyList<Contribution> contributions)
    {
        var notes = new List<Note>();
        if (options.Normalisation != Normalisation.Curve)
        {
            notes.Add(new Note(
                "Points compare the campaigns with one another: they change when a campaign joins or leaves.",
                "得分由各活动相互比较得出：活动增减时得分会变化。"));
        }

        var missing = contributions.Where(c => c.Points is null).Select(c => $"{{{c.Component}}}").ToList();
        if (missing.Count > 0)
        {
            notes.Add(new Note(
                $"Without a value: {string.Join(", ", missing)}; the other components count in proportion to their weights.",
                $"无数值：{string.Join('、', missing)}；其余各项按权重比例计算。"));
        }

        return notes;
    }
}
