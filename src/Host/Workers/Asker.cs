using Merit.Host.Access;
using Merit.Host.Workers.Protocol;

namespace Merit.Host.Workers;

/// <summary>Asks workers for one visitor: the only way to figures for pages, the interface for programs and assistants.</summary>
/// <param name="pool">Who answers.</param>
/// <param name="visitor">Who asks.</param>
/// <param name="leaves">The visitor waits no more.</param>
internal sealed class Asker(WorkerPool pool, Visitor visitor, CancellationToken leaves)
{
    /// <summary>The answer; throws <see cref="Merit.Diagnostics.MeritException"/> with what is wrong.</summary>
    public Task<TAnswer> AskAsync<TAnswer>(Question<TAnswer> question)
        where TAnswer : class
    {
        // Who asks matters to the answer only by the rows they may see, by the rules of the very state that the answer is kept for.
        var state = pool.Current;
        var asked = question with { For = visitor };
        var alike = state.Opened.Workspace is { } workspace && workspace.Access.RulesOf(visitor).Count == 0 ? question with { For = null } : asked;
        return KeptAnswers.Of(state).GetAsync(alike, question.ReadsTemplates ? pool.Stamp : "", stop => pool.AskAsync(asked, stop), leaves);
    }
}
