using Merit.Host.Reports.Wording;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Tags;

/// <summary>What a table or chart is called: the template's own words, or what it shows.</summary>
internal static class AnswerTitle
{
    private const int MostNamed = 3;

    public static string Of(TagArguments arguments, Answer answer, Voice voice) => arguments.Text("title") is { } title
        ? voice.Words.Choose(title, arguments.Text("zh") ?? "")
        : Of(answer, answer.Metrics, voice);

    public static string Of(Answer answer, IReadOnlyList<MetricColumn> metrics, Voice voice)
    {
        // A list of many labels is no title: the table's own headings say them.
        var what = metrics.Count <= MostNamed ? voice.Labels(metrics) : voice.Words["title.figures"];
        return answer.Dimensions.Count == 0 ? what : voice.Words.Say("title.by", what, voice.Words.List([.. answer.Dimensions.Select(d => voice.Inside(voice.Label(d)))]));
    }
}
