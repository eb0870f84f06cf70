using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Measures;
using Merit.Metrics.Language;

namespace Merit.Host.Testing;

/// <summary>Which tests to run.</summary>
/// <param name="Names">Parts of tests' names, or ids of metrics they expect; empty for all.</param>
/// <param name="BuiltIn">Whether those of Merit's own metrics run too.</param>
internal sealed record TestSelection(IReadOnlyList<string> Names, bool BuiltIn)
{
    /// <summary>Whether tests of Merit's own metrics may be among them.</summary>
    public bool ReadsBuiltIn => BuiltIn || Names.Count > 0;

    /// <summary>The tests chosen; throws where a name chooses none.</summary>
    /// <param name="all">All there are.</param>
    public IReadOnlyList<TestDefinition> Of(IReadOnlyList<TestDefinition> all)
    {
        var tests = all.Where(t => ReadsBuiltIn || !ScriptSet.IsBuiltIn(t.At)).ToList();
        var unknown = Names.Where(n => !tests.Any(t => IsMeant(t, n))).ToList();
        return unknown.Count == 0
            ? Names.Count == 0 ? tests : [.. tests.Where(t => Names.Any(n => IsMeant(t, n)))]
            : throw new MeritException([.. unknown.Select(n => TestRules.UnknownTest.Here(n, Meant(n, tests)))]);
    }

    private static bool IsMeant(TestDefinition test, string name) =>
        test.Name.Contains(name, StringComparison.OrdinalIgnoreCase) || test.Expectations.Any(e => string.Equals(e.Metric, name, StringComparison.Ordinal));

    private static string Meant(string name, IReadOnlyList<TestDefinition> tests) =>
        Nearest.To(name, tests.Select(t => t.Name).Concat(tests.SelectMany(t => t.Expectations).Select(e => e.Metric))) is { } near
            ? $"Did you mean '{near}'?"
            : "'merit test --verbose' lists them all.";
}
