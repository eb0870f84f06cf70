using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Workers.Protocol;
using Merit.Host.Workspaces;
using Merit.Metrics.Requests;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Dashboard;

/// <summary>A question as an address puts it, in the words of <c>merit query</c>.</summary>
internal static class Asked
{
    private static readonly string[] Known = ["metrics", "by", "period", "where", "compare", "total", "sort", "limit", "model"];

    private static readonly Dictionary<string, Comparison> Comparisons = new(StringComparer.Ordinal)
    {
        [""] = Comparison.None, ["none"] = Comparison.None, ["previous"] = Comparison.Previous, ["year-ago"] = Comparison.YearAgo, ["target"] = Comparison.Target,
    };

    /// <summary>The question.</summary>
    /// <param name="query">The address's own.</param>
    /// <param name="others">Names that mean something to the page, and nothing to the question.</param>
    public static FiguresQuestion Read(IQueryCollection query, params string[] others)
    {
        if (query.Keys.FirstOrDefault(k => !Known.Contains(k, StringComparer.Ordinal) && !others.Contains(k, StringComparer.Ordinal)) is { } unknown)
        {
            throw Wrong($"there is no parameter '{unknown}'.", Suggestion.For(unknown, [.. Known, .. others]));
        }

        var metrics = Names(query, "metrics");
        return new FiguresQuestion
        {
            Metrics = metrics.Count > 0 ? metrics : throw Wrong("no metric is named.", "say which, such as metrics=cost,cpl."),
            By = Names(query, "by"),
            Period = Text(query, "period"),
            Where = [.. query["where"].OfType<string>().Where(w => w.Trim().Length > 0)],
            Compare = Comparisons.TryGetValue(Text(query, "compare") ?? "", out var compare) ? compare : throw Wrong($"'{Text(query, "compare")}' is not a value of compare.", "write previous, year-ago or target."),
            Total = Text(query, "total") switch { null or "false" => false, "true" => true, _ => throw Wrong("total is true or false.", "write total=true.") },
            Sort = Names(query, "sort"),
            Limit = Limit(Text(query, "limit")),
            Model = Text(query, "model"),
        };
    }

    /// <summary>Names, separated by commas or given again.</summary>
    public static IReadOnlyList<string> Names(IQueryCollection query, string name) =>
        [.. query[name].OfType<string>().SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>A text, or null where there is none.</summary>
    public static string? Text(IQueryCollection query, string name) => query[name].LastOrDefault()?.Trim() is { Length: > 0 } text ? text : null;

    private static int? Limit(string? text) => text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? n
        : throw Wrong($"'{text}' is not a value of limit.", "write a whole number above zero.");

    private static MeritException Wrong(string what, string instead) => new(CommandRules.Usage.Here(what, instead));
}
