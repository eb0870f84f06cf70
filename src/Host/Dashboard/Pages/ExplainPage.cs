using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Reports.Writers.Html;
using Merit.Host.Workers.Protocol;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Dashboard.Pages;

/// <summary>What a figure is: its definition, lineage, statement and rows.</summary>
internal static class ExplainPage
{
    private const int Rows = 20;

    private static readonly string[] Others = ["lang", "as", "metric"];

    public static async Task ShowAsync(HttpContext context)
    {
        var view = new View(context);
        _ = view.Workspace;
        var explained = await view.AskAsync(Question(view.Query) with { Locale = view.Words.Locale });
        var metric = Asked.Text(view.Query, "metric") ?? "";
        var back = View.Address("/explore", view.Query.Where(q => q.Key is not "metric").SelectMany(q => q.Value.Select(v => (q.Key, v))).Append(("metrics", metric)));
        await Answers.HtmlAsync(context, Frame.Write(view, new Content
        {
            Title = view.Words.Say("site.explained", metric),
            Main = $"<p>{Html.Link(back, view.Words["site.back"])}</p><div class=\"text\" tabindex=\"0\" role=\"region\" aria-label=\"{Html.Text(metric)}\">{Pre(explained.Text)}</div>",
        }));
    }

    /// <summary>What an address asks to be explained.</summary>
    public static ExplainQuestion Question(IQueryCollection query)
    {
        var metric = Asked.Text(query, "metric") ?? throw new MeritException(CommandRules.Usage.Here("no metric is named.", "say which, such as metric=cpl."));
        var figures = Asked.Read(new QueryCollection(query.Where(q => q.Key is not "metrics").Append(new("metrics", metric)).ToDictionary(q => q.Key, q => q.Value, StringComparer.Ordinal)), Others);
        return new ExplainQuestion(figures, Rows);
    }

    // Line by line: an element keeps no line breaks of its own.
    private static string Pre(string text) => $"<pre>{string.Join('\n', text.Split('\n').Select(Html.Text))}</pre>";
}
