using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Tables;

namespace Merit.Metrics.Language;

/// <summary>What must hold of models: a name of their own, rows of one table, and rows that a table can hold.</summary>
internal static class ModelChecks
{
    public static IEnumerable<Diagnostic> Of(Definitions definitions) =>
    [
        .. DefinitionChecks.Duplicates(definitions.Models.Select(m => (m.Name, m.At))),
        .. definitions.Models.SelectMany(Of),
    ];

    private static IEnumerable<Diagnostic> Of(ModelDefinition model)
    {
        if (!Identifiers.IsMetricId(model.Name))
        {
            yield return DefinitionRules.BadName.At(model.At, model.Name, "model");
        }
        else if (Canonical.Find(model.Name) is not null)
        {
            yield return DefinitionRules.TakenModel.At(model.At, model.Name);
        }

        if (Unfit(model) is { } reason)
        {
            yield return DefinitionRules.BadModelRow.At(model.At, model.Name, TypeText.Of(model.Made), reason);
        }

        var columns = model.Columns.Select(c => c.Name).ToList();
        foreach (var key in model.Key.Where(k => !columns.Contains(k, StringComparer.Ordinal)))
        {
            var near = Nearest.To(key, columns);
            yield return DefinitionRules.NoSuchKey.At(model.At, model.Name, key, near is null ? $"Use one of: {string.Join(", ", columns)}." : $"Did you mean '{near}'?");
        }

        foreach (var finding in Tables(model))
        {
            yield return finding;
        }
    }

    private static string? Unfit(ModelDefinition model) =>
        model.Columns.Count == 0 || model.Made.Namespace is "System" ? "it has no properties to make columns of"
        : model.Columns.FirstOrDefault(c => c.Type is null) is { } odd ? $"its property {odd.Name} is {TypeText.Of(odd.Clr)}, which no column can hold"
        : model.Columns.GroupBy(c => c.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } same
            ? $"its properties {string.Join(" and ", same.Select(c => c.Name))} would make columns of one name"
        : null;

    private static IEnumerable<Diagnostic> Tables(ModelDefinition model)
    {
        var tables = model.Inputs.SelectMany(i => i.Node.Columns).Select(c => c.Table).Distinct(StringComparer.Ordinal).ToList();
        if (tables.Count != 1)
        {
            yield return DefinitionRules.ModelTables.At(model.At, model.Name, tables.Count == 0 ? "no column" : "columns of " + string.Join(" and ", tables));
            yield break;
        }

        foreach (var condition in model.Conditions)
        {
            if (condition.Node.Columns.FirstOrDefault(c => c.Table != tables[0]) is { } foreign)
            {
                yield return DefinitionRules.ForeignCondition.At(condition.At, foreign, tables[0], foreign.Table);
            }
        }
    }
}
