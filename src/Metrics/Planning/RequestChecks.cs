using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Requests;

namespace Merit.Metrics.Planning;

/// <summary>What must hold of a request whatever the data.</summary>
internal static class RequestChecks
{
    public static void Check(Request request, List<Diagnostic> problems)
    {
        if (request.Metrics.Count == 0)
        {
            problems.Add(RequestRules.NoMetric.Here());
        }

        problems.AddRange(Repeated(request.Metrics).Concat(Repeated(request.By)).Select(id => RequestRules.AskedTwice.Here(id)));
        var columns = request.By.Concat(request.Metrics).ToList();
        problems.AddRange(request.Sort.Where(s => !columns.Contains(SortColumn(s), StringComparer.Ordinal))
            .Select(s => RequestRules.BadSort.Here(SortColumn(s), string.Join(", ", columns))));
        if (request.Limit is { } limit and < 1)
        {
            problems.Add(RequestRules.BadLimit.Here(limit));
        }
    }

    public static string SortColumn(string sort) => sort.StartsWith('-') ? sort[1..] : sort;

    private static IEnumerable<string> Repeated(IEnumerable<string> ids) => ids.GroupBy(id => id, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key);
}
