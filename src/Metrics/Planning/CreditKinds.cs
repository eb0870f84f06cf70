using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using Merit.Metrics.Tables;

namespace Merit.Metrics.Planning;

/// <summary>Credit is always of one kind of conversions: sales, leads and open deals are never added up together.</summary>
internal static class CreditKinds
{
    private static readonly string Credits = CreditsTable.Declaration.Name;

    /// <summary>A condition that holds for credit of one kind, and where the measure's own does.</summary>
    public static RowNode Of(string kind, RowNode? condition)
    {
        var own = new BinaryNode(RowOperator.Equal, new ColumnNode(Credits, nameof(CreditsTable.kind)), new LiteralNode(kind));
        return condition is null ? own : new BinaryNode(RowOperator.And, own, condition);
    }

    /// <summary>Whether a metric follows a model that gives every conversion to all that took part. Groups by model say by which each figure goes.</summary>
    public static bool TakesPart(Question question, AskedMetric metric) => !question.Shape.ByModel
        && metric.Tree().OfType<AggregateLeaf>().Any(leaf => leaf.Measure.Model is { } model && question.Context.Schema.Participation.Contains(model, StringComparer.Ordinal));

    /// <summary>What must be loaded besides the credit.</summary>
    public static IEnumerable<ColumnNode> Needed(CreditOf credit) =>
        credit is CreditOf.Margin ? [new ColumnNode(Credits, nameof(CreditsTable.cost_of_goods))] : [];

    /// <summary>Whether a source fills the table whose rows are conversions of a kind; a kind nobody declared is a problem.</summary>
    public static bool IsLoaded(WarehouseSchema schema, string kind, string metric, ICollection<Diagnostic> problems)
    {
        if (schema.Kinds.TryGetValue(kind, out var table))
        {
            // Where nothing else is declared, the credits are loaded if sales are.
            return schema.Kinds.Count == 1 || schema.Table(table) is { Loaded: true };
        }

        var next = Nearest.To(kind, schema.Kinds.Keys) is { } near ? $"Did you mean '{near}'?" : $"Declare it in merit.yaml under attribution, conversions, such as {{ {kind}: {{ of: leads, at: mql_at }} }}.";
        var problem = RequestRules.UnknownKind.Here(metric, kind, next);
        if (!problems.Contains(problem))
        {
            problems.Add(problem);
        }

        return false;
    }
}
