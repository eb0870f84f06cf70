using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Reports.Templates;
using Merit.Metrics.Requests;

namespace Merit.Host.Reports;

/// <summary>One report of a series: the value it is about.</summary>
/// <param name="Id">The value as data have it.</param>
/// <param name="Name">The value as readers see it.</param>
internal sealed record SeriesMember(string Id, string Name)
{
    /// <summary>The dimension it is a value of.</summary>
    public required string By { get; init; }

    /// <summary>The metric by which it is known to be there.</summary>
    public required string Metric { get; init; }
}

/// <summary>Which reports <c>for_each</c> makes.</summary>
internal static class Series
{
    /// <summary>More reports than this are a mistake, not a wish.</summary>
    public const int Most = 500;

    private const int LongestName = 60;

    private static readonly Dictionary<string, string> Usual = new(StringComparer.Ordinal)
    {
        ["campaign"] = "campaigns", ["campaign_name"] = "campaigns", ["type"] = "campaigns", ["campaign_owner"] = "campaigns", ["channel"] = "campaigns",
        ["lead_owner"] = "new_leads", ["deal_owner"] = "new_opportunities",
    };

    /// <summary>The values there is a report for, in their own order; those without a name have none.</summary>
    public static IReadOnlyList<SeriesMember> Members(ForEach each, ReportScope scope)
    {
        var metric = each.Having ?? Usual.GetValueOrDefault(each.By) ?? throw new MeritException(TemplateRules.NoHaving.At(each.At, each.By));
        var byId = each.By is "campaign";
        var request = new Request
        {
            Metrics = [metric], By = byId ? ["campaign", "campaign_name"] : [each.By], Where = scope.Filters, Model = scope.Model,
            // A campaign that began before the days of the report still has its report.
            Period = metric is "campaigns" ? Period.All : scope.Period,
            Sort = each.Limit is null ? [] : ["-" + metric],
        };
        List<SeriesMember> members = [.. Ask(request, each, scope)
            .Select(r => new SeriesMember(Text(r.Dimensions[0]), Text(r.Dimensions[byId ? 1 : 0] ?? r.Dimensions[0])) { By = each.By, Metric = metric }).Take(each.Limit ?? int.MaxValue)];
        return members.Count <= Most ? members : throw new MeritException(TemplateRules.TooManyReports.At(each.At, each.By, members.Count, Most));
    }

    /// <summary>The name of a member's files: the same one as long as the value is, whatever other values there are.</summary>
    public static string FileName(string report, SeriesMember member) => $"{report}-{Slug.Unique(member.Id, LongestName)}";

    private static IEnumerable<Metrics.Results.AnswerRow> Ask(Request request, ForEach each, ReportScope scope)
    {
        try
        {
            return scope.Ask(request).Rows.Where(r => r.Dimensions[0] is not null && r.Figures[0].Value is not (null or 0));
        }
        catch (MeritException wrong)
        {
            throw new MeritException([.. wrong.Diagnostics.Select(d => d.At is null ? d with { At = each.At } : d)], wrong);
        }
    }

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
