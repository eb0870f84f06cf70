using System.Text;
using AngleSharp.Dom;
using Merit.Tests;

namespace Merit.Host.Tests.Reports.Writers;

/// <summary>What the built-in reports say about a made-up company, for a person to review when it changes.</summary>
public sealed class BaselineTests
{
    [Theory]
    [InlineData("overview", "en")]
    [InlineData("lead-gen", "zh-CN")]
    public void Markdown_and_structure_are_as_reviewed(string template, string locale)
    {
        using var bench = new ReportBench(locale: locale);
        bench.Render(ReportBench.Ask(template, "2025"));

        Baseline.Same(bench.Markdown(template), "tests", "Host", "Reports", "Writers", "Baselines", $"{template}.{locale}.md");
        Baseline.Same(Structure(bench.Html(template).QuerySelector("main")), "tests", "Host", "Reports", "Writers", "Baselines", $"{template}.{locale}.txt");
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes()
    {
        using var one = new ReportBench();
        using var two = new ReportBench();
        one.Render(ReportBench.Ask("overview"), ReportBench.Ask("channels"));
        two.Render(ReportBench.Ask("overview"), ReportBench.Ask("channels"));

        Assert.All(Directory.GetFiles(one.Out), file => Assert.Equal(File.ReadAllText(file), File.ReadAllText(Path.Combine(two.Out, Path.GetFileName(file)))));
    }

    /// <summary>The elements that carry text, indented, each with its classes and its own text.</summary>
    private static string Structure(IElement? root)
    {
        var text = new StringBuilder();
        Write(root, 0);
        return text.ToString();

        void Write(IElement? element, int depth)
        {
            if (element is null or { LocalName: "script" })
            {
                return;
            }

            var own = string.Join(' ', string.Concat(element.ChildNodes.OfType<IText>().Select(t => t.Data)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            text.Append(' ', depth * 2).Append(element.LocalName);
            foreach (var name in element.ClassList)
            {
                text.Append('.').Append(name);
            }

            text.Append(own.Length == 0 ? "" : ": " + own).Append('\n');
            foreach (var child in element.Children)
            {
                Write(child, depth + 1);
            }
        }
    }
}
