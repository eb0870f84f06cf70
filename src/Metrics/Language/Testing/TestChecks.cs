using Merit.Diagnostics;
using Merit.Diagnostics.Rules;

namespace Merit.Metrics.Language;

/// <summary>What must hold of tests before they can run.</summary>
internal static class TestChecks
{
    public static IEnumerable<Diagnostic> Of(Definitions definitions) =>
        SameNames(definitions.Tests).Concat(definitions.Tests.SelectMany(t => OfTest(definitions, t))).Concat(definitions.DataTests.SelectMany(t => OfDataTest(definitions, t)));

    private static IEnumerable<Diagnostic> SameNames(IReadOnlyList<TestDefinition> tests) =>
        tests.GroupBy(t => t.Name, StringComparer.Ordinal).SelectMany(same => same.Skip(1).Select(again => TestRules.SameName.At(again.At, again.Name, same.First().At)));

    private static IEnumerable<Diagnostic> OfTest(Definitions definitions, TestDefinition test)
    {
        if (test.Expectations.Count == 0)
        {
            yield return TestRules.ExpectsNothing.At(test.At, test.Name);
        }

        foreach (var (row, column, time) in Times(test).Where(t => t.Time.Time is null))
        {
            yield return TestRules.BadTime.At(row, time.Text, column);
        }

        foreach (var expected in test.Expectations)
        {
            foreach (var unknown in DefinitionChecks.References(definitions, test.Name, new MetricRef(expected.Metric), expected.At))
            {
                yield return unknown;
            }

            if (expected.Group is { } group && group.Values.Count != test.By.Count)
            {
                yield return GroupCount(test, group, expected.At);
            }
        }

        foreach (var group in (test.Groups ?? []).Where(g => g.Values.Count != test.By.Count))
        {
            yield return GroupCount(test, group, test.GroupsAt);
        }
    }

    private static IEnumerable<(Place At, string Column, TimeValue Time)> Times(TestDefinition test) =>
        test.Rows.SelectMany(r => r.Values.Where(v => v.Value is TimeValue).Select(v => (r.At, $"{r.Table}.{v.Key}", (TimeValue)v.Value)))
            .Concat(test.Today is { } today ? [(test.At, "Today", today)] : []);

    private static Diagnostic GroupCount(TestDefinition test, TestGroup group, Place? at) =>
        TestRules.GroupCount.At(at, group, group.Values.Count, test.By.Count, test.By.Count == 0 ? "nothing" : string.Join(", ", test.By));

    private static IEnumerable<Diagnostic> OfDataTest(Definitions definitions, DataTestDefinition test)
    {
        if (test.Value is { } value)
        {
            var tables = value.Columns.Select(c => c.Table).Distinct(StringComparer.Ordinal).ToList();
            if (tables.Count != 1)
            {
                yield return TestRules.NotOneTable.At(test.At, test.Name, tables.Count == 0 ? "none" : string.Join(" and ", tables));
            }
        }

        if (test.Kind == DataTestKind.Reconcile)
        {
            foreach (var unknown in new[] { test.Metrics.One, test.Metrics.Other }.SelectMany(id => DefinitionChecks.References(definitions, test.Name, new MetricRef(id), test.At)))
            {
                yield return unknown;
            }
        }
    }
}
