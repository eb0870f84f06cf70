using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Attribution.Explained;
using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Writers.Html;
using Merit.Host.Workers.Protocol;
using Merit.Metrics.Results;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Dashboard.Pages;

/// <summary>One conversion, touch by touch, with what each model gave to each.</summary>
internal static class JourneyPage
{
    /// <summary>The address of a conversion's page.</summary>
    public static string At(View view, string conversion) => view.To("/journey", ("id", conversion));

    public static async Task ShowAsync(HttpContext context)
    {
        var view = new View(context);
        _ = view.Workspace;
        var told = await view.AskAsync(new JourneyQuestion(Asked.Text(view.Query, "id") ?? throw new MeritException(ServeRules.NoPage.Here())));
        var journey = told.Journey;
        var notes = told.Findings.Select(f => Html.Element("p", "note", $"{f.Message} {f.NextStep}"));
        var contact = journey.Contact is { } id ? $"<p>{Html.Link(ContactPage.At(view, id), view.Words.Say("site.contact-of", id))}</p>" : "";
        await Answers.HtmlAsync(context, Frame.Write(view, new Content
        {
            Title = view.Words.Say("site.journey-of", journey.Conversion),
            Facts = [journey.Kind, Time(view, journey.ConvertedAt), .. journey.Value is { } value ? [view.Voice.Format.Text((double)value, Unit.Money)] : Array.Empty<string>()],
            Main = contact + new HtmlBlocks(view.Voice).Write(Touches(view, journey)) + string.Concat(notes),
        }));
    }

    // Models may hold different touches to be part of the journey: each touch stands once, with what each of them gave.
    private static TableBlock Touches(View view, ExplainedJourney journey)
    {
        var models = journey.Credits.Select(c => c.Model).Distinct(StringComparer.Ordinal).ToList();
        var credits = journey.Credits.ToLookup(c => (c.Model, c.Touch?.Id ?? ""));
        var touches = journey.Credits.Select(c => c.Touch).OfType<ExplainedTouch>().DistinctBy(t => t.Id, StringComparer.Ordinal).OrderBy(t => t.OccurredAt).ThenBy(t => t.Id, StringComparer.Ordinal).ToList();
        var rows = touches.Select((touch, i) => new GridRow(
        [
            new(Time(view, touch.OccurredAt)) { Under = touch.Id },
            new(touch.Channel ?? view.Words["group.none"]), Campaign(view, touch.Campaign),
            new(view.Voice.Format.Text(touch.AgeDays, Unit.Days)),
            .. models.Select(m => Credit(view, credits[(m, touch.Id)].FirstOrDefault())),
        ])).ToList();
        if (journey.Credits.Any(c => c.Touch is null))
        {
            rows.Add(new GridRow([new(view.Words["group.unattributed"]), new(""), new(""), new(""), .. models.Select(m => Credit(view, credits[(m, "")].FirstOrDefault()))]));
        }

        return new TableBlock(
            view.Words["site.touches"],
            new Grid(
                [
                    new(view.Words["site.touch"]), new(view.Words["site.channel"]), new(view.Words["site.campaign"]), new(view.Words["site.before"], Numeric: true),
                    .. models.Select(m => new GridColumn(m, Numeric: true)),
                ],
                rows),
            [view.Words["site.journey-note"]]);
    }

    private static GridCell Campaign(View view, string? id) => id is null ? new(view.Words["group.none"]) : new(id) { At = CampaignPage.At(view, id) };

    private static GridCell Credit(View view, ExplainedCredit? credit) => credit is null
        ? new GridCell("–") { Reason = view.Words["site.not-in-journey"] }
        : new GridCell(view.Voice.Format.Text(credit.Share, Unit.Percent))
        {
            Under = credit.Why is { } why ? string.Create(CultureInfo.InvariantCulture, $"{why.Weight:0.###} ÷ {why.Sum:0.###}") : "",
        };

    private static string Time(View view, DateTime? utc) => utc is { } at ? view.Moment(new DateTimeOffset(at, TimeSpan.Zero), view.Workspace.Zone) : "–";
}
