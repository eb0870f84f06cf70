using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Measures;
using Merit.Host.Reports.Tags;
using Merit.Host.Reports.Templates;
using Merit.Host.Reports.Wording;
using Merit.Host.Workspaces;
using Merit.Metrics.Requests;

namespace Merit.Host.Reports;

/// <summary>What a template is rendered over: its data, its reader, and the values of its parameters.</summary>
internal sealed record Edition(Workspace Workspace, IMeasures Measures, ReportInputs Inputs, Voice Voice, DateOnly Today)
{
    // Names that a template knows without declaring them.
    private static readonly string[] OfTheReport = ["title", "period", "workspace", "currency", "as_of", Placeholders.Item, Placeholders.ItemId];

    /// <summary>What a template's placeholders stand for where nobody sets them: a series over everything, parameters as the template has them.</summary>
    public Placeholders Values(Template template, IReadOnlyList<Workspaces.Keys.Named<string>> set, SeriesMember? member)
    {
        var front = template.Front;
        foreach (var taken in front.Parameters.Where(p => OfTheReport.Contains(p.Name, StringComparer.Ordinal) || TagSet.All.Any(t => t.Name == p.Name)))
        {
            throw new MeritException(TemplateRules.TakenParameter.At(taken.At, taken.Name, OfTheReport.Contains(taken.Name, StringComparer.Ordinal) ? "a value of the report" : "a tag"));
        }

        if (set.FirstOrDefault(s => front.Parameters.All(p => p.Name != s.Name)) is { } unknown)
        {
            throw new MeritException(TemplateRules.NoParameter.At(unknown.At, template.Name, unknown.Name, Suggestion.For(unknown.Name, front.Parameters.Select(p => p.Name))));
        }

        var values = front.Parameters.Concat(set).GroupBy(p => p.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Value, StringComparer.Ordinal);
        if (front.ForEach is not null)
        {
            values[Placeholders.Item] = member?.Name ?? Voice.Words["series.all"];
            values[Placeholders.ItemId] = member?.Id ?? "";
        }

        return new Placeholders(values);
    }

    /// <summary>What a report is about.</summary>
    /// <param name="template">Its template.</param>
    /// <param name="values">What placeholders stand for.</param>
    /// <param name="asked">What is asked for beside the template's front matter, or instead of it.</param>
    /// <param name="member">The member of the series it is about, or null.</param>
    public ReportScope Scope(Template template, Placeholders values, Asking asked, SeriesMember? member)
    {
        var (front, parse) = (template.Front, new Questions(Workspace, Today));
        var where = front.Where.SelectMany(w => Questions.Filters(values.FillFilter(w.Text, w.At), w.At)).Concat(asked.Where);
        return new ReportScope(Workspace, Measures, Inputs, Voice, Today)
        {
            Type = Filled(front.Type),
            Model = asked.Model ?? Filled(front.Model),
            Where = [.. where, .. member is not null && front.ForEach is { } each ? [new Filter(each.By, FilterOperator.Equal, [member.Id])] : Array.Empty<Filter>()],
            Compare = asked.Compare ?? front.Compare,
            Period = asked.Period is { } own ? parse.Period(own.Text, own.At) : front.Period is { } given ? parse.Period(values.Fill(given.Text, given.At), given.At) : Period.All,
            Values = values,
        };

        string? Filled(Written? written) => written is null ? null : values.Fill(written.Text, written.At);
    }
}

/// <summary>What is asked of a template beside its front matter; what is null or empty, the template says itself.</summary>
internal sealed record Asking
{
    public Written? Period { get; init; }

    public Comparison? Compare { get; init; }

    public IReadOnlyList<Filter> Where { get; init; } = [];

    public string? Model { get; init; }
}
