using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Access;
using Merit.Host.Commands;
using Merit.Host.Explaining;
using Merit.Host.Pipeline;
using Merit.Host.Plugins;
using Merit.Host.Schedules;
using Merit.Host.Workers.Protocol;
using Merit.Host.Workspaces;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Workers;

/// <summary>Where a worker's questions are answered, by the same stages as the verbs'.</summary>
internal sealed class QuestionDesk : IDisposable
{
    private readonly Surroundings _around;
    private readonly Workspace? _workspace;
    private readonly OpenMeasures? _open;
    private readonly PageDesk? _pages;
    private readonly JourneyDesk? _journeys;
    private readonly Lazy<IReadOnlyList<MetricListing>> _metrics;

    private QuestionDesk(Surroundings around, string directory, string stamp, Workspace? workspace, PluginCatalog? catalog, OpenMeasures? open, IReadOnlyList<Diagnostic> findings)
    {
        // Kept for those who may see all rows; whoever sees some of them only is answered anew.
        open = open is null ? null : open with { Measures = new KeptMeasures(open.Measures) };
        (_around, Directory, _workspace, _open) = (around, directory, workspace, open);
        _metrics = new(() => [.. (open?.Metrics() ?? []).OrderBy(m => m.Column.Id, StringComparer.Ordinal)]);
        if (workspace is not null && open is not null)
        {
            _pages = Desk(workspace, open, around);
            _journeys = catalog is null ? null : new JourneyDesk(workspace, catalog, around.Stages);
        }

        var told = Reply.Of(findings);
        Opened = new Opened { Stamp = stamp, Until = workspace is null ? null : Midnight(workspace, around.Clock), Workspace = workspace is null ? null : Card(workspace, Path.Combine(around.BaseDirectory, "reports")), Findings = told.Findings, Spent = told.Spent };
    }

    /// <summary>The workspace's folder.</summary>
    public string Directory { get; }

    /// <summary>What could be opened.</summary>
    public Opened Opened { get; }

    /// <summary>Opens as much as can be.</summary>
    public static QuestionDesk Open(Surroundings around, string directory, bool withoutScripts, CancellationToken stop)
    {
        // Before anything is read: what changes meanwhile is seen as a change.
        var stamp = WorkspaceStamp.Of(directory);
        (Workspace? workspace, PluginCatalog? catalog) = (null, null);
        try
        {
            (workspace, catalog) = around.Open(directory);
            return new QuestionDesk(around, directory, stamp, workspace, catalog, withoutScripts ? null : around.Stages.Open(workspace, stop), []);
        }
        catch (MeritException wrong)
        {
            return new QuestionDesk(around, directory, stamp, workspace, catalog, null, around.All(wrong, directory));
        }
    }

    /// <summary>The answer; throws <see cref="MeritException"/> where there is none.</summary>
    public object Answer(Question question)
    {
        Opened.ThrowIfClosed();
        var asker = question.For ?? throw new InvalidOperationException("A question of nobody.");
        if (_workspace is not { } workspace || _open is not { } whole || _pages is not { } all)
        {
            throw new InvalidOperationException("Nothing is open.");
        }

        var rules = RowRule.For(asker, workspace.Access);
        // What is not asked through the planner knows nothing of rules on rows.
        if (rules.Count > 0 && question is not (FiguresQuestion or PageQuestion or ExplainQuestion or CatalogueQuestion or RunsQuestion))
        {
            throw new MeritException(AccessRules.OnlyWhole.Here());
        }

        // Made anew for every question, so that nothing of one visitor's rows is kept for another.
        var open = rules.Count == 0 ? whole : whole.Only(rules);
        var pages = rules.Count == 0 ? all : Desk(workspace, open, _around);
        return question switch
        {
            FiguresQuestion figures => Figures(figures, workspace, open),
            PageQuestion page => pages.Show(page),
            ExplainQuestion explain => Explain(explain, workspace, open),

            // What there is to ask for is the same for all.
            CatalogueQuestion => new Catalogue(_metrics.Value, all.Names),
            CardQuestion => Card(workspace, Path.Combine(_around.BaseDirectory, "reports")),
            RunsQuestion => new Runs(pages.Inputs.Loads, pages.Inputs.DataTests, pages.Inputs.AsOf, pages.Inputs.DefinitionHash),
            RestatedQuestion => new RestatementDesk(workspace, _around.Stages).Of(whole),
            PersonQuestion person => Journeys.Of(person),
            JourneyQuestion journey => Journeys.Of(journey),
            CreditQuestion credit => Journeys.Of(credit),
            _ => throw new InvalidOperationException(question.GetType().Name),
        };
    }

    private static PageDesk Desk(Workspace workspace, OpenMeasures open, Surroundings around) => new(workspace, open, Path.Combine(around.BaseDirectory, "reports"), Today(workspace, around.Clock));

    private JourneyDesk Journeys => _journeys ?? throw new InvalidOperationException("Nothing is open.");

    public void Dispose() => _open?.Dispose();

    private Answer Figures(FiguresQuestion asked, Workspace workspace, OpenMeasures open)
    {
        var request = Request(asked, workspace);
        QuestionOptions.CheckModel(request, workspace, () => _metrics.Value);
        return open.Measures.Ask(request);
    }

    private Explained Explain(ExplainQuestion asked, Workspace workspace, OpenMeasures open)
    {
        var explanation = open.Explain(new ExplainRequest(Request(asked.Figures, workspace), asked.Rows, EnginePlan: false));
        return new Explained(ExplanationJson.Of(explanation), ExplanationText.Of(explanation, workspace with { Locale = asked.Locale }));
    }

    private Request Request(FiguresQuestion asked, Workspace workspace) => new()
    {
        Metrics = asked.Metrics,
        By = asked.By,
        Period = asked.Period is { } period ? _around.Stages.Period(period, workspace) : Period.All,
        Where = [.. asked.Where.Select(FilterParser.Parse)],
        Compare = asked.Compare,
        Total = asked.Total,
        Sort = asked.Sort,
        Limit = asked.Limit,
        Model = asked.Model,
    };

    // What is asked of last month is asked of another one then.
    private static DateTimeOffset Midnight(Workspace workspace, TimeProvider clock)
    {
        var next = Today(workspace, clock).AddDays(1).ToDateTime(TimeOnly.MinValue);

        // Where clocks go forward at midnight, the day begins by what they showed before.
        return new DateTimeOffset(next, workspace.Zone.GetUtcOffset(workspace.Zone.IsInvalidTime(next) ? next.AddHours(-1) : next));
    }

    private static DateOnly Today(Workspace workspace, TimeProvider clock) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), workspace.Zone).DateTime);

    private static WorkspaceCard Card(Workspace workspace, string builtIn) => new()
    {
        Name = workspace.Name,
        Currency = workspace.Currency,
        Locale = workspace.Locale,
        OutDirectory = workspace.OutDirectory,
        StateDirectory = workspace.StateDirectory,
        Recipients = [.. workspace.Recipients.Select(r => r.Name)],
        Schedules = [.. ScheduleBook.Of(workspace, builtIn, new Findings()).All.Select(s => new ScheduleCard(s.Name, s.Timing.Cron, s.Zone(workspace.Zone).Id, s.Reports, s.Recipients))],
        Alerts = workspace.Alerts,
        Zone = workspace.Zone.Id,
        Access = workspace.Access,
        Models = [.. workspace.Attribution.Names.OrderBy(name => name != workspace.Attribution.Default)],
    };
}
