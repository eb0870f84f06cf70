using Merit.Host.Reports.Blocks;
using Merit.Metrics.Requests;

namespace Merit.Host.Reports.Tags;

/// <summary><c>{{scorecard}}</c>: each campaign's score and what it is made of; types never stand in one ranking.</summary>
internal sealed class ScorecardTag : IBlockTag
{
    public string Name => "scorecard";

    public string Example => "{{scorecard}}";

    public string Subject => "";

    public bool SubjectOptional => true;

    public IReadOnlyList<Parameter> Parameters { get; } = [new("type", ParameterKind.Text), new("where", ParameterKind.Text)];

    public IReadOnlyList<Block> Build(TagArguments arguments, ReportScope scope)
    {
        var type = arguments.Text("type") ?? scope.Type;
        var scores = scope.Inputs.Scores.Where(s => type is null || string.Equals(s.Type, type, StringComparison.Ordinal));
        if (Chosen(arguments, scope) is { } chosen)
        {
            scores = scores.Where(s => chosen.Contains(s.CampaignId));
        }

        List<Block> blocks =
        [
            .. scores.GroupBy(s => (s.Type, s.Scorecard, s.Version)).OrderBy(g => g.Key.Type, StringComparer.Ordinal).Select(card => new ScorecardBlock(
                card.Key.Type, card.Key.Scorecard, card.Key.Version,
                [.. card.OrderByDescending(s => s.Score.Value ?? -1).ThenBy(s => s.CampaignId, StringComparer.Ordinal)])),
        ];
        return blocks.Count > 0 ? blocks : [new NoteBlock(scope.Voice.Words["empty.scores"])];
    }

    /// <summary>The campaigns that filters leave, or null for all.</summary>
    private static HashSet<string>? Chosen(TagArguments arguments, ReportScope scope)
    {
        IReadOnlyList<Filter> filters = [.. scope.Where, .. arguments.Text("where") is { } where ? Questions.Filters(where, arguments.At) : []];
        return filters.Count == 0
            ? null
            : [.. scope.Ask(new Request { Metrics = ["campaigns"], By = ["campaign"], Where = filters }).Rows.Select(r => r.Dimensions[0]).OfType<string>()];
    }
}
