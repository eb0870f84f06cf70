using Merit.Diagnostics;
using Merit.Diagnostics.Rules;

namespace Merit.Metrics.Language;

/// <summary>Attribution models in one expression. Credit by two models can be compared, but a reader must see in the expression that it is.</summary>
internal static class ModelMixing
{
    // The model a request names, or else the workspace's default.
    private const string OfTheRequest = "";

    public static IEnumerable<Diagnostic> Of(Definitions definitions, MetricDefinition metric)
    {
        var parts = Attributed(metric.Measure).Select(p => (Part: p, Models: Models(definitions, p, null, [metric.Id]))).Where(p => p.Models.Count > 0).ToList();
        foreach (var (part, models) in parts)
        {
            if (part is MetricRef { Model: { } said and not Define.AskedModel } reference && !models.SetEquals([said]))
            {
                yield return DefinitionRules.OtherModel.At(metric.At, metric.Id, reference.Id, said, Joined(models.Where(m => m != said)));
            }
        }

        if (parts.Exists(p => !p.Models.SetEquals(parts[0].Models)) && !parts.TrueForAll(p => SaysModel(p.Part)))
        {
            var each = parts.Select(p => $"{FormulaText.Of(p.Part)} is by {Joined(p.Models)}").Distinct(StringComparer.Ordinal);
            yield return DefinitionRules.MixedModels.At(metric.At, metric.Id, string.Join("; ", each));
        }
    }

    // Aggregates of credit and references to metrics, as this expression itself names them.
    private static IEnumerable<Measure> Attributed(Measure measure) => measure.Tree().Where(m => m is Aggregate { Credit: not null } or MetricRef);

    private static bool SaysModel(Measure part) => part is Aggregate { Model: not null } or MetricRef { Model: not null };

    private static HashSet<string> Models(Definitions definitions, Measure measure, string? said, IReadOnlyList<string> path)
    {
        var models = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in Attributed(measure))
        {
            if (part is Aggregate aggregate)
            {
                models.Add((aggregate.Model is null or Define.AskedModel ? said : aggregate.Model) ?? OfTheRequest);
            }
            else if (part is MetricRef reference && !path.Contains(reference.Id, StringComparer.Ordinal) && definitions.Metric(reference.Id) is { } found)
            {
                models.UnionWith(Models(definitions, found.Measure, reference.Model is null or Define.AskedModel ? said : reference.Model, [.. path, reference.Id]));
            }
        }

        return models;
    }

    private static string Joined(IEnumerable<string> models) =>
        string.Join(" and ", models.Select(m => m switch { OfTheRequest => "the model asked for", Define.DefaultModel => "the usual model", _ => $"'{m}'" }).Order(StringComparer.Ordinal));
}
