using Merit.Host.Reports.Wording;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Models;

/// <summary>Says in a sentence which groups depend on the choice of model.</summary>
/// <remarks>
/// A group is sensitive where its place by attributed revenue (by attributed conversions, where nothing has a value) is not the same by all models, or where its
/// attributed ROI is below zero by some and not by others. Models that give a conversion to all that took part are left out: they share out nothing.
/// </remarks>
internal sealed class ModelSensitivity
{
    private const int MostNamed = 5;

    private readonly ModelComparison _models;
    private readonly IReadOnlyList<string> _dividing;
    private readonly Voice _voice;
    private readonly string _rank;

    public ModelSensitivity(ModelComparison models, Func<string, bool> takesPart, Voice voice)
    {
        (_models, _voice) = (models, voice);
        _dividing = [.. models.Models.Where(m => !takesPart(m))];
        _rank = models.Groups.Any(g => _dividing.Any(m => models.Of(g, m, ModelComparison.Revenue).Value is not (null or 0))) ? ModelComparison.RevenueRank : ModelComparison.ConversionsRank;
    }

    /// <summary>The sentences; empty where there is only one model to go by, or nobody to rank.</summary>
    public string Text()
    {
        var words = _voice.Words;
        var groups = _models.Groups.Where(ModelComparison.IsNamed)
            .Select(g => new Group(_voice.Group(g, _models.Dimension), Range(g, _rank), Range(g, ModelComparison.Roi)))
            .Where(g => g.Place is not null).ToList();
        if (_dividing.Count < 2 || groups.Count < 2)
        {
            return "";
        }

        var sensitive = groups.Where(g => g.Turns || g.Moves > 0).OrderByDescending(g => g.Turns).ThenByDescending(g => g.Moves).ToList();
        var firm = groups.Except(sensitive).Select(g => g.Name).ToList();
        if (sensitive.Count == 0)
        {
            return words.Say("sensitivity.none", _dividing.Count);
        }

        var named = sensitive.Take(MostNamed).Select(g => words.Say("sensitivity.group", g.Name, string.Join(words["list.separator"], Parts(g)))).ToList();
        if (sensitive.Count > named.Count)
        {
            named.Add(words.Count("sensitivity.more", sensitive.Count - named.Count));
        }

        var steady = firm.Count == 0 ? "" : words.Say("sensitivity.firm", words.List(firm));
        return words.Say("sensitivity.some", _dividing.Count, words.List(named), steady).TrimEnd();
    }

    private IEnumerable<string> Parts(Group group)
    {
        if (group is { Turns: true, Roi: var (low, high) })
        {
            yield return _voice.Words.Say("sensitivity.roi", Written(low, ModelComparison.Roi), Written(high, ModelComparison.Roi));
        }

        if (group is { Moves: > 0, Place: var (first, last) })
        {
            yield return _voice.Words.Say("sensitivity.place", Written(first, _rank), Written(last, _rank));
        }
    }

    private string Written(Figure figure, string metric) => _voice.Format.Text(figure, _models.Column(metric));

    // The least and the most of what the models say.
    private (Figure Low, Figure High)? Range(object? group, string metric)
    {
        var figures = _dividing.Select(m => _models.Of(group, m, metric)).Where(f => f.Value is not null).OrderBy(f => f.Value).ToList();
        return figures.Count == 0 ? null : (figures[0], figures[^1]);
    }

    private sealed record Group(string Name, (Figure Low, Figure High)? Place, (Figure Low, Figure High)? Roi)
    {
        public double Moves => Place is var (low, high) ? (high.Value ?? 0) - (low.Value ?? 0) : 0;

        public bool Turns => Roi is var (low, high) && low.Value < 0 && high.Value >= 0;
    }
}
