using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Workspaces;

namespace Merit.Host.Reports.Templates;

/// <summary>Finds templates: the workspace's own in <c>reports/</c> first, then the built-in ones.</summary>
internal sealed class TemplateStore(Workspace workspace, string builtIn, TemplateEngines engines)
{
    private readonly string _own = Path.Combine(workspace.Directory, "reports");

    /// <summary>All names, the workspace's own and the built-in ones.</summary>
    public IReadOnlyList<string> Names =>
        [.. Files(_own).Concat(Files(builtIn)).Select(NameOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The workspace's own templates: the name of each, and the file.</summary>
    public IReadOnlyList<(string Name, Place At)> Own => [.. Files(_own).Select(f => (NameOf(f), new Place("reports/" + f)))];

    /// <summary>Reads the template of a name; null, with findings, where there is none or it cannot be read.</summary>
    public Template? Find(string name, Place? askedAt, Findings findings)
    {
        foreach (var folder in new[] { _own, builtIn })
        {
            var files = Files(folder).Where(f => string.Equals(NameOf(f), name, StringComparison.Ordinal)).ToList();
            switch (files)
            {
                case [var file]:
                    return FrontMatterReader.Read(name, "reports/" + file, File.ReadAllText(Path.Combine(folder, file)), findings);
                case [var first, var second, ..]:
                    findings.Add(ReportRules.TwoTemplates, askedAt, name, "reports/" + first, "reports/" + second);
                    return null;
            }
        }

        findings.Add(ReportRules.NoTemplate, askedAt, name, Suggestion.For(name, Names));
        return null;
    }

    private static string NameOf(string file) => Path.GetFileNameWithoutExtension(file);

    private IEnumerable<string> Files(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder).Select(Path.GetFileName).OfType<string>()
            .Where(f => engines.Extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
        : [];
}
