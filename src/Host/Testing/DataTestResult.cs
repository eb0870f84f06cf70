using Merit.Diagnostics;
using Merit.Diagnostics.Rules;

namespace Merit.Host.Testing;

/// <summary>What came of a test of the data.</summary>
/// <param name="Name">What it says.</param>
/// <param name="Outcome">Whether it passed.</param>
/// <param name="Failing">How many rows (or groups of a reconciliation) are not as expected.</param>
/// <param name="Detail">Why it failed or did not run, in English; empty where it passed.</param>
/// <param name="DetailZh">The same in Chinese.</param>
/// <param name="At">Where it is declared.</param>
internal sealed record DataTestResult(string Name, DataTestOutcome Outcome, long Failing, string Detail, string DetailZh, Place At)
{
    /// <summary>What readers see, in English; empty for the name.</summary>
    public string Label { get; init; } = "";

    /// <summary>What readers see, in Chinese; empty for the name.</summary>
    public string LabelZh { get; init; } = "";

    /// <summary>Whether a failure is only worth a warning.</summary>
    public bool IsWarning { get; init; }

    /// <summary>Whether its failure keeps reports from being sent.</summary>
    public bool BlocksDelivery { get; init; }

    /// <summary>What a reader calls it.</summary>
    public string Shown(bool chinese) => (chinese ? LabelZh : Label) is { Length: > 0 } label ? label : Name;

    /// <summary>The finding of a failure.</summary>
    public Diagnostic Finding => (IsWarning ? TestRules.DataDoubtful : TestRules.DataFailed).At(At, Label.Length > 0 ? Label : Name, Detail);
}

/// <summary>Whether a test of the data passed.</summary>
internal enum DataTestOutcome
{
    Passed,
    Failed,

    /// <summary>What it looks at is not loaded.</summary>
    NotRun,
}
