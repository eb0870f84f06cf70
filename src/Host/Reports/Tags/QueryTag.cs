namespace Merit.Host.Reports.Tags;

/// <summary><c>{{#each (query "new_leads, cpl" by="campaign_name" limit=5)}}</c>: the rows of a loop.</summary>
internal sealed class QueryTag : IRowsTag
{
    public string Name => "query";

    public string Example => "{{#each (query \"new_leads, cpl\" by=\"campaign_name\")}}";

    public string Subject => "the ids of metrics";

    public bool SubjectOptional => false;

    public IReadOnlyList<Parameter> Parameters { get; } = [.. Parameter.Groups, .. Parameter.Question];

    public IReadOnlyList<string> Fields(string subject, string by) => [.. TagArguments.Split(subject), .. TagArguments.Split(by).Select(FieldOf)];

    public IReadOnlyList<IReadOnlyDictionary<string, Inline>> Build(TagArguments arguments, ReportScope scope)
    {
        var answer = scope.Ask(scope.Question(arguments, arguments.Ids, arguments.List("by")));
        return
        [
            .. answer.Rows.Select(row =>
            {
                var values = new Dictionary<string, Inline>(StringComparer.Ordinal);
                for (var i = 0; i < answer.Dimensions.Count; i++)
                {
                    values[FieldOf(answer.Dimensions[i].Id)] = new Inline(scope.Voice.Group(row.Dimensions[i], answer.Dimensions[i]));
                }

                for (var i = 0; i < answer.Metrics.Count; i++)
                {
                    values[answer.Metrics[i].Id] = scope.Voice.Inline(row.Figures[i], answer.Metrics[i]) with { Of = scope.Voice.Groups(row, answer.Dimensions) };
                }

                return values;
            }),
        ];
    }

    // A name with a dot would be read as a way into a value.
    private static string FieldOf(string dimension) => dimension.Replace('.', '_');
}
