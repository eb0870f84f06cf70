using Merit.Diagnostics;
using Merit.Diagnostics.Rules;

namespace Merit.Metrics.Language;

/// <summary>What must hold of functions: their names are theirs alone, and columns can hold what they take and give.</summary>
internal static class FunctionChecks
{
    public static IEnumerable<Diagnostic> Of(Definitions definitions) =>
    [
        .. definitions.Functions.Where(f => !Identifiers.IsMetricId(f.Name)).Select(f => DefinitionRules.BadName.At(f.At, f.Name, "function")),
        .. DefinitionChecks.Duplicates(definitions.Functions.Select(f => (f.Name, f.At))),
        .. definitions.Functions.SelectMany(Types),
    ];

    private static IEnumerable<Diagnostic> Types(FunctionDefinition function) =>
        from value in function.Arguments.Append(function.Result)
        where value.Type is null || IsNarrow(value.Clr)
        let what = value == function.Result ? "The result" : $"The argument '{value.Name}'"
        select DefinitionRules.NoColumnType.At(function.At, what, function.Name, TypeText.Of(value.Clr), value.Instead);

    // A model's count goes into a column; a column's value need not go into an int.
    private static bool IsNarrow(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(int);
}
