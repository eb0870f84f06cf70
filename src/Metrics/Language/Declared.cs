using Merit.Diagnostics;

namespace Merit.Metrics.Language;

/// <summary>What scripts declare, as far as it is sound, and what is wrong with the rest. So that one mistake does not hide another, the sound part can be looked into further.</summary>
/// <param name="Sound">What can be asked.</param>
/// <param name="Findings">Everything that is wrong, without what only follows from it.</param>
/// <param name="LeftOut">What is missing among the sound because of it.</param>
public sealed record Declared(Definitions Sound, IReadOnlyList<Diagnostic> Findings, LeftOut LeftOut)
{
    /// <summary>All of it; throws <see cref="MeritException"/> with the findings where there are any.</summary>
    public Definitions Whole() => Findings.Count == 0 ? Sound : throw new MeritException(Findings);
}
