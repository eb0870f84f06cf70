using Merit.Diagnostics;
using Merit.Host.Commands;
using Merit.Host.Pipeline;
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

    private QuestionDesk(Surroundings around, string directory, string stamp, Workspace? workspace, OpenMeasures? open, IReadOnlyList<Diagnostic> findings)
    {
        (_around, Directory, _workspace, _open) = (around, directory, workspace, open);
        var told = Reply.Of(findings);
        Opened = new Opened { Stamp = stamp, Workspace = workspace is null ? null : Card(workspace), Findings = told.Findings, Spent = told.Spent };
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
        Workspace? workspace = null;
        try
        {
            (workspace, _) = around.Open(directory);
            return new QuestionDesk(around, directory, stamp, workspace, withoutScripts ? null : around.Stages.Open(workspace, stop), []);
        }
        catch (MeritException wrong)
        {
            return new QuestionDesk(around, directory, stamp, workspace, null, wrong.Diagnostics);
        }
    }

    /// <summary>The answer; throws <see cref="MeritException"/> where there is none.</summary>
    public object Answer(Question question)
    {
        Opened.ThrowIfClosed();
        return (question, _workspace, _open) switch
        {
            (FiguresQuestion figures, { } workspace, { } open) => Figures(figures, workspace, open),
            _ => throw new InvalidOperationException(question.GetType().Name),
        };
    }

    public void Dispose() => _open?.Dispose();

    private Answer Figures(FiguresQuestion asked, Workspace workspace, OpenMeasures open)
    {
        var request = new Request
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
        QuestionOptions.CheckModel(request, workspace, _around.Stages);
        return open.Measures.Ask(request);
    }

    private static WorkspaceCard Card(Workspace workspace) => new()
    {
        Name = workspace.Name,
        Currency = workspace.Currency,
        Locale = workspace.Locale,
        OutDirectory = workspace.OutDirectory,
        Models = [.. workspace.Attribution.Models.Select(m => m.Name).OrderBy(name => name != workspace.Attribution.Default)],
    };
}
