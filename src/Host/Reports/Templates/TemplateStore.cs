using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Reports.Assets;
using Merit.Host.Workspaces;

namespace Merit.Host.Reports.Templates;

/// <summary>Finds templates: the workspace's own in <c>reports/</c> first, then the built-in ones.</summary>
internal sealed class TemplateStore(Workspace workspace, TemplateEngines engines)
{
    private const string Prefix = "reports/";

    private readonly string _folder = Path.Combine(workspace.Directory, "reports");

    /// <summary>All names, the workspace's own and the built-in ones.</summary>
    public IReadOnlyList<string> Names =>
        [.. Own().Concat(BuiltIn()).Select(NameOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The names of the workspace's own templates.</summary>
    public IReadOnlyList<string> OwnNames => [.. Own().Select(NameOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Reads the template of a name; null, with findings, where there is none or it cannot be read.</summary>
    public Template? Find(string name, Place? askedAt, Findings findings)
    {
        var own = Matching(Own(), name);
        if (own.Count > 1)
        {
            findings.Add(ReportRules.TwoTemplates, askedAt, name, Prefix + own[0], Prefix + own[1]);
            return null;
        }

        if (own.Count == 1)
        {
            return FrontMatterReader.Read(name, Prefix + own[0], File.ReadAllText(Path.Combine(_folder, own[0])), findings);
        }

        if (Matching(BuiltIn(), name) is [var file, ..])
        {
            return FrontMatterReader.Read(name, Prefix + file, Resource.Text(Prefix + file), findings);
        }

        findings.Add(ReportRules.NoTemplate, askedAt, name, Suggestion.For(name, Names));
        return null;
    }

    private static string NameOf(string file) => Path.GetFileNameWithoutExtension(file);

    private static IReadOnlyList<string> BuiltIn() => Resource.Names(Prefix);

    private static List<string> Matching(IEnumerable<string> files, string name) =>
        [.. files.Where(f => string.Equals(NameOf(f), name, StringComparison.Ordinal))];

    private IEnumerable<string> Own() => Directory.Exists(_folder)
        ? Directory.EnumerateFiles(_folder).Select(Path.GetFileName).OfType<string>()
            .Where(f => engines.Extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
        : [];
}
