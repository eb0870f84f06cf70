using Merit.Host.Reports.Blocks;

namespace Merit.Host.Reports.Tags;

/// <summary><c>{{checks "untagged_share, untouched_campaigns"}}</c>: figures that should be zero, with what they mean.</summary>
internal sealed class ChecksTag : IBlockTag
{
    public string Name => "checks";

    public string Example => "{{checks \"untagged_share, untouched_campaigns\"}}";

    public string Subject => "the ids of metrics";

    public bool SubjectOptional => false;

    public IReadOnlyList<Parameter> Parameters { get; } = [.. Parameter.Question, Parameter.Title, Parameter.TitleZh];

    public IReadOnlyList<Block> Build(TagArguments arguments, ReportScope scope)
    {
        var voice = scope.Voice;
        var answer = scope.Ask(scope.Question(arguments, arguments.Ids, []));
        var title = arguments.Text("title") is { } given ? voice.Words.Choose(given, arguments.Text("zh") ?? "") : voice.Words["title.quality"];
        return [CheckRows.Table(title, [.. CheckRows.Of(answer, voice)], voice.Words)];
    }
}
