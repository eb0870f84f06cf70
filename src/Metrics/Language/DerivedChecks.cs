using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Planning;
using Merit.Metrics.Requests;

namespace Merit.Metrics.Language;

/// <summary>What must hold of measures over other days and other groups, and of the attribution models of one expression.</summary>
internal static class DerivedChecks
{
    private const int LongestDays = 36_525;

    public static IEnumerable<Diagnostic> Of(Definitions definitions, MetricDefinition metric) =>
        metric.Measure.Tree().SelectMany(part => part switch
        {
            MovedMeasure { Move: RollingMove window } when Days(window) is < 1 or > LongestDays => [DefinitionRules.BadLength.At(metric.At, metric.Id, new TimeUnit(window.Grain).Text(window.Count))],
            CohortMeasure { Span: { } span } when Days(new RollingMove(span.Count, span.Grain)) is < 1 or > LongestDays => [DefinitionRules.BadLength.At(metric.At, metric.Id, new TimeUnit(span.Grain).Text(span.Count))],
            ShareMeasure share when !Additivity.Of(definitions, share.Inner) => [DefinitionRules.ShareOfRate.At(metric.At, metric.Id, FormulaText.Of(share.Inner))],
            _ => Enumerable.Empty<Diagnostic>(),
        }).Concat(ModelMixing.Of(definitions, metric));

    private static long Days(RollingMove window) => window.Grain switch
    {
        TimeGrain.Day => window.Count,
        TimeGrain.Week => 7L * window.Count,
        TimeGrain.Month => 30L * window.Count,
        TimeGrain.Quarter => 91L * window.Count,
        _ => 365L * window.Count,
    };
}
