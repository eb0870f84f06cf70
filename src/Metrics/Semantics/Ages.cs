using Merit.Metrics.Requests;

namespace Merit.Metrics.Semantics;

/// <summary>Dimensions that say how long after its cohort began a row happened.</summary>
internal static class Ages
{
    /// <summary>What the dimension counts, or null where it is none of these.</summary>
    public static TimeGrain? Of(string dimension) => dimension switch
    {
        "days_since" => TimeGrain.Day,
        "weeks_since" => TimeGrain.Week,
        "months_since" => TimeGrain.Month,
        _ => null,
    };
}
