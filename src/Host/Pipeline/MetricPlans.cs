using Merit.Diagnostics;
using Merit.Metrics.Language;
using Merit.Metrics.Planning;
using Merit.Metrics.Requests;

namespace Merit.Host.Pipeline;

/// <summary>Plans metrics by themselves, so that one that cannot be asked at all is told where it is declared, and all of them at once.</summary>
internal static class MetricPlans
{
    /// <summary>What is wrong with them.</summary>
    public static IEnumerable<Diagnostic> Findings(IEnumerable<MetricDefinition> metrics, Func<Request, Plan> plan) =>
        metrics.SelectMany(m => Try(m, plan, out _)).Distinct();

    /// <summary>Their plans, in order; throws with everything that is wrong.</summary>
    public static IReadOnlyList<Plan> Of(IReadOnlyList<MetricDefinition> metrics, Func<Request, Plan> plan)
    {
        var (plans, findings) = (new List<Plan>(), new List<Diagnostic>());
        foreach (var metric in metrics)
        {
            findings.AddRange(Try(metric, plan, out var planned));
            plans.AddRange(planned is null ? [] : [planned]);
        }

        return findings.Count == 0 ? plans : throw new MeritException([.. findings.Distinct()]);
    }

    /// <summary>The plans of those that can be asked: over what an older version published, one that cannot must not hide the others.</summary>
    public static IEnumerable<(MetricDefinition Metric, Plan Plan)> Possible(IEnumerable<MetricDefinition> metrics, Func<Request, Plan> plan)
    {
        foreach (var metric in metrics)
        {
            Try(metric, plan, out var planned);
            if (planned is not null)
            {
                yield return (metric, planned);
            }
        }
    }

    private static IReadOnlyList<Diagnostic> Try(MetricDefinition metric, Func<Request, Plan> plan, out Plan? planned)
    {
        try
        {
            planned = plan(new Request { Metrics = [metric.Id] });
            return [];
        }
        catch (MeritException wrong)
        {
            planned = null;
            return [.. wrong.Diagnostics.Select(d => d.At is null ? d with { At = metric.At } : d)];
        }
    }
}
