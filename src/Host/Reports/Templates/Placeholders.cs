using System.Text.RegularExpressions;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Workspaces;

namespace Merit.Host.Reports.Templates;

/// <summary>What <c>${NAME}</c> stands for in front matter and in the arguments of tags.</summary>
/// <param name="values">The values, by name.</param>
internal sealed partial class Placeholders(IReadOnlyDictionary<string, string> values)
{
    /// <summary>The name of the value that a series has a report for, as readers see it.</summary>
    public const string Item = "item";

    /// <summary>The same value as data have it.</summary>
    public const string ItemId = "item_id";

    public static Placeholders None { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal));

    public IReadOnlyDictionary<string, string> Values { get; } = values;

    /// <summary>The text with its placeholders filled.</summary>
    public string Fill(string text, Place at) => Replace(text, at, (value, _, _) => value);

    /// <summary>A filter with its placeholders filled: each is one value, whatever it holds.</summary>
    public string FillFilter(string text, Place at) => Replace(text, at, (value, before, after) =>
        before is '\'' or '"' && after == before ? value.Replace($"{before}", $"{before}{before}", StringComparison.Ordinal) : $"'{value.Replace("'", "''", StringComparison.Ordinal)}'");

    private string Replace(string text, Place at, Func<string, char, char, string> write) => !text.Contains("${", StringComparison.Ordinal) ? text : Form().Replace(text, match =>
    {
        var name = match.Groups["name"].Value;
        if (!Values.TryGetValue(name, out var value))
        {
            throw new MeritException(TemplateRules.NoPlaceholder.At(at, name, Suggestion.For(name, Values.Keys)));
        }

        var end = match.Index + match.Length;
        return write(value, match.Index > 0 ? text[match.Index - 1] : '\0', end < text.Length ? text[end] : '\0');
    });

    [GeneratedRegex(@"\$\{(?<name>[^}]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
