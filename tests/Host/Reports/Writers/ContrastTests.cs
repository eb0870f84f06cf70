using System.Globalization;
using System.Text.RegularExpressions;
using Merit.Host.Reports.Assets;

namespace Merit.Host.Tests.Reports.Writers;

/// <summary>The colours of the style sheet, light and dark: text stands out at least 4.5 to 1 (WCAG AA), marks at least 3 to 1.</summary>
public sealed partial class ContrastTests
{
    public static TheoryData<int, string, string, double> Pairs()
    {
        var pairs = new TheoryData<int, string, string, double>();
        for (var scheme = 0; scheme < 2; scheme++)
        {
            foreach (var text in new[] { "ink", "soft", "accent", "good", "bad", "warn", "wait" })
            {
                pairs.Add(scheme, text, "paper", 4.5);
                pairs.Add(scheme, text, "surface", 4.5);
            }

            foreach (var pill in new[] { "stop", "fix", "grow", "keep" })
            {
                pairs.Add(scheme, "on-pill", pill, 4.5);
            }

            foreach (var series in new[] { "s1", "s2", "s3", "s4", "s5", "s6" })
            {
                pairs.Add(scheme, series, "paper", 3);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Text_and_marks_stand_out(int scheme, string front, string back, double atLeast)
    {
        var colours = Schemes()[scheme];
        var (light, dark) = (Luminance(colours[front]), Luminance(colours[back]));

        var contrast = (Math.Max(light, dark) + .05) / (Math.Min(light, dark) + .05);

        Assert.True(contrast >= atLeast, string.Create(CultureInfo.InvariantCulture, $"{front} on {back}: {contrast:0.00}"));
    }

    private static List<Dictionary<string, string>> Schemes() =>
    [
        .. Root().Matches(Resource.Text("assets/report.css")).Select(root => Colour().Matches(root.Value)
            .ToDictionary(c => c.Groups["name"].Value, c => c.Groups["value"].Value, StringComparer.Ordinal)),
    ];

    private static double Luminance(string hex)
    {
        var parts = Enumerable.Range(0, 3).Select(i => int.Parse(hex.AsSpan(i * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d)
            .Select(c => c <= .03928 ? c / 12.92 : Math.Pow((c + .055) / 1.055, 2.4)).ToList();
        return (.2126 * parts[0]) + (.7152 * parts[1]) + (.0722 * parts[2]);
    }

    [GeneratedRegex(@":root \{[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Root();

    [GeneratedRegex("--(?<name>[a-z0-9-]+): #(?<value>[0-9a-f]{6})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Colour();
}
