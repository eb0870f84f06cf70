using Merit.Diagnostics;

namespace Merit.Host.Reports.Templates;

/// <summary>A report's template: what its front matter says, and the text below it.</summary>
/// <param name="Name">The file's name without its extension.</param>
/// <param name="File">The file as diagnostics name it.</param>
/// <param name="Front">The front matter.</param>
/// <param name="Body">The text after the front matter.</param>
/// <param name="BodyLine">The line of the file the body starts on, from 1.</param>
internal sealed record Template(string Name, string File, FrontMatter Front, string Body, int BodyLine)
{
    /// <summary>The place of a character of the body.</summary>
    public Place PlaceOf(int offset)
    {
        var before = Body.AsSpan(0, offset);
        var lineStart = before.LastIndexOf('\n') + 1;
        return new Place(File, BodyLine + before.Count('\n'), offset - lineStart + 1);
    }
}
