using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Schedules;
using Merit.Host.Workspaces;
using Merit.Host.Workspaces.Keys;
using Merit.Host.Workspaces.Variables;
using Merit.Host.Workspaces.Yaml;
using Merit.Metrics.Requests;

namespace Merit.Host.Reports.Templates;

/// <summary>Splits a template into front matter and body, and checks the front matter as merit.yaml is checked.</summary>
internal static class FrontMatterReader
{
    private const string Fence = "---";

    private static readonly Key<string> English = new("en", Values.Text, "The text in English.") { Required = true };
    private static readonly Key<string> Chinese = new("zh", Values.Text, "The text in Chinese.");

    /// <summary>A text, or one in each language.</summary>
    public static Shape<LocalText> Texts { get; } = new ShortOr<LocalText>(
        Values.Text,
        (text, _, _) => new LocalText(text, ""),
        new ObjectShape<LocalText>(new KeySet([English, Chinese]), (values, _) => new LocalText(values.Get(English, ""), values.Get(Chinese, ""))));

    private static readonly Key<LocalText> Title = new("title", Texts, "What the report is called: a text, or one in each language: { en: …, zh: … }.");
    private static readonly Key<LocalText> Description = new("description", Texts, "One sentence for the list of reports.");
    private static readonly Key<Written> Type = new("type", new WrittenShape(), "The campaign type it is about; all when left out.");
    private static readonly Key<Written> Period = new("period", new WrittenShape(), "The days it is about, such as 2025-Q1 or last-month.");
    private static readonly Key<Comparison> Compare = new("compare", Values.OneOf(Comparisons.ByName), "What its figures are compared with.");
    private static readonly Key<IReadOnlyList<Written>> Where = new("where", new ListShape<Written>(new WrittenShape(), oneWillDo: true), "Filters, such as \"channel = email\".");
    private static readonly Key<IReadOnlyList<string>> Formats = new("formats", new ListShape<string>(Values.OneOf([.. ReportFormats.All]), oneWillDo: true), "What it is written as; html and md when left out.");
    private static readonly Key<Written> Model = new("model", new WrittenShape(), "The attribution model of its attributed figures.");

    private static readonly Key<Timing> Schedule = new("schedule", TimingKeys.Shape, "When it is sent, such as \"0 8 * * mon\", or { cron: …, timezone: … }.");

    private static readonly Key<IReadOnlyList<Named<string>>> Parameters = new(
        "parameters", ReportKeys.ParametersShape, "Values of the template's own, each with what it is unless merit.yaml says otherwise; ${NAME} stands for one.");

    private static readonly Key<string> By = new("by", Values.Text, "The dimension, such as campaign, channel or lead_owner.") { Required = true };
    private static readonly Key<string> Having = new("having", Values.Text, "The metric of which a value must have any.");
    private static readonly Key<int> Limit = new("limit", Values.Integer, "How many reports at most.");

    private static readonly Key<ForEach> Each = new(
        "for_each",
        new ShortOr<ForEach>(
            Values.Text, (by, node, _) => new ForEach(by, null, null, node.At),
            new ObjectShape<ForEach>(new KeySet([By, Having, Limit]), (values, _) => !values.Has(By) ? null : new ForEach(values.Get(By, ""), values.Find(Having), values.Has(Limit) ? values.Get(Limit, 0) : null, values.Mapping.At))),
        "One report for every value of a dimension.");

    private static readonly KeySet Keys = new([Title, Description, Type, Period, Compare, Where, Parameters, Each, Formats, Model, Schedule, ScheduleKeys.Recipients]);

    /// <summary>The template; null, with findings, where its front matter is none. Where only a key of it is wrong, what follows is looked at all the same.</summary>
    public static Template? Read(string name, string file, string text, Findings findings)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        if (!IsFence(lines[0]))
        {
            return new Template(name, file, new FrontMatter { Title = new LocalText(name, "") }, string.Join('\n', lines), 1);
        }

        var end = Array.FindIndex(lines, 1, IsFence);
        if (end < 0)
        {
            findings.Add(ReportRules.UnclosedFrontMatter, new Place(file, 1, 1));
            return null;
        }

        // An empty first line stands for the fence, so that places are those of the file.
        var yaml = "\n" + string.Join('\n', lines[1..end]);
        var front = YamlReader.Read(yaml, file, NoVariables(findings), findings) is MappingNode mapping ? Front(name, Keys.Read(mapping, findings)) : null;
        return front is null ? null : new Template(name, file, front, string.Join('\n', lines[(end + 1)..]), end + 2);
    }

    private static bool IsFence(string line) => string.Equals(line.TrimEnd(), Fence, StringComparison.Ordinal);

    private static Substitution NoVariables(Findings findings) =>
        new(new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal), findings) { Keeps = true };

    private static FrontMatter Front(string name, KeyValues values) => new()
    {
        Title = values.Find(Title) ?? new LocalText(name, ""),
        Description = values.Find(Description) ?? Templates.LocalText.Empty,
        Type = values.Find(Type),
        Period = values.Find(Period),
        Compare = values.Get(Compare, Comparison.Previous),
        Where = values.Find(Where) ?? [],
        Parameters = values.Find(Parameters) ?? [],
        ForEach = values.Find(Each),
        Formats = values.Find(Formats) ?? [],
        Model = values.Find(Model),
        Timing = values.Find(Schedule),
        TimingAt = values.At(Schedule),
        Recipients = values.Find(ScheduleKeys.Recipients) ?? [],
    };

    /// <summary>A text that keeps its place.</summary>
    private sealed class WrittenShape : Shape<Written>
    {
        public override string Expected => Values.Literal.Expected;

        public override bool TryRead(Node node, Findings findings, [MaybeNullWhen(false)] out Written value)
        {
            value = Values.Literal.TryRead(node, findings, out var text) ? new Written(text, node.At) : null;
            return value is not null;
        }

        public override JsonObject Schema() => Values.Literal.Schema();
    }
}
