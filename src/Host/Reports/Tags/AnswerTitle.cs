using Merit.Host.Reports.Wording;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Tags;

/// <summary>What a table or chart is called: the template's own words, or what it shows.</summary>
internal static class AnswerTitle
{
    public static string Of(TagArguments arguments, Answer answer, Voice voice) => arguments.Text("title") is { } title
        ? voice.Words.Choose(title, arguments.Text("zh") ?? "")
        : Of(answer, answer.Metrics, voice);

    public static string Of(Answer answer, IReadOnlyList<MetricColumn> metrics, Voice voice)
    {
        var what = voice.Labels(metrics);
        return answer.Dimensions.Count == 0 ? what : voice.Words.Say("title.by", what, voice.Words.List([.. answer.Dimensions.Select(d => Lower(voice.Label(d), voice))]));
    }

    // "New leads by week", not "by Week"; a label in capitals (URL) stays as it is.
    private static string Lower(string label, Voice voice) =>
        voice.Words.IsChinese || (label.Length > 1 && char.IsUpper(label[1])) || label.Length == 0 ? label : char.ToLowerInvariant(label[0]) + label[1..];
}
