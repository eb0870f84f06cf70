using Merit.Host.Reports.Blocks;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Tags;

/// <summary><c>{{dataquality}}</c>: what the numbers cannot see: leads without campaign, campaigns without cost, rows that were not loaded.</summary>
internal sealed class DataQualityTag : IBlockTag
{
    private static readonly string[] Metrics = ["leads_without_campaign_share", "campaigns_without_cost", "campaigns_without_cost_share", "leads_won_before_created"];

    public string Name => "dataquality";

    public string Example => "{{dataquality}}";

    public string Subject => "";

    public bool SubjectOptional => true;

    public IReadOnlyList<Parameter> Parameters { get; } = [];

    public IReadOnlyList<Block> Build(TagArguments arguments, ReportScope scope)
    {
        var voice = scope.Voice;
        var answer = scope.Ask(scope.Question(arguments, Metrics, []) with { Where = [], Period = Period.All });
        var rows = CheckRows.Of(answer, voice).ToList();
        if (scope.Inputs.Rules.Count > 0)
        {
            // Rows that were not loaded are nobody's.
            return [CheckRows.Table(voice.Words["title.quality"], rows, voice.Words)];
        }

        var (read, rejected) = (scope.Inputs.Loads.Sum(l => l.Read), scope.Inputs.Loads.Sum(l => l.Rejected));
        rows.Add(CheckRows.Row(
            voice.Words["quality.rejected"], voice.Figure(rejected, Unit.Number),
            voice.Words.Say("quality.rejected-of", voice.Format.Text(read, Unit.Number)), rejected > 0));
        return [CheckRows.Table(voice.Words["title.quality"], rows, voice.Words)];
    }
}
