using System.CommandLine;
using System.Globalization;
using Merit.Host.Attribution.Explained;

namespace Merit.Host.Commands;

/// <summary><c>merit explain journey</c></summary>
internal sealed class ExplainJourneyCommand : Verb
{
    private readonly Argument<string> _conversion = new("CONVERSION") { Description = "The conversion's id: deal: or order: and the id it has in your data, or the kind's name and the row's id." };

    private readonly ListOptions _list = new();

    public ExplainJourneyCommand(Surroundings around)
        : base("journey", "Shows one conversion touch by touch: what each attribution model gave, and the weights it comes from.", around)
    {
        Arguments.Add(_conversion);
        _list.AddTo(this);
    }

    protected override Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var (workspace, catalog) = Around.Open(Project(parsed));
        var journey = Around.Stages.ExplainJourney(workspace, catalog, parsed.GetRequiredValue(_conversion), stop);
        _list.Write(parsed, Around, Listing(journey));
        Output.Note(string.Create(CultureInfo.InvariantCulture,
            $"{journey.Conversion}: {journey.Kind} of {journey.Contact ?? "nobody known"}, {Moment(journey.ConvertedAt)} UTC, value {Figure(journey.Value is { } value ? (double)value : null)}"));
        foreach (var finding in journey.Findings)
        {
            Output.Finding(finding);
        }

        return Task.FromResult(Done());
    }

    private static Listing Listing(ExplainedJourney journey)
    {
        double? Worth(ExplainedCredit credit) => journey.Value is { } value ? credit.Share * (double)value : null;
        return new Listing(
            ["model", "position", "touch_id", "occurred_at", "days_before", "channel", "campaign", "weight", "weight_sum", "conversions", "value"],
            [.. journey.Credits.Select(c => (IReadOnlyList<object?>)[c.Model, c.Touch?.Position, c.Touch?.Id, c.Touch?.OccurredAt, c.Touch?.AgeDays, Channel(c), c.Touch?.Campaign, c.Why?.Weight, c.Why?.Sum, c.Share, Worth(c)])])
        {
            Labels = ["model", "#", "touch", "occurred at (UTC)", "days before", "channel", "campaign", "weight", "of", "conversions", "value"],
            Texts = [.. journey.Credits.Select(c => (IReadOnlyList<string>)
            [
                c.Model, c.Touch?.Position.ToString(CultureInfo.InvariantCulture) ?? "", c.Touch?.Id ?? "", Moment(c.Touch?.OccurredAt), Figure(c.Touch?.AgeDays), Channel(c) ?? "(none)", c.Touch?.Campaign ?? "",
                Weight(c.Why?.Weight), Weight(c.Why?.Sum), c.Share.ToString("0.####", CultureInfo.InvariantCulture), Figure(Worth(c)),
            ])],
            Figures = new HashSet<int> { 1, 4, 7, 8, 9, 10 },
        };
    }

    private static string? Channel(ExplainedCredit credit) => credit.Touch is { } touch ? touch.Channel : Attribution.Totals.AttributedTotals.Unattributed;

    private static string Moment(DateTime? at) => at?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "at no known time";

    private static string Weight(double? weight) => weight?.ToString("0.#####", CultureInfo.InvariantCulture) ?? "";

    private static string Figure(double? figure) => figure?.ToString("#,##0.##", CultureInfo.InvariantCulture) ?? "–";
}
