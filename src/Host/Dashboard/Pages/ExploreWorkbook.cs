using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Tags;
using Merit.Host.Reports.Writers.Tables;
using Merit.Metrics.Results;

namespace Merit.Host.Dashboard.Pages;

/// <summary>A question's answer as a workbook: the table or pivot with figures to reckon with, and a second sheet that says what was asked and what its dashes mean.</summary>
internal static class ExploreWorkbook
{
    private static readonly string[] Named = ["metrics", "by", "period", "where", "compare", "model", "limit"];

    public static async Task<byte[]> OfAsync(View view, Answer answer)
    {
        var pivot = Asked.Text(view.Query, "as") is "pivot" ? (await PivotPart.OfAsync(view, answer)).OfType<TableBlock>().FirstOrDefault() : null;
        var table = pivot ?? Table(view, answer);
        var names = SheetNames.Of([table.Title, view.Words["site.asked"]]);
        return Workbook.Write([new Sheet(names[0], table.Grid, HasHeading: true), new Sheet(names[1], Question(view, table), HasHeading: false)], view.Voice.Format.Currency);
    }

    private static TableBlock Table(View view, Answer answer) =>
        ComparedGrid.Of(AnswerGrid.Table(AnswerTitle.Of(answer, answer.Metrics, view.Voice), answer, null, false, view.Voice), answer, view.Voice);

    // In the words of the address, with which it can be asked again.
    private static Grid Question(View view, TableBlock table) => new(
        [new GridColumn(""), new GridColumn("")],
        [
            Row(table.Title, "", total: true), Row(view.Name, ""),
            .. Named.SelectMany(name => view.Query[name].OfType<string>().Where(v => v.Trim().Length > 0).Select(value => Row(view.Words[$"site.{name}"], value))),
            .. table.Notes.Select(note => Row("", note)),
        ]);

    private static GridRow Row(string what, string text, bool total = false) => new([new GridCell(what), new GridCell(text)], total);
}
