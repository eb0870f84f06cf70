using System.Globalization;
using System.Text;
using System.Xml;

namespace Merit.Host.Testing;

/// <summary>Results of tests as the XML that build servers read: one suite, one case for each test.</summary>
internal static class JUnitReport
{
    public static string Text(IReadOnlyList<TestOutcome> results)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", "merit");
            xml.WriteAttributeString("tests", Number(results.Count));
            xml.WriteAttributeString("failures", Number(results.Count(r => !r.Passed && !HasMistake(r))));
            xml.WriteAttributeString("errors", Number(results.Count(HasMistake)));
            xml.WriteAttributeString("time", Seconds(results.Aggregate(TimeSpan.Zero, (sum, r) => sum + r.Took)));
            foreach (var result in results)
            {
                Write(xml, result);
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + text;
    }

    private static void Write(XmlWriter xml, TestOutcome result)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", result.Test.At.File);
        xml.WriteAttributeString("name", Plain(result.Test.Name));
        xml.WriteAttributeString("time", Seconds(result.Took));
        xml.WriteAttributeString("file", result.Test.At.File);
        xml.WriteAttributeString("line", Number(result.Test.At.Line));
        if (!result.Passed)
        {
            xml.WriteStartElement(HasMistake(result) ? "error" : "failure");
            xml.WriteAttributeString("message", Plain(TestText.Headline(result)));
            xml.WriteString(Plain(TestText.Of(result, verbose: true)));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static bool HasMistake(TestOutcome result) => result.Differences.Any(d => d.Mistake is not null);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan took) => took.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    // What XML cannot hold, not even escaped.
    private static string Plain(string text) => string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : '\uFFFD'));
}
