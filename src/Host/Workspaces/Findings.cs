using Merit.Diagnostics;

namespace Merit.Host.Workspaces;

/// <summary>Collects what is wrong, so that a user hears all of it at once.</summary>
internal sealed class Findings
{
    private readonly List<Diagnostic> _all = [];

    public IReadOnlyList<Diagnostic> All => _all;

    public bool Any => _all.Count > 0;

    public void Add(DiagnosticRule rule, Place? at, params object?[] args) => _all.Add(rule.At(at, args));

    public void Add(Diagnostic diagnostic) => _all.Add(diagnostic);

    public void AddRange(IEnumerable<Diagnostic> diagnostics) => _all.AddRange(diagnostics);

    /// <summary>In the order of the file, which is the order to mend them in.</summary>
    public IReadOnlyList<Diagnostic> InOrder() =>
        [.. _all.OrderBy(d => d.At?.File, StringComparer.Ordinal).ThenBy(d => d.At?.Line).ThenBy(d => d.At?.Column)];

    public void ThrowIfAny()
    {
        if (Any)
        {
            throw new MeritException(InOrder());
        }
    }
}
