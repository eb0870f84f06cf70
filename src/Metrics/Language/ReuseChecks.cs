using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Semantics;
using Merit.Metrics.Tables;

namespace Merit.Metrics.Language;

/// <summary>What must hold of parameters, dimensions and segments, and of whatever names them.</summary>
internal static class ReuseChecks
{
    public static IReadOnlyList<Diagnostic> Of(Definitions definitions)
    {
        List<(string Id, Place At)> declared =
        [
            .. definitions.Parameters.Select(p => (p.Id, p.At)), .. definitions.Dimensions.Select(d => (d.Id, d.At)), .. definitions.Segments.Select(s => (s.Id, s.At)),
        ];
        var references = References(definitions).ToList();
        var cycles = references.Count == 0 ? Cycles(definitions).ToList() : [];
        return
        [
            .. declared.Where(d => !Identifiers.IsMetricId(d.Id)).Select(d => DefinitionRules.BadId.At(d.At, d.Id)),
            .. DefinitionChecks.Duplicates(definitions.Parameters.Select(p => (p.Id, p.At))),
            .. DefinitionChecks.Duplicates(definitions.Dimensions.Select(d => (d.Id, d.At))),
            .. DefinitionChecks.Duplicates(definitions.Segments.Select(s => (s.Id, s.At))),
            .. definitions.Dimensions.Where(d => Taken(definitions, d.Id) is not null).Select(d => DefinitionRules.TakenDimension.At(d.At, d.Id, Taken(definitions, d.Id))),
            .. references,
            .. cycles,

            // What a name stands for can be looked at only once every name stands for something.
            .. references.Count + cycles.Count == 0 ? Tables(definitions) : [],
        ];
    }

    private static string? Taken(Definitions definitions, string id) =>
        DimensionCatalog.IsNamed(id) ? "a dimension of Merit's own"
        : definitions.Metric(id) is not null ? "a metric"
        : Canonical.Tables.FirstOrDefault(t => t.Columns.Any(c => string.Equals(c.Name, id, StringComparison.Ordinal))) is { } table ? $"a column of {table.Name}"
        : null;

    private static IEnumerable<Diagnostic> References(Definitions definitions)
    {
        var rows = definitions.Dimensions.Select(d => (d.Id, d.Value.Node, d.At))
            .Concat(definitions.Segments.Select(s => (s.Id, s.Condition.Node, s.At)))
            .Concat(definitions.Metrics.SelectMany(m => m.Measure.Tree().OfType<Aggregate>().SelectMany(Nodes).Select(node => (m.Id, node, m.At))));
        var named = rows.SelectMany(r => r.Item2.Tree().Select(node => (Owner: r.Item1, Node: node, At: r.Item3)))
            .Select(r => r.Node switch
            {
                ParameterNode parameter => (r.Owner, "parameter", parameter.Id, r.At),
                SegmentNode segment => (r.Owner, "segment", segment.Id, r.At),
                _ => default,
            })
            .Concat(definitions.Metrics.SelectMany(m => m.Measure.Tree().OfType<ParameterMeasure>().Select(p => (m.Id, "parameter", p.Parameter, m.At))));
        return named.Where(n => n.Item3 is not null && !IsDeclared(definitions, n.Item2, n.Item3))
            .Distinct()
            .Select(n => DefinitionRules.UnknownName.At(n.Item4, n.Item1, n.Item2, n.Item3, MeantInstead(definitions, n.Item2, n.Item3)) with { Missing = n.Item3 });
    }

    private static IEnumerable<RowNode> Nodes(Aggregate aggregate) => aggregate.Conditions.Concat(aggregate.Path?.Steps.SelectMany(s => s.Conditions) ?? [])
        .Select(c => c.Node).Concat(aggregate.Value is null ? [] : [aggregate.Value]);

    private static bool IsDeclared(Definitions definitions, string kind, string id) =>
        kind is "parameter" ? definitions.Parameter(id) is not null : definitions.Segment(id) is not null;

    private static string MeantInstead(Definitions definitions, string kind, string id) =>
        Nearest.To(id, kind is "parameter" ? definitions.Parameters.Select(p => p.Id) : definitions.Segments.Select(s => s.Id)) is { } near
            ? $"Did you mean {kind}s.{near}?"
            : $"Declare it with {(kind is "parameter" ? "Parameter" : "Segment")}(\"{id}\", …) in a script under metrics/.";

    private static IEnumerable<Diagnostic> Cycles(Definitions definitions) =>
        definitions.Segments.Where(s => Reaches(definitions, s.Condition.Node, s.Id, [])).Select(s => DefinitionRules.SegmentOfItself.At(s.At, s.Id));

    private static bool Reaches(Definitions definitions, RowNode node, string segment, HashSet<string> seen) =>
        node.Tree().OfType<SegmentNode>().Any(s => string.Equals(s.Id, segment, StringComparison.Ordinal)
            || (seen.Add(s.Id) && definitions.Segment(s.Id) is { } inner && Reaches(definitions, inner.Condition.Node, segment, seen)));

    private static IEnumerable<Diagnostic> Tables(Definitions definitions)
    {
        var values = definitions.Dimensions.Select(d => ("dimension", d.Id, d.Value.Node, d.At))
            .Concat(definitions.Segments.Select(s => ("segment", s.Id, s.Condition.Node, s.At)));
        foreach (var (kind, id, node, at) in values)
        {
            // A segment inside brings its own columns; one without any is told where it is declared.
            var tables = AllColumns(definitions, node).Select(c => c.Table).Distinct(StringComparer.Ordinal).ToList();
            if (tables.Count != 1)
            {
                yield return DefinitionRules.ReusedTables.At(at, kind, id, tables.Count == 0 ? "no column" : "columns of " + string.Join(" and ", tables));
            }
        }
    }

    private static IEnumerable<ColumnNode> AllColumns(Definitions definitions, RowNode node) => node.Tree().SelectMany(n => n switch
    {
        ColumnNode column => [column],
        SegmentNode segment when definitions.Segment(segment.Id) is { } found => AllColumns(definitions, found.Condition.Node),
        _ => Enumerable.Empty<ColumnNode>(),
    });
}
