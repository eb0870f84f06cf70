using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Writers.Html;
using Merit.Host.Warehouse.Identity;
using Merit.Host.Workers.Protocol;
using Merit.Metrics.Results;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Dashboard.Pages;

/// <summary>One contact: what came of it, what it did, and which records it is made of.</summary>
internal static class ContactPage
{
    /// <summary>The address of a contact's page.</summary>
    public static string At(View view, string id) => view.To("/contact", ("id", id));

    public static async Task ShowAsync(HttpContext context)
    {
        var view = new View(context);
        _ = view.Workspace;
        var (id, email) = (Asked.Text(view.Query, "id"), Asked.Text(view.Query, "email"));
        var form = new FilterForm(view).Text("id", view.Words["site.contact-id"], []).Text("email", view.Words["site.contact-email"], [], wide: true).Keep("lang");
        if (id is null && email is null)
        {
            await Answers.HtmlAsync(context, Frame.Write(view, new Content { Title = view.Words["site.contact"], Filters = form.Open().Write(), Main = Html.Element("p", "nothing", view.Words["site.contact-hint"]) }));
            return;
        }

        var person = await view.AskAsync(new PersonQuestion(id, id is null ? email : null));
        await Answers.HtmlAsync(context, Frame.Write(view, new Content
        {
            Title = view.Words.Say("site.contact-of", person.Id), Facts = [.. person.Rows.Select(r => $"{r.Table} {r.Count}")], Filters = form.Write(), Main = Shown(view, person),
        }));
    }

    private static string Shown(View view, Person person)
    {
        var conversions = Table(view, "site.conversions", [.. person.Conversions.Select(c => new GridRow(
            [new(c.Id) { At = JourneyPage.At(view, c.Id) }, new(c.Kind), new(Time(view, c.At)), new(view.Voice.Format.Text((double?)c.Value, Unit.Money))]))],
            new(view.Words["site.conversion"]), new(view.Words["site.kind"]), new(view.Words["site.when"]), new(view.Words["site.value"], Numeric: true));
        return (conversions.Length == 0 ? Html.Element("p", "nothing", view.Words["site.conversions-none"]) : conversions)
            + Table(view, "site.deeds", [.. person.Deeds.Select(d => new GridRow([new(Time(view, d.At)), new(d.What) { Under = d.Table }, new(d.Id), new(d.Contact ?? "")]))],
                new(view.Words["site.when"]), new(view.Words["site.what"]) { Prose = true }, new(view.Words["site.row"]), new(view.Words["site.contact-as"]))
            + Table(view, "site.records", [.. person.Records.Select(r => new GridRow([new(r.ContactId), new(Time(view, r.CreatedAt)), new(string.Join(", ", r.Sources))]))],
                new(view.Words["site.contact-id"]), new(view.Words["site.since"]), new(view.Words["site.sources"]) { Prose = true })
            + Table(view, "site.identifies", [.. person.Values.Select(v => new GridRow([new(v.Key), new(v.Shown), new(view.Words[$"site.identity.{v.Outcome}"]), new(string.Join(", ", v.Contacts))]))],
                new(view.Words["site.key"]), new(view.Words["site.value"]), new(view.Words["site.outcome"]) { Prose = true }, new(view.Words["site.contact-id"]) { Prose = true });
    }

    private static string Time(View view, DateTime? utc) => utc is { } at ? view.Moment(new DateTimeOffset(at, TimeSpan.Zero), view.Workspace.Zone) : "–";

    private static string Table(View view, string title, IReadOnlyList<GridRow> rows, params GridColumn[] columns) =>
        rows.Count == 0 ? "" : new HtmlBlocks(view.Voice).Write(new TableBlock(view.Words[title], new Grid(columns, rows), []));
}
