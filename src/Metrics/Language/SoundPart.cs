using Merit.Diagnostics;

namespace Merit.Metrics.Language;

/// <summary>Leaves out of definitions what is wrong, and what cannot stand without it, until the rest is in order.</summary>
internal static class SoundPart
{
    /// <summary>The rest.</summary>
    /// <param name="all">What was collected.</param>
    /// <param name="findings">What is wrong with it.</param>
    public static Definitions Of(Definitions all, IReadOnlyList<Diagnostic> findings)
    {
        var rest = all;
        while (findings.Count > 0)
        {
            var less = Without(rest, findings);
            if (Places(less).Count == Places(rest).Count)
            {
                // A finding that belongs to no definition: nothing can be said of any.
                return Definitions.None;
            }

            rest = less;
            findings = DefinitionChecks.Of(rest);
        }

        return rest;
    }

    /// <summary>The ids of everything that others can speak of.</summary>
    public static IEnumerable<string> Ids(Definitions all) =>
    [
        .. all.Metrics.Select(m => m.Id), .. all.Scorecards.Select(s => s.Id), .. all.Parameters.Select(p => p.Id), .. all.Dimensions.Select(d => d.Id), .. all.Segments.Select(s => s.Id), .. all.Models.Select(m => m.Name),
    ];

    private static Definitions Without(Definitions definitions, IReadOnlyList<Diagnostic> findings)
    {
        var places = Places(definitions);
        var wrong = findings.Select(f => Owner(places, f.At)).ToHashSet();
        return definitions with
        {
            Metrics = [.. definitions.Metrics.Where(m => !wrong.Contains(m.At))],
            Scorecards = [.. definitions.Scorecards.Where(s => !wrong.Contains(s.At))],
            Parameters = [.. definitions.Parameters.Where(p => !wrong.Contains(p.At))],
            Dimensions = [.. definitions.Dimensions.Where(d => !wrong.Contains(d.At))],
            Segments = [.. definitions.Segments.Where(s => !wrong.Contains(s.At))],
            Functions = [.. definitions.Functions.Where(f => !wrong.Contains(f.At))],
            Models = [.. definitions.Models.Where(m => !wrong.Contains(m.At))],
            Tests = [.. definitions.Tests.Where(t => !wrong.Contains(t.At))],
            DataTests = [.. definitions.DataTests.Where(t => !wrong.Contains(t.At))],
        };
    }

    // A finding may stand some lines into the definition it belongs to: at a condition, at an expectation.
    private static Place? Owner(IReadOnlyList<Place> places, Place? at) => at is null ? null : places
        .Where(p => p.File == at.File && (p.Line < at.Line || (p.Line == at.Line && p.Column <= at.Column)))
        .OrderBy(p => p.Line).ThenBy(p => p.Column)
        .LastOrDefault();

    private static List<Place> Places(Definitions all) =>
    [
        .. all.Metrics.Select(m => m.At), .. all.Scorecards.Select(s => s.At), .. all.Parameters.Select(p => p.At), .. all.Dimensions.Select(d => d.At), .. all.Segments.Select(s => s.At),
        .. all.Functions.Select(f => f.At), .. all.Models.Select(m => m.At), .. all.Tests.Select(t => t.At), .. all.DataTests.Select(t => t.At),
    ];
}
