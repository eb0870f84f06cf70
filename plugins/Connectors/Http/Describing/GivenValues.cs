using System.Text.RegularExpressions;

namespace Merit.Connectors.Http.Describing;

/// <summary>What a source gives beside the description: settings and secrets, checked against what the description asks for.</summary>
internal static class GivenValues
{
    /// <summary>The values templates know, as settings.name and secrets.name.</summary>
    public static IReadOnlyDictionary<string, string> Of(ApiDescription api, HttpOptions options)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Take("settings", api.Settings, options.Settings, values);
        Take("secrets", api.Secrets, options.Secrets, values);
        return values;
    }

    private static void Take(string option, Dictionary<string, SettingDescription> asked, IReadOnlyDictionary<string, string> given, Dictionary<string, string> values)
    {
        foreach (var (name, value) in given)
        {
            if (asked.Count > 0 && !asked.ContainsKey(name))
            {
                throw new WrongDescriptionException(option, $"Nothing asks for '{name}'.", $"There are: {List(asked)}.");
            }

            values[$"{option}.{name}"] = value.Trim();
        }

        foreach (var (name, setting) in asked)
        {
            if (!values.TryGetValue($"{option}.{name}", out var value) || value.Length == 0)
            {
                values[$"{option}.{name}"] = setting.Default ?? throw new WrongDescriptionException(option, $"'{name}' is missing: {setting.Describe}.", $"Write it as {option}: {{ {name}: … }}.");
                continue;
            }

            // The value itself stays unsaid: it may be a secret in the wrong place.
            if (setting.OneOf.Count > 0 && !setting.OneOf.Contains(value, StringComparer.Ordinal))
            {
                throw new WrongDescriptionException(option, $"'{name}' is none of the values it can have.", $"It is one of: {string.Join(", ", setting.OneOf)}.");
            }

            if (setting.Pattern is { } pattern && !Regex.IsMatch(value, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))
            {
                throw new WrongDescriptionException(option, $"'{name}' is not written as it should be.", $"It is {setting.Describe}.");
            }
        }
    }

    private static string List(Dictionary<string, SettingDescription> asked) => string.Join(", ", asked.Select(a => $"{a.Key} ({a.Value.Describe})"));
}
