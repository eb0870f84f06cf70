using Merit.Host.Reports.Tags;
using Merit.Host.Workspaces;

namespace Merit.Host.Reports.Templates;

/// <summary>A template language, chosen by the file's extension. It turns a template into Markdown; what its tags stand for, the host knows.</summary>
internal interface ITemplateEngine
{
    /// <summary>The extension of its files, with the dot.</summary>
    string Extension { get; }

    /// <summary>Finds what is wrong with a template without asking for a number.</summary>
    void Check(Template template, ITagHost host, Findings findings);

    /// <summary>The Markdown, with the host's marks where blocks and figures belong. Called only for a template that passed <see cref="Check"/>.</summary>
    string Render(Template template, ITagHost host);
}
