using System.Text;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;

namespace Merit.Host.Workspaces.Variables;

/// <summary>Replaces <c>${NAME}</c> and <c>${NAME:-default}</c>: from the environment, then from <c>.env</c>, then the default. <c>$${</c> stands for a literal <c>${</c>.</summary>
internal sealed class Substitution(IReadOnlyDictionary<string, string> environment, IReadOnlyDictionary<string, string> dotEnv, Findings findings)
{
    /// <summary>Whether texts stay as they are: <c>${NAME}</c> in them means something else.</summary>
    public bool Keeps { get; init; }

    /// <summary>The text with its variables replaced; null where one could not be, which is then among the findings.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">The place of the character at an index.</param>
    public string? Apply(string text, Func<int, Place> place)
    {
        if (Keeps || !text.Contains("${", StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder();
        var whole = true;
        for (var i = 0; i < text.Length; i++)
        {
            if (string.CompareOrdinal(text, i, "$${", 0, 3) == 0)
            {
                result.Append("${");
                i += 2;
            }
            else if (string.CompareOrdinal(text, i, "${", 0, 2) == 0)
            {
                var end = text.IndexOf('}', i);
                whole &= Reference(end < 0 ? null : text[(i + 2)..end], place(i), result);
                i = end < 0 ? text.Length : end;
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return whole ? result.ToString() : null;
    }

    private bool Reference(string? inside, Place at, StringBuilder result)
    {
        var split = inside?.IndexOf(":-", StringComparison.Ordinal) ?? -1;
        var name = split < 0 ? inside : inside?[..split];
        if (name is null || !DotEnv.IsName(name))
        {
            findings.Add(WorkspaceRules.BadVariable, at);
            return false;
        }

        var fallback = split < 0 ? null : inside?[(split + 2)..];
        // As in a shell, ":-" also stands in for a variable that is set but empty.
        var value = environment.GetValueOrDefault(name) ?? dotEnv.GetValueOrDefault(name);
        if (string.IsNullOrEmpty(value) && fallback is not null)
        {
            value = fallback;
        }

        if (value is null)
        {
            findings.Add(WorkspaceRules.UnsetVariable, at, name);
            return false;
        }

        result.Append(value);
        return true;
    }
}
