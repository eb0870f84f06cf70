using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Attribution.Totals;
using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Writers.Html;
using Merit.Host.Workers.Protocol;
using Merit.Metrics.Results;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Dashboard.Pages;

/// <summary>Who earns what: the report on attribution, and before it what another model or another lookback would move.</summary>
internal static class AttributionPage
{
    private static readonly string[] Lookbacks = ["7", "14", "30", "60", "90", "180", "365"];

    public static async Task ShowAsync(HttpContext context)
    {
        var view = new View(context);
        var words = view.Words;
        var form = new FilterForm(view)
            .Choice("model", words["site.model"], [("", words["site.usual"]), .. view.Workspace.Models.Select(m => (m, m))], "")
            .Choice("lookback", words["site.lookback"], [("", words["site.usual"]), .. Lookbacks.Select(d => (d, words.Say("site.days", d)))], "")
            .Choice("unit", words["site.unit"], [("channel", words["site.channel"]), ("campaign", words["site.campaign"])], "channel")
            .Period().Where().Keep("lang");
        var shown = view.AskAsync(TemplatePage.Question(view, "attribution", null) with { Compare = null });
        var moved = await MovedAsync(view);
        var part = await shown;
        var people = !view.MaySee("/contact") ? "" : $"<p>{Html.Link(view.To("/contact"), words["site.to-contact"])}</p>";
        await Answers.HtmlAsync(context, Frame.Write(view, new Content { Title = words["site.attribution"], Lead = part.Description, Facts = part.Facts, Filters = form.Write(), Main = moved + people + part.Html, HasCharts = part.HasCharts }));
    }

    private static async Task<string> MovedAsync(View view)
    {
        var (model, lookback, unit) = (Asked.Text(view.Query, "model"), Days(view), Asked.Text(view.Query, "unit") is "campaign" ? "campaign" : "channel");
        // What is shared out anew knows nothing of rules on rows.
        if (view.IsRuled)
        {
            return "";
        }

        if (model is null && lookback is null)
        {
            return Html.Element("p", "nothing", view.Words["site.moves-hint"]);
        }

        if (model is not null && !view.Workspace.Models.Contains(model, StringComparer.Ordinal))
        {
            throw new MeritException(CommandRules.UnknownModel.Here(model, Workspaces.Suggestion.For(model, view.Workspace.Models)));
        }

        var credit = await view.AskAsync(new CreditQuestion(unit, model, lookback));
        var names = unit is "campaign" ? await NamesAsync(view) : [];
        var other = string.Join(" · ", [model ?? view.Workspace.Models[0], .. lookback is { } days ? [view.Words.Say("site.lookback-of", days)] : Array.Empty<string>()]);
        return new HtmlBlocks(view.Voice).Write(Table(view, credit, names, view.Workspace.Models[0], other, unit));
    }

    private static TableBlock Table(View view, MovedCredit credit, Dictionary<string, string> names, string usual, string other, string unit)
    {
        var words = view.Words;
        var (before, after) = (Places(credit.Usual), Places(credit.Other));
        var units = credit.Other.Concat(credit.Usual).Select(t => t.Unit).Distinct(StringComparer.Ordinal).OrderBy(u => u is AttributedTotals.Unattributed)
            .ThenByDescending(u => Math.Abs((after.GetValueOrDefault(u)?.Total.Value ?? 0) - (before.GetValueOrDefault(u)?.Total.Value ?? 0))).ThenBy(u => u, StringComparer.Ordinal);
        return new TableBlock(
            words.Say("site.moves", other),
            new Grid(
                [
                    new(words[$"site.{unit}"]), new(words.Say("site.conversions-by", usual), Numeric: true), new(words.Say("site.conversions-by", other), Numeric: true),
                    new(words.Say("site.value-by", usual), Numeric: true), new(words.Say("site.value-by", other), Numeric: true), new(words["site.moved"], Numeric: true), new(words["site.place"], Numeric: true),
                ],
                [
                    .. units.Select(u =>
                    {
                        var (from, to) = (before.GetValueOrDefault(u), after.GetValueOrDefault(u));
                        var change = (to?.Total.Value ?? 0) - (from?.Total.Value ?? 0);
                        return new GridRow(
                        [
                            new(u is AttributedTotals.Unattributed ? words["group.unattributed"] : names.GetValueOrDefault(u, u)),
                            Figure(view, from?.Total.Conversions, Unit.Number), Figure(view, to?.Total.Conversions, Unit.Number), Figure(view, from?.Total.Value, Unit.Money), Figure(view, to?.Total.Value, Unit.Money),
                            new((change > 0 ? "+" : "") + view.Voice.Format.Text(change, Unit.Money)),
                            new(u is AttributedTotals.Unattributed ? "" : from?.Place == to?.Place ? $"{to?.Place}" : $"{from?.Place.ToString(CultureInfo.InvariantCulture) ?? "–"} → {to?.Place.ToString(CultureInfo.InvariantCulture) ?? "–"}"),
                        ]);
                    }),
                ]),
            [words["site.moves-note"]]);
    }

    private static GridCell Figure(View view, double? value, Unit unit) => new(view.Voice.Format.Text(value is { } number ? Math.Round(number, 2) : 0, unit));

    // By value, as a reader looks at it first.
    private static Dictionary<string, Placed> Places(IReadOnlyList<AttributedTotal> totals) => totals.Where(t => t.Unit is not AttributedTotals.Unattributed)
        .OrderByDescending(t => t.Value).ThenByDescending(t => t.Conversions).ThenBy(t => t.Unit, StringComparer.Ordinal).Select((t, i) => new Placed(t, i + 1))
        .Concat(totals.Where(t => t.Unit is AttributedTotals.Unattributed).Select(t => new Placed(t, 0))).ToDictionary(p => p.Total.Unit, StringComparer.Ordinal);

    private static async Task<Dictionary<string, string>> NamesAsync(View view) =>
        (await view.AskAsync(new FiguresQuestion { Metrics = ["campaigns"], By = ["campaign", "campaign_name"] })).Rows
            .Where(r => r.Dimensions[0] is string).DistinctBy(r => r.Dimensions[0]).ToDictionary(r => r.Dimensions[0] as string ?? "", r => r.Dimensions[1] as string ?? r.Dimensions[0] as string ?? "", StringComparer.Ordinal);

    private static int? Days(View view) => Asked.Text(view.Query, "lookback") switch
    {
        null => null,
        { } text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= 3650 => days,
        { } text => throw new MeritException(CommandRules.Usage.Here($"'{text}' is not a value of lookback.", "write a whole number of days.")),
    };

    private sealed record Placed(AttributedTotal Total, int Place);
}
