using System.Globalization;
using Merit.Diagnostics;
using Merit.Host.Workspaces;
using Merit.Metrics.Requests;

namespace Merit.Host.Reports;

/// <summary>Reads the periods and filters of templates and merit.yaml, and gives what is wrong with them its place.</summary>
internal sealed class Questions(Workspace workspace, DateOnly today)
{
    public Period Period(string text, Place at)
    {
        _ = workspace; _ = today; _ = at;
        if (text == "all") return Metrics.Requests.Period.All;
        if (text.Length == 4) { var y = int.Parse(text, CultureInfo.InvariantCulture); return new Period(new DateOnly(y, 1, 1), new DateOnly(y + 1, 1, 1), text, PeriodKind.Year); }
        var m = DateOnly.ParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new Period(m, m.AddMonths(1), text, PeriodKind.Month);
    }

    public IReadOnlyList<Filter> Filters(string text, Place at)
    {
        var parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        if (parts.Length < 2) throw new MeritException(Merit.Diagnostics.Rules.ReportRules.NotATemplate.At(at, "filter"));
        return [new Filter(parts[0], FilterOperator.Equal, [parts[1]])];
    }
}
