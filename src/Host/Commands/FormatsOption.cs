using System.CommandLine;
using Merit.Host.Workspaces;

namespace Merit.Host.Commands;

/// <summary><c>--formats</c></summary>
internal sealed class FormatsOption
{
    private readonly Option<string[]> _option = Verb.Names("--formats", $"What reports are written as, whatever they say themselves: {string.Join(", ", ReportFormats.All)}.");

    public FormatsOption() => _option.Validators.Add(result =>
    {
        foreach (var wrong in (result.GetValueOrDefault<string[]>() ?? []).Except(ReportFormats.All, StringComparer.Ordinal))
        {
            result.AddError($"'{wrong}' is not a value of --formats: {Suggestion.For(wrong, ReportFormats.All)}");
        }
    });

    public void AddTo(Command command) => command.Options.Add(_option);

    /// <summary>The workspace whose reports are written so.</summary>
    public Workspace Apply(ParseResult parsed, Workspace workspace) => parsed.GetValue(_option) is { Length: > 0 } formats ? workspace with { Formats = formats } : workspace;
}
