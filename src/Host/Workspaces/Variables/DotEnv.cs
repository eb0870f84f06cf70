using System.Text;
using System.Text.RegularExpressions;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;

namespace Merit.Host.Workspaces.Variables;

/// <summary>Reads a <c>.env</c> file: <c>NAME=value</c> lines, an optional <c>export</c>, single and double quotes, comments. No message ever repeats a line's content.</summary>
internal static partial class DotEnv
{
    public const string FileName = ".env";

    public static bool IsName(string text) => Name().IsMatch(text);

    public static IReadOnlyDictionary<string, string> Read(string text, Findings findings)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var line = raw.Trim().TrimStart('\uFEFF');
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var wrong = Line(line, values);
            if (wrong is not null)
            {
                findings.Add(WorkspaceRules.BadDotEnvLine, new Place(FileName, number), wrong);
            }
        }

        return values;
    }

    // What is wrong with the line, or null.
    private static string? Line(string line, Dictionary<string, string> values)
    {
        if (line.StartsWith("export ", StringComparison.Ordinal))
        {
            line = line["export ".Length..].TrimStart();
        }

        var equals = line.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            return "has no '='";
        }

        var name = line[..equals].TrimEnd();
        if (!IsName(name))
        {
            return "does not start with a name of letters, digits and underscores";
        }

        var value = line[(equals + 1)..].TrimStart();
        var (text, wrong) = value switch
        {
            ['\'', ..] => Quoted(value, escapes: false),
            ['"', ..] => Quoted(value, escapes: true),
            _ => (Comment().Replace(value, "").TrimEnd(), null),
        };
        values[name] = text;
        return wrong;
    }

    private static (string Text, string? Wrong) Quoted(string value, bool escapes)
    {
        var text = new StringBuilder();
        for (var i = 1; i < value.Length; i++)
        {
            if (value[i] == value[0])
            {
                var rest = value[(i + 1)..].TrimStart();
                return (text.ToString(), rest.Length == 0 || rest[0] == '#' ? null : "goes on after the closing quote");
            }

            if (escapes && value[i] == '\\' && i + 1 < value.Length)
            {
                i++;
                text.Append(value[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', var other => other });
            }
            else
            {
                text.Append(value[i]);
            }
        }

        return ("", "has a quote that is not closed");
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"(^|\s)#.*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comment();
}
