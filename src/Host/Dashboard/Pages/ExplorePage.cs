using Merit.Host.Measures.Formatting;
using Merit.Host.Reports.Tags;
using Merit.Host.Reports.Wording;
using Merit.Host.Reports.Writers.Html;
using Merit.Host.Workers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Merit.Host.Dashboard.Pages;

/// <summary>Any question, as a table.</summary>
internal static class ExplorePage
{
    public static async Task ShowAsync(HttpContext context)
    {
        var pool = context.RequestServices.GetRequiredService<WorkerPool>();
        pool.Opened.ThrowIfClosed();
        var (locale, currency) = (pool.Opened.Workspace?.Locale ?? "en", pool.Opened.Workspace?.Currency ?? "");
        var voice = new Voice(Words.For(locale), new FigureFormat(locale, currency));
        var name = pool.Opened.Workspace?.Name ?? "";
        var table = "";
        if (context.Request.Query.ContainsKey("metrics"))
        {
            var answer = await pool.AskAsync(Asked.Read(context.Request.Query), context.RequestAborted);
            var title = AnswerTitle.Of(answer, answer.Metrics, voice);
            table = new HtmlBlocks(voice).Write(AnswerGrid.HasValue(answer) ? AnswerGrid.Table(title, answer, null, false, voice) : AnswerGrid.Nothing(title, answer, voice));
        }

        await Answers.HtmlAsync(context, HtmlPage.Write(voice.Words, name, Html.Element("h1", "", name), table, []));
    }
}
