using System.Text.RegularExpressions;
using Merit.Host.Schedules;
using Merit.Host.Workspaces.Keys;
using Merit.Metrics.Requests;

namespace Merit.Host.Workspaces;

/// <summary>An entry of <c>reports</c>: a template's name alone, or with what to override of its front matter.</summary>
internal static partial class ReportKeys
{
    // Whether a period can be read does not depend on the day it is read on.
    private static readonly DateOnly SomeDay = new(2000, 1, 1);

    /// <summary>Names of a report's parameters, each with a value.</summary>
    public static MapShape<string> ParametersShape { get; } = new(Values.Literal, Values.Matching(ParameterForm(), "the name of a parameter", "a name such as channel or top_n"));

    private static readonly ScalarShape<string> TemplateName = Values.Matching(NameForm(), "the name of a template", "a name such as lead-gen, without a folder");

    private static readonly Key<string> Template = new("template", TemplateName, "The template: a file of reports/ without its extension, yours or a built-in one.") { Required = true };

    private static readonly Key<string> Name = new(
        "name", Values.Matching(NameForm(), "the name of a file", "a name without folder and extension, such as lead-gen-march"), "The output file's name without extension; the template's unless given.");

    private static readonly Key<string> Period = new("period", new CheckedText(text => PeriodParser.Parse(text, SomeDay, DayOfWeek.Monday)), "The days it is about, such as 2025-Q1, last-month or 2025-03-01..2025-04-01.");

    private static readonly Key<string> Compare = new("compare", Values.OneOf("none", "previous", "year-ago", "target"), "What its figures are compared with.");

    private static readonly Key<IReadOnlyList<string>> Where = new("where", new ListShape<string>(new CheckedText(text => FilterParser.Parse(text)), oneWillDo: true), "Filters such as channel = email; all must hold.");

    private static readonly Key<IReadOnlyList<string>> Formats = new("formats", new ListShape<string>(Values.OneOf([.. ReportFormats.All]), oneWillDo: true), "html, md, csv, xlsx, pdf or png, or several of them; html and md unless given.");

    private static readonly Key<IReadOnlyList<Named<string>>> Parameters = new("parameters", ParametersShape, "Values of the template's parameters.");

    private static readonly Key<Timing> Schedule = new("schedule", TimingKeys.Shape, "When it is sent, such as \"0 8 * * mon\", or { cron: …, timezone: … }.");

    public static Shape<ReportSettings> Shape { get; } = new ShortOr<ReportSettings>(
        TemplateName,
        (template, node, _) => new ReportSettings { Template = template, At = node.At },
        new ObjectShape<ReportSettings>(new KeySet([Template, Name, Period, Compare, Where, Parameters, Formats, Schedule, ScheduleKeys.Recipients]), (values, _) => new ReportSettings
        {
            Template = values.Get(Template, ""),
            Name = values.Find(Name),
            Period = values.Find(Period),
            Compare = values.Find(Compare),
            Where = values.Get(Where, []),
            Parameters = values.Get(Parameters, []),
            Formats = values.Get(Formats, []),
            Timing = values.Find(Schedule),
            Recipients = values.Get(ScheduleKeys.Recipients, []),
            At = values.Mapping.At,
        }));

    [GeneratedRegex("^[a-z][a-z0-9_]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ParameterForm();

    [GeneratedRegex(@"^[\p{L}\p{N}_][\p{L}\p{N}_. -]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameForm();
}
