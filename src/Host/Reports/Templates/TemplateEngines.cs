using Merit.Host.Reports.Templates.Handlebars;

namespace Merit.Host.Reports.Templates;

/// <summary>The template languages there are.</summary>
internal sealed class TemplateEngines(IReadOnlyList<ITemplateEngine> engines)
{
    public static TemplateEngines BuiltIn { get; } = new([new HandlebarsEngine()]);

    public IEnumerable<string> Extensions => engines.Select(e => e.Extension);

    /// <summary>The engine of a file that <see cref="TemplateStore"/> found by its extension.</summary>
    public ITemplateEngine For(Template template) =>
        engines.First(e => string.Equals(e.Extension, Path.GetExtension(template.File), StringComparison.OrdinalIgnoreCase));
}
