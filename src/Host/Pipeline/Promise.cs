using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Workspaces;
using Merit.Metrics.Schema;

namespace Merit.Host.Pipeline;

/// <summary>The warehouse a workspace promises, which scripts and questions are checked against.</summary>
/// <param name="Schema">Its tables.</param>
/// <param name="Unknown">The sources of tables of which no column is known yet, because nothing but the source says them.</param>
internal sealed record Promise(WarehouseSchema Schema, IReadOnlyList<Source> Unknown)
{
    /// <summary>Whether a finding is only that a column is not known which may well be there.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="directory">The workspace's folder.</param>
    public bool Explains(Diagnostic finding, string directory) => Unknown.Any(source =>
        (finding.Rule == ScriptRules.CompilerError && Before(finding.At, directory).EndsWith($"{source.Into}.", StringComparison.Ordinal))
        || (finding.Rule == RequestRules.UnknownDimension && finding.Message.Contains($"'{source.Into}.", StringComparison.Ordinal)));

    /// <summary>A finding for each table that is not known.</summary>
    public IEnumerable<Diagnostic> Findings(DiagnosticRule rule) => Unknown.Select(s => rule.At(s.At, s.Into));

    // The line up to the place: a column is named right after its table and a point.
    private static string Before(Place? at, string directory)
    {
        var file = at is null ? "" : Path.Combine(directory, at.File);
        var line = at is { Line: > 0 } && File.Exists(file) ? File.ReadLines(file).ElementAtOrDefault(at.Line - 1) ?? "" : "";
        return at is null ? "" : line[..Math.Clamp(at.Column - 1, 0, line.Length)].TrimEnd();
    }
}
