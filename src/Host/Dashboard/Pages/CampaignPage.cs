using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Reports.Assets;
using Merit.Host.Reports.Tags;
using Merit.Host.Reports.Writers.Html;
using Merit.Host.Workers.Protocol;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Dashboard.Pages;

/// <summary>One campaign.</summary>
internal static class CampaignPage
{
    private const string Contact = "touchpoints.contact_id";
    private const int People = 20;

    /// <summary>The address of a campaign's page.</summary>
    public static string At(View view, string id) => view.To("/campaign", ("id", id));

    public static async Task ShowAsync(HttpContext context)
    {
        var view = new View(context);
        _ = view.Workspace;
        var filter = $"campaign = {Quoted(Asked.Text(view.Query, "id") ?? throw new MeritException(ServeRules.NoPage.Here()))}";
        var asked = TemplatePage.Question(view, "campaign", Resource.Text("pages/campaign.md"));
        var known = view.AskAsync(new FiguresQuestion { Metrics = ["campaigns"], By = ["campaign_name", "type"], Where = [filter] });
        var (shown, people) = (view.AskAsync(asked with { Where = [.. asked.Where, filter] }), PeopleAsync(view, filter));
        var found = await known;
        var campaign = found.Rows is [var row, ..] ? row : throw new MeritException(ServeRules.NoPage.Here());
        var part = await shown;
        await Answers.HtmlAsync(context, Frame.Write(view, new Content
        {
            Title = view.Voice.Group(campaign.Dimensions[0], found.Dimensions[0]),
            Lead = campaign.Dimensions[1] is string type ? view.Voice.CampaignType(type) : "",
            Facts = part.Facts,
            Filters = new FilterForm(view).Period().Compare("previous").Keep("id", "lang").Write(),
            Main = part.Html + await people,
            HasCharts = part.HasCharts,
        }));
    }

    // Those it touched most: each leads to what they did and what came of it.
    private static async Task<string> PeopleAsync(View view, string filter)
    {
        if (!view.MaySee("/contact"))
        {
            return "";
        }

        var people = await view.AskAsync(new FiguresQuestion { Metrics = ["touches"], By = [Contact], Where = [filter], Period = Asked.Text(view.Query, "period"), Sort = ["-touches"], Limit = People });
        if (!AnswerGrid.HasValue(people) || !AnswerGrid.HasGroups(people))
        {
            return "";
        }

        var table = AnswerGrid.Table(view.Words["site.people"], people, "touches", false, view.Voice);
        var rows = table.Grid.Rows.Zip(people.Rows, (row, found) => found.Dimensions[0] is string id ? row with { Cells = [row.Cells[0] with { At = ContactPage.At(view, id) }, .. row.Cells.Skip(1)] } : row);
        return new HtmlBlocks(view.Voice).Write(table with { Grid = table.Grid with { Rows = [.. rows] }, Notes = [.. table.Notes, view.Words.Say("site.people-note", People)] });
    }

    /// <summary>An id as a filter takes it.</summary>
    public static string Quoted(string id) => $"'{id.Replace("'", "''", StringComparison.Ordinal)}'";
}
