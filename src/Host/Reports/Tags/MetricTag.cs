using Merit.Host.Measures.Formatting;

namespace Merit.Host.Reports.Tags;

/// <summary><c>{{metric "cpl"}}</c>: one figure within a sentence.</summary>
internal sealed class MetricTag : IInlineTag
{
    public string Name => "metric";

    public string Example => "{{metric \"cpl\"}}";

    public string Subject => "the id of a metric";

    public bool SubjectOptional => false;

    public IReadOnlyList<Parameter> Parameters { get; } = Parameter.Question;

    public Inline Build(TagArguments arguments, ReportScope scope)
    {
        var answer = scope.Ask(scope.Question(arguments, [arguments.Subject.Trim()], []));
        return answer.Rows is [var row, ..]
            ? scope.Voice.Inline(row.Figures[0], answer.Metrics[0])
            : new Inline(FigureFormat.NoValue) { Reason = scope.Voice.Reason(Metrics.Results.NoValue.NoRows), Numeric = true };
    }
}
