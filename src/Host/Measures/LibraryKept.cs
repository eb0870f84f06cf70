using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Language;
using Merit.Scripting;

namespace Merit.Host.Measures;

/// <summary>Holds a workspace's script that takes the place of Merit's own against it: for what that declares, others ask, wherever they stand.</summary>
internal static class LibraryKept
{
    private const int Named = 5;

    /// <summary>What is declared, with a finding for every file that lacks something; what only follows from the lack is not told.</summary>
    public static Declared Check(Declared declared, IReadOnlyList<(Script Own, Script Replaced)> replacing)
    {
        var known = declared.Sound.Metrics.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        bool IsFamily(string id) => known.Any(k => k.StartsWith(id + "_", StringComparison.Ordinal));
        foreach (var (own, replaced) in replacing)
        {
            var names = ScriptNames.Metrics(replaced);
            var ids = names.Ids.Where(id => !known.Contains(id) && !declared.LeftOut.Explains(id)).ToList();
            var families = names.Families.Where(id => !IsFamily(id) && !declared.LeftOut.Explains(id)).ToList();
            if (ids.Count + families.Count > 0)
            {
                var left = declared.LeftOut.And(new LeftOut(ids, families, Unnamed: false));
                var finding = DefinitionRules.LacksMetrics.At(new Place(own.Path, 1, 1), Listed([.. ids, .. families]));
                declared = declared with { Findings = [.. declared.Findings.Where(f => !left.Explains(f.Missing)), finding], LeftOut = left };
            }
        }

        return declared;
    }

    private static string Listed(IReadOnlyList<string> ids) =>
        string.Join(", ", ids.Take(Named)) + (ids.Count > Named ? $" and {ids.Count - Named} more" : "");
}
