using System.Globalization;
using System.Text.RegularExpressions;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Reports;
using Merit.Metrics.Requests;

namespace Merit.Host.Alerts;

/// <summary>A condition on a figure: <c>cpl &gt; 50</c>, <c>lead_to_mql &lt; 15%</c>, <c>new_leads &lt; 70% of previous</c>.</summary>
/// <param name="Metric">The metric's id.</param>
/// <param name="Sign">How the two are compared.</param>
/// <param name="Number">The limit, or the share of what it is held against.</param>
/// <param name="Of">What it is held against besides a number.</param>
/// <param name="Written">As it is written.</param>
internal sealed partial record AlertCondition(string Metric, string Sign, double Number, Comparison Of, string Written)
{
    // Sums of doubles differ in the last bits; nobody is woken for that.
    private const double Crumb = 1e-9;

    /// <summary>Reads a condition; throws MRT4066 where it is none.</summary>
    public static AlertCondition Parse(string text)
    {
        var match = Form().Match(text.Trim());
        var number = match.Groups["number"];
        var of = match.Groups["of"];
        if (!match.Success || (!number.Success && !of.Success))
        {
            throw new MeritException(AlertRules.NoCondition.Here(text, match.Success ? "nothing stands behind the comparison" : "it is not a metric, a comparison and what it is held against"));
        }

        if (of.Success && number.Success && !match.Groups["percent"].Success)
        {
            throw new MeritException(AlertRules.NoCondition.Here(text, $"a part of '{of.Value}' is written in percent"));
        }

        var value = number.Success ? double.Parse(number.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture) : 1;
        return new AlertCondition(
            match.Groups["metric"].Value, match.Groups["sign"].Value, match.Groups["percent"].Success ? value / 100 : value,
            of.Success ? Comparisons.ByName[of.Value] : Comparison.None, text.Trim());
    }

    /// <summary>The limit of now; null where there is nothing to hold it against.</summary>
    public double? Limit(double? compared) => Of is Comparison.None ? Number : Number * compared;

    /// <summary>Whether it holds; null where one of the two is missing.</summary>
    public bool? Holds(double? value, double? limit)
    {
        if (value is not { } figure || limit is not { } bound)
        {
            return null;
        }

        var apart = figure - bound;
        var same = Math.Abs(apart) <= Crumb * Math.Max(1, Math.Abs(bound));
        return Sign switch
        {
            ">" => apart > 0 && !same,
            ">=" => apart > 0 || same,
            "<" => apart < 0 && !same,
            "<=" => apart < 0 || same,
            "=" => same,
            _ => !same,
        };
    }

    [GeneratedRegex(@"^(?<metric>[a-z][a-z0-9_]*)\s*(?<sign>>=|<=|!=|>|<|=)\s*(?<number>-?\d+(\.\d+)?)?\s*(?<percent>(?<=\d\s*)%)?\s*((?<=[%\d]\s+)of\s+)?(?<of>previous|year-ago|target)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
