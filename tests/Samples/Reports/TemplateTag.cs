using System.Text.RegularExpressions;

namespace Merit.Samples.Tests.Reports;

/// <summary>A tag of a built-in template as its text has it, and the question it asks, put as an address.</summary>
/// <param name="Name">The tag's name.</param>
/// <param name="By">The dimensions it asks by.</param>
/// <param name="Question">The question.</param>
internal sealed partial record TemplateTag(string Name, IReadOnlyList<string> By, string Question)
{
    public static IReadOnlyList<TemplateTag> Of(string report)
    {
        var text = Whole(report);
        var type = TypeForm().Match(text) is { Success: true } match ? match.Groups["type"].Value : null;
        return [.. TagForm().Matches(text).Select(m => Read(m, type))];
    }

    private static string Whole(string file) => PartForm().Replace(File.ReadAllText(Repository.PathTo("reports", $"{file}.md")), m => Whole("_" + m.Groups["part"].Value));

    private static TemplateTag Read(Match tag, string? type)
    {
        var arguments = ArgumentForm().Matches(tag.Groups["arguments"].Value).ToDictionary(a => a.Groups["name"].Value, a => a.Groups["value"].Value.Trim('"'), StringComparer.Ordinal);
        var by = (arguments.GetValueOrDefault("by") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var where = (arguments.GetValueOrDefault("where") ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Concat(type is null ? [] : new[] { $"type = {type}" });
        string[] parts =
        [
            $"metrics={Uri.EscapeDataString(tag.Groups["metrics"].Value)}", $"by={Uri.EscapeDataString(string.Join(',', by))}", $"period={arguments.GetValueOrDefault("period") ?? RenderedLibrary.Period}",
            .. where.Select(w => $"where={Uri.EscapeDataString(w)}"),
            .. arguments.TryGetValue("sort", out var sort) ? new[] { $"sort={Uri.EscapeDataString(sort)}" } : [],
            .. arguments.TryGetValue("limit", out var limit) ? new[] { $"limit={limit}" } : [],
        ];
        return new TemplateTag(tag.Groups["tag"].Value, by, string.Join('&', parts));
    }

    [GeneratedRegex("""\{\{(?<tag>[a-z]+) "(?<metrics>[^"]*)"(?<arguments>[^}]*)\}\}""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TagForm();

    [GeneratedRegex("""(?<name>[a-z]+)=(?<value>"[^"]*"|[^\s"}]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ArgumentForm();

    [GeneratedRegex(@"\{\{> (?<part>[a-z-]+)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PartForm();

    [GeneratedRegex("^type: (?<type>[a-z-]+)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex TypeForm();
}
