using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Requests;

namespace Merit.Metrics.Planning;

/// <summary>Answers grouped by attribution model: each model is asked the whole question. A model is no property of a row, so its groups never add up.</summary>
internal static class ModelGroups
{
    /// <summary>The models a request is grouped by; one null where it is not.</summary>
    public static IReadOnlyList<string?> Of(Request request, QuestionShape shape, PlanContext context, List<Diagnostic> problems)
    {
        if (!shape.ByModel)
        {
            return [null];
        }

        if (request.Model is { } fixedModel)
        {
            problems.Add(RequestRules.ModelTwice.Here(fixedModel));
        }

        var run = context.Schema.Models;
        var filters = request.Where.Where(f => QuestionShape.IsModel(f.Dimension)).ToList();
        foreach (var unknown in filters.SelectMany(f => f.Values).OfType<string>().Where(m => !run.Contains(m, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal))
        {
            problems.Add(RequestRules.UnknownModel.Here(unknown, Next(unknown, run)));
        }

        problems.AddRange(filters.Where(f => f.Operator is not (FilterOperator.Equal or FilterOperator.NotEqual or FilterOperator.In or FilterOperator.NotIn))
            .Select(f => RequestRules.BadModelFilter.Here(f.Operator)));
        return run.Count == 0 ? [null] : [.. run.Where(model => filters.TrueForAll(f => Passes(f, model)))];
    }

    /// <summary>A question by model that reads no credit would show the same figures again and again.</summary>
    public static IEnumerable<Diagnostic> Check(Question question)
    {
        if (question.Shape.ByModel && !question.Metrics.SelectMany(m => m.Tree()).OfType<AggregateLeaf>().Any(l => l.Measure.Credit is not null))
        {
            yield return RequestRules.NothingByModel.Here(string.Join(", ", question.Metrics.Select(m => m.Definition.Id)));
        }
    }

    /// <summary>What to do about a model that was not run.</summary>
    public static string Next(string model, IReadOnlyList<string> run) => Nearest.To(model, run) is { } near ? $"Did you mean '{near}'?"
        : run.Count == 0 ? "Name models in merit.yaml under attribution, and run again."
        : $"Use one of: {string.Join(", ", run)}.";

    private static bool Passes(Filter filter, string model)
    {
        var named = filter.Values.Contains(model, StringComparer.Ordinal);
        return filter.Operator is FilterOperator.NotEqual or FilterOperator.NotIn ? !named : named;
    }
}
