using System.CommandLine;
using System.Globalization;
using System.Text;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;

namespace Merit.Host.Commands;

/// <summary><c>merit docs</c></summary>
internal sealed class DocsCommand : Verb
{
    // No message takes more.
    private const int MostGaps = 10;

    private readonly Argument<string> _code = new("CODE") { Description = "The code of a diagnostic, such as MRT2001." };

    public DocsCommand(Surroundings around)
        : base("docs", "Explains a diagnostic, with an example where there is one.", around) => Arguments.Add(_code);

    protected override Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var code = parsed.GetRequiredValue(_code).Trim();
        var rule = Catalog.All.FirstOrDefault(r => string.Equals(r.Code, code, StringComparison.OrdinalIgnoreCase))
            ?? throw new MeritException(CommandRules.UnknownCode.Here(code, Nearest.To(code.ToUpperInvariant(), Catalog.All.Select(r => r.Code)) is { } near ? $"did you mean '{near}'?" : "docs/diagnostics.md lists them all."));
        Output.Data(Text(rule));
        return Task.FromResult(ExitCode.Fine);
    }

    private static string Text(DiagnosticRule rule)
    {
        var said = rule.Here([.. Enumerable.Repeat<object?>("…", MostGaps)]);
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{rule.Code} ({rule.Severity.ToString().ToLowerInvariant()})\n\n{said.Message}\n{said.NextStep}\n"));
        if (Example.Of(rule.Code) is { } example)
        {
            text.Append('\n').Append(example.Why).Append('\n');
            if (example.Wrong.Length > 0)
            {
                text.Append("\nWrong:\n").Append(Indented(example.Wrong)).Append("\nRight:\n").Append(Indented(example.Right));
            }
        }

        return text.ToString().TrimEnd('\n');
    }

    private static string Indented(string code) => string.Concat(code.Split('\n').Select(l => $"    {l}\n"));
}
