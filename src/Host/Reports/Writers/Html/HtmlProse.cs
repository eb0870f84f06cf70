using System.Globalization;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Merit.Host.Reports.Writers.Html;

/// <summary>Turns prose into HTML and puts blocks and figures where their marks are. HTML written in prose is shown as text.</summary>
internal sealed class HtmlProse(Func<int, string> block, Func<int, string> inline, Func<int, string> plain)
{
    public string Write(string markdown)
    {
        // What GitHub reads as well, and no more: values are escaped for that.
        var pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).Use(new MarkExtension(this)).Build();
        var document = Markdig.Markdown.Parse(markdown, pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>().Where(h => h.Level == 1))
        {
            // The report's title is the page's only first heading.
            heading.Level = 2;
        }

        using var text = new StringWriter();
        var renderer = new HtmlRenderer(text);
        pipeline.Setup(renderer);
        renderer.Render(document);
        renderer.Writer.Flush();
        // A mark inside an address or a title was never parsed: there only its text can stand.
        return Marks.Replace(text.ToString(), _ => "", plain);
    }

    private sealed class Mark(bool isBlock, int index) : LeafInline
    {
        public bool IsBlock { get; } = isBlock;

        public int Index { get; } = index;
    }

    private sealed class MarkExtension(HtmlProse prose) : IMarkdownExtension
    {
        public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new MarkParser());

        public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
        {
            if (renderer is HtmlRenderer html)
            {
                html.ObjectRenderers.Insert(0, new MarkRenderer(prose));
                html.ObjectRenderers.ReplaceOrAdd<ParagraphRenderer>(new MarkParagraphRenderer());
            }
        }
    }

    private sealed class MarkParser : InlineParser
    {
        public MarkParser() => OpeningCharacters = [Marks.Start];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var end = slice.Text.IndexOf(Marks.End, slice.Start);
            if (end < 0 || end > slice.End || !int.TryParse(slice.Text.AsSpan(slice.Start + 2, end - slice.Start - 2), CultureInfo.InvariantCulture, out var index))
            {
                return false;
            }

            processor.Inline = new Mark(slice.Text[slice.Start + 1] == Marks.Block, index);
            slice.Start = end + 1;
            return true;
        }
    }

    private sealed class MarkRenderer(HtmlProse prose) : HtmlObjectRenderer<Mark>
    {
        protected override void Write(HtmlRenderer renderer, Mark obj)
        {
            renderer.Write(obj.IsBlock ? prose.WriteBlock(obj.Index) : renderer.EnableHtmlForInline ? prose.WriteInline(obj.Index) : prose.WritePlain(obj.Index));
        }
    }

    /// <summary>A paragraph that is nothing but a block's mark is the block.</summary>
    private sealed class MarkParagraphRenderer : ParagraphRenderer
    {
        protected override void Write(HtmlRenderer renderer, ParagraphBlock obj)
        {
            if (obj.Inline is { FirstChild: Mark { IsBlock: true, NextSibling: null } })
            {
                renderer.WriteLeafInline(obj);
            }
            else
            {
                base.Write(renderer, obj);
            }
        }
    }

    private string WriteBlock(int index) => block(index);

    private string WriteInline(int index) => inline(index);

    private string WritePlain(int index) => plain(index);
}
