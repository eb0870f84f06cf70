using Merit.Metrics.Requests;

namespace Merit.Host.Reports;

/// <summary>What merit.yaml and front matter call comparisons.</summary>
internal static class Comparisons
{
    public static IReadOnlyDictionary<string, Comparison> ByName { get; } = new Dictionary<string, Comparison>(StringComparer.Ordinal)
    {
        ["none"] = Comparison.None,
        ["previous"] = Comparison.Previous,
        ["year-ago"] = Comparison.YearAgo,
        ["target"] = Comparison.Target,
    };

    public static Comparison Of(string name) => ByName.GetValueOrDefault(name);
}
