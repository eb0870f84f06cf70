using System.CommandLine;
using Merit.Host.Workspaces;
using Merit.Metrics.Language;

namespace Merit.Host.Commands;

/// <summary><c>--param</c></summary>
internal sealed class ParameterOption
{
    private readonly Option<string[]> _option = new("--param")
    {
        Description = "A value for a parameter that scripts declare, such as half_life=14; goes before the one in merit.yaml. Given again, it sets another.",
        HelpName = "NAME=VALUE",
        Arity = ArgumentArity.OneOrMore,
    };

    public ParameterOption() => _option.Validators.Add(result =>
    {
        foreach (var token in result.Tokens.Where(t => t.Value.IndexOf('=', StringComparison.Ordinal) < 1))
        {
            result.AddError($"'{token.Value}' is not a value of --param: write NAME=VALUE, such as half_life=14.");
        }
    });

    public void AddTo(Command command) => command.Options.Add(_option);

    /// <summary>The workspace with these values after its own, so that they win.</summary>
    public Workspace Apply(ParseResult parsed, Workspace workspace) =>
        workspace with { Parameters = [.. workspace.Parameters, .. (parsed.GetValue(_option) ?? []).Select(Setting)] };

    private static ParameterSetting Setting(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return new ParameterSetting(text[..equals].Trim(), text[(equals + 1)..].Trim(), null);
    }
}
