using System.Reflection;
using System.Text;
using Merit.Diagnostics;
using Merit.Tests;

namespace Merit.Host.Tests.Diagnostics;

/// <summary>docs/diagnostics.md, made from the catalog and from the table of ranges beside the rules.</summary>
internal static class DiagnosticsPage
{
    public sealed record Stage(string Prefix, string Class, string Name);

    /// <summary>The ranges of codes, as src/Diagnostics/Rules/README.md gives them.</summary>
    public static IReadOnlyList<Stage> Stages() =>
    [
        .. File.ReadAllLines(Repository.PathTo("src", "Diagnostics", "Rules", "README.md"))
            .Where(l => l.StartsWith("| MRT", StringComparison.Ordinal))
            .Select(l => l.Split('|', StringSplitOptions.TrimEntries))
            .Select(c => new Stage(c[1].TrimEnd('x'), c[2], c[3])),
    ];

    public static IReadOnlyList<(string Class, IReadOnlyList<DiagnosticRule> Rules)> RulesByClass() =>
    [
        .. typeof(Catalog).Assembly.GetTypes()
            .Select(t => (t.Name, Rules: t.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static).Select(f => f.IsStatic && f.FieldType == typeof(DiagnosticRule) ? f.GetValue(null) : null).OfType<DiagnosticRule>().ToList()))
            .Where(c => c.Rules.Count > 0)
            .Select(c => (c.Name, (IReadOnlyList<DiagnosticRule>)c.Rules)),
    ];

    public static string Text()
    {
        var text = new StringBuilder("# Diagnostics\n\nEverything Merit says when something is wrong has a code that keeps its meaning. This page is made from the catalog in `src/Diagnostics/Rules`; `…` stands for names at hand. `merit docs MRT2001` prints what it says of a code.\n");
        var rules = RulesByClass().ToDictionary(c => c.Class, c => c.Rules, StringComparer.Ordinal);
        foreach (var stage in Stages().Where(s => rules.ContainsKey(s.Class)))
        {
            text.Append($"\n## {stage.Prefix}xx: {stage.Name}\n\n| code | | what is wrong | what to do |\n|---|---|---|---|\n");
            foreach (var rule in rules[stage.Class].OrderBy(r => r.Code, StringComparer.Ordinal))
            {
                var said = rule.Here([.. Enumerable.Repeat<object?>("…", 10)]);
                text.Append($"| {rule.Code} | {rule.Severity.ToString().ToLowerInvariant()} | {Cell(said.Message)} | {Cell(said.NextStep)} |\n");
            }

            foreach (var (rule, example) in rules[stage.Class].OrderBy(r => r.Code, StringComparer.Ordinal).Select(r => (r, Example.Of(r.Code))))
            {
                Append(text, rule.Code, example);
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string code, Example? example)
    {
        if (example is null)
        {
            return;
        }

        text.Append($"\n### {code}\n\n{example.Why}\n");
        if (example.Wrong.Length > 0)
        {
            text.Append($"\nWrong:\n\n```{example.Language}\n{example.Wrong}\n```\n\nRight:\n\n```{example.Language}\n{example.Right}\n```\n");
        }
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
