using Merit.Host.Commands;
using Merit.Host.Explaining;
using Merit.Host.Measures;
using Merit.Host.Reports;
using Merit.Host.Warehouse;
using Merit.Host.Warehouse.Scores;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Warehouse.Testing;
using Merit.Host.Warehouse.Versions;
using Merit.Host.Workspaces;
using Merit.Metrics.Requests;

namespace Merit.Host.Pipeline;

/// <content>A published version, opened for questions.</content>
internal sealed partial class Stages
{
    private const int RejectsOfEachSource = 3;

    public OpenMeasures Open(Workspace workspace, CancellationToken stop) => Open(workspace, PublishedVersions.Of(workspace).OpenLatest(stop));

    public OpenMeasures? OpenBefore(Workspace workspace, CancellationToken stop)
    {
        var versions = PublishedVersions.Of(workspace);
        return versions.All() is [.., var before, _] ? Open(workspace, versions.Open(before, stop)) : null;
    }

    private OpenMeasures Open(Workspace workspace, Session session)
    {
        try
        {
            var schema = SchemaReader.Read(session);
            var rows = new SessionRows(session);
            var definitions = _scripts.Load(workspace, schema);
            return Over([]);

            OpenMeasures Over(IReadOnlyList<Filter> only)
            {
                var measures = new WarehouseMeasures(rows, schema, definitions, workspace, Today(workspace), only);
                return new OpenMeasures(measures, session)
                {
                    Basis = () => only.Count == 0 ? Basis(workspace, session, measures) : Basis(workspace, session, measures).Only(only, measures),
                    Metrics = () => Listings(measures.Definitions, MetricPlans.Possible(measures.Definitions.Metrics, measures.Plan)),
                    Explain = asked => new Explainer(workspace, measures.Definitions, measures.Plan).Explain(asked, rows),
                    Only = Over,
                };
            }
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private ReportInputs Basis(Workspace workspace, Session published, WarehouseMeasures measures)
    {
        var loads = LoadHistory.Loads(published);
        return new ReportInputs
        {
            Scores = ScoreStore.Read(published),
            Loads = loads,
            DataTests = DataTestLog.Read(published),
            Rejects = [.. loads.SelectMany(s => LoadHistory.Rejects(published, s.Source, RejectsOfEachSource))],
            DefinitionHash = DefinitionHash.Of([.. ScriptSet.Models(workspace), .. ScriptSet.Of(baseDirectory, workspace)], workspace),
            AsOf = DataDate.Of(measures.Schema, Today(workspace)),
            Version = VersionCommand.Merit,
        };
    }
}
