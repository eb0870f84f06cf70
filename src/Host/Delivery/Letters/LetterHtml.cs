using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Merit.Host.Reports.Writers.Html;

namespace Merit.Host.Delivery.Letters;

/// <summary>
/// The same text as HTML for mail programs, most of which run no script, load no style sheet and know few styles: every element carries its own. Its numbers are those of the
/// text, since it is made of the text.
/// </summary>
internal static class LetterHtml
{
    private const string Family = "font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',Arial,sans-serif;";
    private const string Cell = "padding:6px 10px;border-bottom:1px solid #dce0dd;font-size:14px;vertical-align:top;";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    public static string Of(string title, string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var node in document.Descendants())
        {
            if (Style(node) is { } style)
            {
                node.GetAttributes().AddProperty("style", style);
            }

            if (node is Table table)
            {
                // What Markdown aligns by a class, mail aligns by a style.
                foreach (var (cell, column) in table.OfType<TableRow>().SelectMany(r => r.OfType<TableCell>().Select((c, i) => (c, i))))
                {
                    var right = column < table.ColumnDefinitions.Count && table.ColumnDefinitions[column].Alignment is TableColumnAlign.Right;
                    cell.GetAttributes().AddProperty("style", Cell + (right ? "text-align:right;white-space:nowrap;" : "text-align:left;"));
                }

                table.ColumnDefinitions.ForEach(c => c.Alignment = null);
            }
        }

        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return $"""
            <!DOCTYPE html>
            <html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Html.Text(title)}</title></head>
            <body style="margin:0;padding:0;background:#ffffff;color:#17211f;"><div style="max-width:720px;margin:0 auto;padding:24px 16px;{Family}font-size:15px;line-height:1.5;">
            {writer}</div></body></html>

            """;
    }

    private static string? Style(MarkdownObject node) => node switch
    {
        HeadingBlock { Level: 1 } => "font-size:24px;line-height:1.25;margin:0 0 8px;",
        HeadingBlock => "font-size:18px;line-height:1.3;margin:28px 0 8px;",
        Table => "border-collapse:collapse;width:100%;margin:0 0 16px;",
        ParagraphBlock { Parent: MarkdownDocument } => "margin:0 0 12px;",
        ListBlock => "margin:0 0 12px;padding-left:20px;",
        ThematicBreakBlock => "border:0;border-top:3px solid #17211f;margin:32px 0;",
        _ => null,
    };
}
