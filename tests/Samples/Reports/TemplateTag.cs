using System.Text.RegularExpressions;

namespace Merit.Samples.Tests.Reports;

/// <summary>A tag of a built-in template as its text has it.</summary>
/// <param name="Name">The tag's name.</param>
/// <param name="Subject">Its unnamed argument, or empty.</param>
/// <param name="Arguments">Its named arguments.</param>
internal sealed partial record TemplateTag(string Name, string Subject, IReadOnlyDictionary<string, string> Arguments)
{
    /// <summary>The ids its unnamed argument names.</summary>
    public IReadOnlyList<string> Ids => Split(Subject);

    /// <summary>The dimensions it asks by.</summary>
    public IReadOnlyList<string> By => List("by");

    /// <summary>An argument, or null.</summary>
    public string? this[string name] => Arguments.GetValueOrDefault(name);

    /// <summary>An argument that is a list.</summary>
    public IReadOnlyList<string> List(string name) => Split(this[name] ?? "");

    /// <summary>The filters it adds to the report's.</summary>
    public IReadOnlyList<string> Where => (this["where"] ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static IReadOnlyList<TemplateTag> Of(string report) => [.. TagForm().Matches(Whole(report)).Select(Read)];

    /// <summary>What the front matter says under a key, or null.</summary>
    public static string? Front(string report, string key) => Whole(report).Split('\n').FirstOrDefault(l => l.StartsWith($"{key}: ", StringComparison.Ordinal))?[(key.Length + 2)..].Trim();

    private static string Whole(string file) => PartForm().Replace(File.ReadAllText(Repository.PathTo("reports", $"{file}.md")), m => Whole("_" + m.Groups["part"].Value));

    private static TemplateTag Read(Match tag) => new(
        tag.Groups["tag"].Value, tag.Groups["subject"].Value,
        ArgumentForm().Matches(tag.Groups["arguments"].Value).ToDictionary(a => a.Groups["name"].Value, a => a.Groups["value"].Value.Trim('"'), StringComparer.Ordinal));

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("""\{\{(#each \()?(?<tag>[a-z]+)( "(?<subject>[^"]*)")?(?<arguments>[^}]*)\}\}""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TagForm();

    [GeneratedRegex("""(?<name>[a-z]+)=(?<value>"[^"]*"|[^\s"})]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ArgumentForm();

    [GeneratedRegex(@"\{\{> (?<part>[a-z-]+)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PartForm();
}
