using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Verdicts;

namespace Merit.Host.Reports.Tags;

/// <summary><c>{{verdict}}</c>: what to do about each campaign, or with <c>by="channel"</c> about each channel.</summary>
internal sealed class VerdictTag : IBlockTag
{
    private static readonly Dictionary<string, bool> ByCampaign = new(StringComparer.Ordinal) { ["campaign"] = true, ["channel"] = false };

    public string Name => "verdict";

    public string Example => "{{verdict by=\"campaign\"}}";

    public string Subject => "";

    public bool SubjectOptional => true;

    public IReadOnlyList<Parameter> Parameters { get; } = [new("by", ParameterKind.Text)];

    public IReadOnlyList<Block> Build(TagArguments arguments, ReportScope scope)
    {
        var byCampaign = arguments.OneOf("by", ByCampaign) ?? true;
        var questions = new VerdictQuestions(scope);
        var rules = new VerdictRules(scope.Inputs.AsOf, questions.Cycle());
        var wording = new VerdictWording(scope.Voice);
        List<Verdict> verdicts =
        [
            .. (byCampaign ? questions.Campaigns() : questions.Channels()).Select(rules.Judge)
                .OrderBy(v => v.Kind)
                .ThenByDescending(v => Math.Abs(v.Stake?.Figure.Value ?? 0))
                .ThenBy(v => v.Subject.Id, StringComparer.Ordinal),
        ];
        if (verdicts.Count == 0)
        {
            return [new NoteBlock(scope.Voice.Words[byCampaign ? "empty.verdict" : "empty.verdict-channels"])];
        }

        if (verdicts.TrueForAll(v => v.Kind == VerdictKind.Unknown))
        {
            return [new NoteBlock(scope.Voice.Words.Say("empty.verdict-unknown", wording.Why(verdicts[0])))];
        }

        var groups = verdicts.GroupBy(v => v.Kind).Select(g => (g.Key, g.Count(), Stake(questions, g, byCampaign))).ToList();
        return
        [
            new VerdictBlock(
                wording.Headline(groups, byCampaign), byCampaign, verdicts,
                [scope.Voice.Words[byCampaign ? "verdict.note-campaigns" : "verdict.note-channels"]]),
        ];
    }

    /// <summary>The money behind all verdicts of a kind, asked for as one figure.</summary>
    private static Stake? Stake(VerdictQuestions questions, IGrouping<VerdictKind, Verdict> verdicts, bool byCampaign)
    {
        if (questions.Together(verdicts.Select(v => v.Subject.Id), byCampaign) is not { } together)
        {
            return null;
        }

        var stake = verdicts.Any(v => v.Stake is { Earned: true }) ? together.Profit : together.Cost;
        return stake.Figure.Value is null or 0 ? null : stake;
    }
}
