using System.CommandLine;
using Merit.Host.Explaining;
using Merit.Host.Measures.Formatting;
using Merit.Metrics.Requests;

namespace Merit.Host.Commands;

/// <summary><c>merit metrics diff</c></summary>
internal sealed class MetricsDiffCommand : Verb
{
    private static readonly string[] Ids = ["id", "change", "formula_before", "formula_now", "before", "now", "difference"];

    private readonly Argument<string> _revision = new("REV") { Description = "A revision of the workspace's git repository, such as HEAD, main~3 or a tag, compared with the scripts as they are; or two, as in v1..v2." };

    private readonly Option<string> _period = new("--period") { Description = "The days whose figures to compare; all unless given.", HelpName = "PERIOD" };

    private readonly ListOptions _list = new();

    public MetricsDiffCommand(Surroundings around)
        : base("diff", "Says which metrics changed since a revision, and what that does to their figures.", around)
    {
        Arguments.Add(_revision);
        Options.Add(_period);
        _list.AddTo(this);
    }

    protected override Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var (workspace, _) = Around.Open(Project(parsed));
        var period = parsed.GetValue(_period) is { } text ? Around.Stages.Period(text, workspace) : Period.All;
        var revisions = Revisions.Of(parsed.GetRequiredValue(_revision));
        var changes = Around.Stages.Changes(workspace, revisions, period, stop);
        var format = new FigureFormat(workspace.Locale, workspace.Currency);
        _list.Write(parsed, Around, new Listing(Ids, [.. changes.Select(c => (IReadOnlyList<object?>)[c.Column.Id, Change(c), c.FormulaBefore, c.FormulaNow, c.Before?.Value, c.Now?.Value, c.Difference])])
        {
            Texts = [.. changes.Select(c => (IReadOnlyList<string>)
            [
                c.Column.Id, Change(c), c.FormulaBefore, c.FormulaNow,
                format.Text(c.Before?.Value, c.Column), format.Text(c.Now?.Value, c.Column), format.Text(c.Difference, c.Column),
            ])],
            Figures = new HashSet<int> { 4, 5, 6 },
            Prose = true,
        });
        Output.Note(changes.Count == 0
            ? $"No metric changed {revisions}."
            : $"Figures are those of the published warehouse, period {period.Name}, by the scripts of either day.");
        return Task.FromResult(Done());
    }

    private static string Change(MetricChange change) => change.Kind switch
    {
        ChangeKind.Affected => $"through {string.Join(", ", change.Through)}",
        _ => $"{change.Kind}".ToLowerInvariant(),
    };
}
