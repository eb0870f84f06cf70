using System.Globalization;
using System.Text.RegularExpressions;
using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Guide;

/// <summary>Holds what the attribution report asks for against statements by hand over the raw files: every figure of every group.</summary>
internal static partial class JourneyComparison
{
    private const string Between = " | ";

    private static readonly string[] Parts = File.ReadAllText(Repository.PathTo("tests", "Samples", "Guide", "ByHandJourneys.sql")).Split("-- check ");

    /// <summary>What differs, a line each.</summary>
    public static List<string> Differences(string project, ByHand hand)
    {
        hand.Prepare(Parts[0]);
        Assert.True(Parts.Length > 10);
        return [.. Parts.Skip(1).SelectMany(part => Differences(project, hand, Head().Match(part), part[part.IndexOf('\n', StringComparison.Ordinal)..].TrimEnd().TrimEnd(';')))];
    }

    private static IEnumerable<string> Differences(string project, ByHand hand, Match said, string sql)
    {
        Assert.True(said.Success, sql);
        var metrics = said.Groups["metrics"].Value.Split(", ");
        var by = said.Groups["by"].Success ? said.Groups["by"].Value.Split(", ") : [];
        List<string> more = said.Groups["where"].Success ? ["--where", said.Groups["where"].Value.Trim()] : [];
        var answers = QueryAnswer.Ask(project, string.Join(',', metrics), by.Length == 0 ? null : string.Join(',', by), "2025", more).Rows
            .ToDictionary(r => string.Join(Between, by.Select(d => r[d]?.ToString() ?? "")), StringComparer.Ordinal);
        var expected = hand.Read(sql).ToDictionary(r => string.Join(Between, r.Values.Take(by.Length).Select(Text)), r => r.Values.Skip(by.Length).ToList(), StringComparer.Ordinal);
        Assert.NotEmpty(expected);

        foreach (var group in expected.Keys.Union(answers.Keys, StringComparer.Ordinal))
        {
            for (var i = 0; i < metrics.Length; i++)
            {
                var given = answers.TryGetValue(group, out var row) ? row[metrics[i]]?.GetValue<double>() : null;
                var wanted = expected.TryGetValue(group, out var figures) && figures[i] is { } figure ? Convert.ToDouble(figure, CultureInfo.InvariantCulture) : (double?)null;

                // A group in which nothing happened may be left out, or told as zero.
                if (!(given is null && wanted is null) && Math.Abs((given ?? 0) - (wanted ?? 0)) > 1e-9 * Math.Max(1, Math.Abs(wanted ?? 0)))
                {
                    yield return string.Create(CultureInfo.InvariantCulture, $"{metrics[i]} of '{group}': {given?.ToString(CultureInfo.InvariantCulture) ?? "no value"}, by hand {wanted?.ToString(CultureInfo.InvariantCulture) ?? "no value"}");
                }
            }
        }
    }

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    [GeneratedRegex("^(?<metrics>[a-z_, ]+?)( by (?<by>[a-z_., ]+?))?( where (?<where>.+))?\n", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Head();
}
