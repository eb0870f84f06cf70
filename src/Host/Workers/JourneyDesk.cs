using Merit.Host.Attribution.Totals;
using Merit.Host.Pipeline;
using Merit.Host.Plugins;
using Merit.Host.Warehouse.Identity;
using Merit.Host.Workers.Protocol;
using Merit.Host.Workspaces;

namespace Merit.Host.Workers;

/// <summary>Answers questions about people, their journeys, and what earns the credit, by the stages of <c>merit explain</c> and <c>merit attribute</c>.</summary>
internal sealed class JourneyDesk(Workspace workspace, PluginCatalog catalog, IStages stages)
{
    public Person Of(PersonQuestion asked) => stages.ExplainContact(workspace, new PersonName(asked.Id, asked.Email), CancellationToken.None);

    public ToldJourney Of(JourneyQuestion asked)
    {
        var journey = stages.ExplainJourney(workspace, catalog, asked.Conversion, CancellationToken.None);
        return new ToldJourney(journey, [.. journey.Findings.Select(Finding.Of)]);
    }

    public MovedCredit Of(CreditQuestion asked)
    {
        var usual = workspace.Attribution;
        var other = usual with { Asked = [asked.Model ?? usual.Default] };
        if (asked.LookbackDays is { } days)
        {
            var lookback = TimeSpan.FromDays(days);
            other = other with { Models = [.. other.Models.Select(m => m with { Journeys = m.Journeys with { Lookback = lookback, LookbackOf = null } })] };
        }

        return new MovedCredit(Totals(usual with { Asked = [usual.Default] }, asked.Unit), Totals(other, asked.Unit));
    }

    private IReadOnlyList<AttributedTotal> Totals(AttributionSettings settings, string unit) =>
        stages.Attribute(workspace with { Attribution = settings }, catalog, unit, null, intervals: false, CancellationToken.None).Rows;
}
