using System.Text;

namespace Merit.Host.Reports;

/// <summary>A file of a report.</summary>
/// <param name="Name">Its name, without a folder.</param>
/// <param name="Content">What it holds.</param>
internal sealed record ReportFile(string Name, ReadOnlyMemory<byte> Content)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>What kind of file it is, as its name's end says.</summary>
    public string Extension => Path.GetExtension(Name).TrimStart('.');

    /// <summary>A file of text.</summary>
    public static ReportFile Of(string name, string text) => new(name, Utf8.GetBytes(text));
}
