using System.Globalization;
using System.Text;
using Merit.Host.Commands;
using Merit.Host.Commands.Answers;
using Merit.Host.Workspaces;

namespace Merit.Host.Explaining;

/// <summary>An explanation as a person at the terminal reads it.</summary>
internal static class ExplanationText
{
    public static string Of(Explanation explanation, Workspace workspace)
    {
        var text = new StringBuilder();
        Definition(text, explanation, workspace.Locale is "zh-CN");
        if (explanation.Answer is { } answer)
        {
            Section(text, $"Value, period {explanation.Plan.Request.Period.Name}", TableWriter.Text(AnswerListing.Of(answer, workspace)));
            foreach (var reason in AnswerListing.Reasons(answer))
            {
                text.Append("  ").Append(reason).Append('\n');
            }
        }

        Section(text, "Facts", string.Concat(explanation.Made.Facts.Select((fact, i) => Fact(explanation, i))));
        Section(text, "Lineage", string.Concat(explanation.Lineage.Select(l => Branch(l, 1))));
        foreach (var rows in explanation.Rows.Where(r => r.Shown.Count > 0))
        {
            Section(
                text, string.Create(CultureInfo.InvariantCulture, $"Rows of {rows.Behind.Table}, {rows.Shown.Count} of {rows.Count}"),
                TableWriter.Text(new Listing(rows.Behind.Columns, [.. rows.Shown])));
        }

        Section(text, "SQL", Statement(explanation));
        if (explanation.EnginePlan.Length > 0)
        {
            Section(text, "The engine's plan", explanation.EnginePlan);
        }

        return text.ToString().TrimEnd('\n');
    }

    /// <summary>The statement with the values its parameters stand for.</summary>
    public static string Statement(Explanation explanation) =>
        explanation.Plan.Sql.TrimEnd('\n') + string.Concat(explanation.Plan.Parameters.Select((p, i) => string.Create(CultureInfo.InvariantCulture, $"\n-- ${i + 1} = {Cell.Raw(p)}")));

    private static void Definition(StringBuilder text, Explanation explanation, bool chinese)
    {
        var metric = explanation.Definition;
        text.Append(CultureInfo.InvariantCulture, $"{metric.Id}: {(chinese ? metric.LabelZh : metric.Label)}\n");
        Line(text, "meaning", chinese ? metric.DescriptionZh : metric.Description);
        Line(text, "formula", explanation.Made.Formula);
        foreach (var part in explanation.Made.Parts)
        {
            Line(text, "", $"{part.Id} = {part.Formula}");
        }

        Line(text, "parameters", string.Join(", ", explanation.Made.Parameters.Select(p => $"{p} = {explanation.Parameters.GetValueOrDefault(p)}")));
        Line(text, "unit", $"{metric.Unit}".ToLowerInvariant() + (metric.LowerIsBetter ? ", lower is better" : ""));
        Line(text, "format", metric.Format);
        Line(text, "needs", string.Join(", ", metric.Requires));
        Line(text, "owner", metric.Owner);
        Line(text, "tags", string.Join(", ", metric.Tags));
        Line(text, "deprecated", metric.Deprecated ?? "");
        Line(text, "declared", metric.At.ToString());
        Line(text, "tested", explanation.Tests.Count == 0 ? "no" : string.Join(", ", explanation.Tests.Select(t => $"'{t.Name}' {t.At}")));
    }

    private static void Line(StringBuilder text, string name, string value)
    {
        if (value.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {name,-12}{value}\n");
        }
    }

    private static string Fact(Explanation explanation, int index)
    {
        var fact = explanation.Made.Facts[index];
        var text = new StringBuilder($"  {fact.Table}: {fact.Measure}");
        text.Append(fact.DatedBy.Length > 0 ? $", dated by {fact.DatedBy}" : ", of no date").Append(fact.Key.Length > 0 ? $", one row per {fact.Key}" : "").Append('\n');
        foreach (var path in fact.Paths)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {path.Dimension}: {path.Path}\n");
        }

        var rows = explanation.Rows.FirstOrDefault(r => string.Equals(r.Behind.Table, fact.Table, StringComparison.Ordinal) && string.Equals(r.Behind.Measure, fact.Measure, StringComparison.Ordinal));
        if (rows is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"    rows behind it: {rows.Count:N0}\n");
        }

        return text.ToString();
    }

    private static string Branch(Lineage lineage, int depth)
    {
        var indent = new string(' ', 2 * depth);
        var origins = lineage.Origins.Select(o => o.ToString()).Concat(lineage.Nothing.Length > 0 ? [lineage.Nothing] : []).Concat(lineage.MadeOf.Count > 0 ? ["made by Merit of"] : []);
        return $"{indent}{lineage.Column} ← {string.Join("; ", origins)}\n{string.Concat(lineage.MadeOf.Select(m => Branch(m, depth + 2)))}";
    }

    private static void Section(StringBuilder text, string title, string body) => text.Append('\n').Append(title).Append('\n').Append(body.TrimEnd('\n')).Append('\n');
}
