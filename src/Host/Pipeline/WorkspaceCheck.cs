using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Alerts;
using Merit.Host.Attribution;
using Merit.Host.Commands;
using Merit.Host.Measures;
using Merit.Host.Plugins;
using Merit.Host.Reports;
using Merit.Host.Schedules;
using Merit.Host.Scoring;
using Merit.Host.Testing;
using Merit.Host.Warehouse.Mapping;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Metrics.Language;
using Merit.Metrics.Planning;
using Merit.Metrics.Schema;

namespace Merit.Host.Pipeline;

/// <summary>Finds what is wrong with a workspace beyond merit.yaml itself, without data: expressions, models, scripts, what the scripts declare, templates.</summary>
internal sealed class WorkspaceCheck(
    Workspace workspace, PluginCatalog catalog, MetricScripts scripts, Promise promised, PlannerSettings settings, string reports)
{
    private readonly Findings _findings = new();

    public IReadOnlyList<Diagnostic> Run()
    {
        Expressions();
        Try(() => ModelWeight.Plan(workspace.Attribution, catalog));
        _findings.AddRange(UnitOfCredit.Findings([.. promised.Schema.Table("touchpoints")?.Columns.Select(c => c.Name) ?? []], workspace.Attribution));
        var models = scripts.Models(workspace, promised.Schema);
        _findings.AddRange(models.Findings);
        Scripts(ModelStage.With(promised.Schema, models.Sound), models);

        _ = ScheduleBook.Of(workspace, reports, _findings);

        // One slip in a template is found once for every report it makes.
        return [.. _findings.All.Distinct().Where(d => !promised.Explains(d, workspace.Directory)), .. promised.Findings(ScriptRules.UnknownColumns)];
    }

    private void Scripts(WarehouseSchema schema, Declared models)
    {
        var planner = new Planner(schema, models.Sound, settings);
        foreach (var model in models.Sound.Models)
        {
            Try(() => planner.Plan(model), model.At);
        }

        // What is sound is looked into further, whatever is wrong with the rest.
        var declared = scripts.Metrics(workspace, schema, models.LeftOut);
        var (definitions, missing) = (declared.Sound, declared.LeftOut.And(models.LeftOut));
        _findings.AddRange([.. declared.Findings, .. definitions.Warnings]);
        var measures = new PlannedMeasures(schema, definitions, settings);
        _findings.AddRange(MetricPlans.Findings(definitions.Metrics, measures.Plan));
        Tests(definitions, measures);
        Untested(definitions, missing);
        Scorecards(definitions, missing);
        Templates(measures, missing);
        Alerts(measures, missing);
    }

    private void Alerts(PlannedMeasures measures, LeftOut missing)
    {
        foreach (var alert in workspace.Alerts.Where(a => a.When.Count > 0 && !a.When.Any(c => missing.Explains(c.Metric))))
        {
            Try(() => measures.Ask(AlertLook.Question(alert, workspace, settings.Today)), alert.At);
        }
    }

    private void Expressions()
    {
        var expressions = workspace.Sources
            .SelectMany(s => s.Columns.Select(c => (c.Expression, c.At)).Append((s.Where, s.At)))
            .Where(e => e.Item1 is not null).ToList();
        var kinds = workspace.Attribution.Conversions.Where(c => c.Where is not null).ToList();
        if (expressions.Count == 0 && kinds.Count == 0)
        {
            return;
        }

        using var session = Session.Open(":memory:", new SessionSettings { TempDirectory = Path.Combine(workspace.StateDirectory, "check") });
        var guard = new ExpressionGuard(session);
        foreach (var (expression, at) in expressions)
        {
            if (guard.Refusal(expression ?? "") is { } refusal)
            {
                _findings.Add(LoadRules.RefusedExpression, at, expression, refusal);
            }
        }

        foreach (var kind in kinds)
        {
            if (guard.Refusal(kind.Where ?? "") is { } refusal)
            {
                _findings.Add(AttributionRules.RefusedCondition, kind.At, kind.Name, kind.Where, refusal);
            }
        }
    }

    // The tests themselves are for 'merit test'; that they can be asked, and that every metric has one, is known without running them.
    private void Tests(Definitions definitions, PlannedMeasures measures)
    {
        foreach (var test in definitions.Tests.Where(t => !ScriptSet.IsBuiltIn(t.At)))
        {
            Try(() => measures.Plan(TestQuestion.Of(test, workspace.WeekStart).Request), test.At);
        }

        var rows = new PlannedMeasures(measures.Schema, definitions.With(definitions.DataTests.Select(t => t.Failing).OfType<MetricDefinition>()), settings);
        foreach (var test in definitions.DataTests)
        {
            Try<object>(() => DataTests.Question(test, settings.Today, workspace.WeekStart) is { } question ? rows.Plan(question) : test, test.At);
        }
    }

    private void Untested(Definitions definitions, LeftOut missing)
    {
        // A test that is left out is one all the same.
        if (missing.IsAnything)
        {
            return;
        }

        var tested = definitions.Tests.SelectMany(t => t.Expectations).Select(e => e.Metric).ToHashSet(StringComparer.Ordinal);
        var wrong = _findings.All.Select(f => f.At).ToHashSet();

        // What one line declares, such as a funnel's metrics, is tested together.
        var lines = definitions.Metrics.Where(m => tested.Contains(m.Id)).Select(m => m.At).ToHashSet();
        foreach (var metric in definitions.Metrics.Where(m => !ScriptSet.IsBuiltIn(m.At) && !lines.Contains(m.At) && !wrong.Contains(m.At)).DistinctBy(m => m.At))
        {
            _findings.Add(TestRules.Untested, metric.At, metric.Id);
        }
    }

    private void Scorecards(Definitions definitions, LeftOut missing)
    {
        foreach (var (type, named) in workspace.Scoring.Scorecards.Where(s => definitions.Scorecard(s.Value.Id) is null && !missing.Explains(s.Value.Id)))
        {
            _findings.Add(ScoreRun.UnknownScorecard(type, named, definitions));
        }

        var models = new ScoringModels(workspace.Scoring, catalog);
        foreach (var card in definitions.Scorecards.Where(c => workspace.Scoring.Models.All(m => m.Name != c.Scoring)))
        {
            Try(() => models.For(card));
        }

        foreach (var make in models.Set())
        {
            Try(make);
        }
    }

    private void Templates(PlannedMeasures measures, LeftOut missing)
    {
        var found = new Findings();
        var inputs = new ReportInputs { AsOf = settings.Today, DefinitionHash = "", Version = VersionCommand.Merit };
        new ReportRun(workspace, measures, inputs, settings.Today) { BuiltIn = reports }.Check(workspace.Reports, found);
        _findings.AddRange(found.All.Where(f => !missing.Explains(f.Missing)));
    }

    private T? Try<T>(Func<T> check, Place? at = null)
        where T : class
    {
        try
        {
            return check();
        }
        catch (MeritException wrong)
        {
            _findings.AddRange(wrong.Diagnostics.Select(d => d.At is null ? d with { At = at } : d));
            return null;
        }
    }
}
