using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Schema;

namespace Merit.Metrics.Language;

/// <summary>Sets parameters to values written as text.</summary>
internal static class ParameterValues
{
    public static Definitions Set(Definitions definitions, IReadOnlyList<ParameterSetting> settings)
    {
        var findings = new List<Diagnostic>();
        var parameters = definitions.Parameters.ToDictionary(p => p.Id, StringComparer.Ordinal);
        foreach (var setting in settings)
        {
            if (!parameters.TryGetValue(setting.Id, out var parameter))
            {
                findings.Add(DefinitionRules.NoSuchParameter.At(setting.At, setting.Id, MeantInstead(setting.Id, definitions)) with { Missing = setting.Id });
            }
            else if (Read(parameter.Type, setting.Value) is { } value)
            {
                parameters[setting.Id] = parameter with { Value = value, IsSet = true };
            }
            else
            {
                findings.Add(DefinitionRules.BadParameterValue.At(setting.At, setting.Id, setting.Shown, Kind(parameter.Type), parameter.At, Example(parameter.Type)));
            }
        }

        return findings.Count == 0
            ? definitions with { Parameters = [.. definitions.Parameters.Select(p => parameters[p.Id])] }
            : throw new MeritException(findings);
    }

    private static object? Read(ColumnType type, string text) => type switch
    {
        ColumnType.Text => text,
        ColumnType.Flag => text.ToLowerInvariant() switch { "true" or "yes" => true, "false" or "no" => false, _ => null },
        ColumnType.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        _ => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null,
    };

    private static string MeantInstead(string id, Definitions definitions) =>
        Nearest.To(id, definitions.Parameters.Select(p => p.Id)) is { } near ? $"Did you mean '{near}'?"
        : definitions.Parameters.Count == 0 ? $"No script declares a parameter; declare it with Parameter(\"{id}\", …) in a script under metrics/."
        : $"Set one of: {string.Join(", ", definitions.Parameters.Select(p => p.Id))}.";

    private static string Kind(ColumnType type) => type switch
    {
        ColumnType.Text => "a text",
        ColumnType.Flag => "yes or no",
        ColumnType.Date => "a day",
        _ => "a number",
    };

    private static string Example(ColumnType type) => type switch
    {
        ColumnType.Flag => "Write true or false.",
        ColumnType.Date => "Write a day such as 2025-03-05.",
        _ => "Write a number such as 7 or 0.25, without separators or signs of currency.",
    };
}
