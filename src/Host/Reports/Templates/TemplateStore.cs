using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Workspaces;

namespace Merit.Host.Reports.Templates;

/// <summary>Finds templates: the workspace's own in <c>reports/</c> first, then the built-in ones. A file whose name begins with an underscore is a part that templates include, and no report.</summary>
internal sealed class TemplateStore(Workspace workspace, string builtIn, TemplateEngines engines)
{
    private const string PartMark = "_";

    private readonly string _own = Path.Combine(workspace.Directory, "reports");

    /// <summary>All names, the workspace's own and the built-in ones.</summary>
    public IReadOnlyList<string> Names =>
        [.. Reports(_own).Concat(Reports(builtIn)).Select(NameOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The workspace's own templates: the name of each, and the file.</summary>
    public IReadOnlyList<(string Name, Place At)> Own => [.. Reports(_own).Select(f => (NameOf(f), new Place("reports/" + f)))];

    /// <summary>Reads the template of a name; null, with findings, where there is none or it cannot be read.</summary>
    public Template? Find(string name, Place? askedAt, Findings findings)
    {
        foreach (var folder in new[] { _own, builtIn })
        {
            var files = Reports(folder).Where(f => string.Equals(NameOf(f), name, StringComparison.Ordinal)).ToList();
            switch (files)
            {
                case [var file]:
                    return FrontMatterReader.Read(name, "reports/" + file, File.ReadAllText(Path.Combine(folder, file)), findings) is { } template
                        ? new Inclusion(part => Part(part, engines.For(template).Extension), () => Parts(), findings).Into(template)
                        : null;
                case [var first, var second, ..]:
                    findings.Add(ReportRules.TwoTemplates, askedAt, name, "reports/" + first, "reports/" + second);
                    return null;
            }
        }

        findings.Add(ReportRules.NoTemplate, askedAt, name, Suggestion.For(name, Names));
        return null;
    }

    /// <summary>The text of a part, the workspace's own before the built-in one.</summary>
    private (string Text, string File)? Part(string name, string extension)
    {
        var file = PartMark + name + extension;
        return new[] { _own, builtIn }.Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists) is { } path ? (File.ReadAllText(path), "reports/" + file) : null;
    }

    private List<string> Parts() =>
        [.. Files(_own).Concat(Files(builtIn)).Where(IsPart).Select(f => NameOf(f)[PartMark.Length..]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private IEnumerable<string> Reports(string folder) => Files(folder).Where(f => !IsPart(f));

    private static bool IsPart(string file) => file.StartsWith(PartMark, StringComparison.Ordinal);

    private static string NameOf(string file) => Path.GetFileNameWithoutExtension(file);

    private IEnumerable<string> Files(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder).Select(Path.GetFileName).OfType<string>()
            .Where(f => engines.Extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
        : [];
}
