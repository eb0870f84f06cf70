using Merit.Host.Explaining;
using Merit.Host.Measures;
using Merit.Host.Warehouse;
using Merit.Host.Warehouse.Versions;
using Merit.Host.Workspaces;
using Merit.Metrics.Language;
using Merit.Metrics.Planning;
using Merit.Metrics.Requests;

namespace Merit.Host.Pipeline;

/// <content>What metrics there are, what they mean, and what they meant.</content>
internal sealed partial class Stages
{
    public Explanation Explain(Workspace workspace, ExplainRequest asked, CancellationToken stop)
    {
        var versions = PublishedVersions.Of(workspace);
        if (versions.Latest is null)
        {
            var promised = WithModels(workspace, Promised(workspace));
            var definitions = Declared(workspace, promised, builtInTests: true);
            return new Explainer(workspace, definitions, new PlannedMeasures(promised.Schema, definitions, Settings(workspace)).Plan).Explain(asked);
        }

        using var session = versions.OpenLatest(stop);
        var published = SchemaReader.Read(session);
        var rows = new SessionRows(session);
        var measures = new WarehouseMeasures(rows, published, _scripts.Load(workspace, published, builtInTests: true), workspace, Today(workspace));
        return new Explainer(workspace, measures.Definitions, measures.Plan).Explain(asked, rows);
    }

    public IReadOnlyList<MetricChange> Changes(Workspace workspace, Revisions revisions, Period period, CancellationToken stop)
    {
        using var session = PublishedVersions.Of(workspace).OpenLatest(stop);
        var schema = SchemaReader.Read(session);
        Definitions Past(string revision) => _scripts.LoadPast(workspace, schema, PastScripts.Of(baseDirectory, workspace, revision, clock));
        var (before, now) = (Past(revisions.Earlier), revisions.Later is { } later ? Past(later) : _scripts.Load(workspace, schema));
        WarehouseMeasures Measures(Definitions definitions) => new(new SessionRows(session), schema, definitions, workspace, Today(workspace));
        return new MetricChanges(Measures(before), before, Measures(now), now).Between(period);
    }

    public IReadOnlyList<MetricListing> Metrics(Workspace workspace, bool withTests)
    {
        var promised = WithModels(workspace, Promised(workspace));
        var definitions = Declared(workspace, promised, withTests);
        var measures = new PlannedMeasures(promised.Schema, definitions, Settings(workspace));
        return Listings(definitions, definitions.Metrics.Zip(MetricPlans.Of(definitions.Metrics, measures.Plan)));
    }

    private static IReadOnlyList<MetricListing> Listings(Definitions definitions, IEnumerable<(MetricDefinition Metric, Plan Plan)> planned)
    {
        var tests = definitions.Tests.SelectMany(t => t.Expectations.Select(e => (e.Metric, t.Name))).Distinct().ToLookup(t => t.Metric, t => t.Name, StringComparer.Ordinal);
        return [.. planned.Select(p => Listing(p.Metric, p.Plan, tests[p.Metric.Id]))];
    }

    private static MetricListing Listing(MetricDefinition metric, Plan plan, IEnumerable<string> tests)
    {
        var explanation = plan.Explanations[0];
        return new MetricListing(plan.Read([]).Metrics[0], explanation.Formula, explanation.Facts.Any(f => f.Table is "credits"))
        {
            DeclaredAt = metric.At.ToString(),
            Facts = [.. explanation.Facts.Select(f => f.Table).Distinct(StringComparer.Ordinal)],
            Dimensions = plan.Dimensions,
            Requires = metric.Requires,
            Owner = metric.Owner,
            Tags = metric.Tags,
            DatedBy = [.. explanation.Facts.Select(f => f.DatedBy).Where(d => d.Length > 0).Distinct(StringComparer.Ordinal)],
            Parameters = explanation.Parameters,
            Tests = [.. tests],
        };
    }
}
