using Merit.Diagnostics;

namespace Merit.Host.Reports.Templates;

/// <summary>A report's template: what its front matter says, and the text below it, with the parts it includes in their places.</summary>
/// <param name="Name">The file's name without its extension.</param>
/// <param name="File">The file as diagnostics name it.</param>
/// <param name="Front">The front matter.</param>
/// <param name="Body">The text after the front matter.</param>
/// <param name="BodyLine">The line of the file the body starts on, from 1.</param>
internal sealed record Template(string Name, string File, FrontMatter Front, string Body, int BodyLine)
{
    /// <summary>Which files the body comes from, in order; empty where it is all of one.</summary>
    public IReadOnlyList<Passage> Passages { get; init; } = [];

    /// <summary>The place of a character of the body, in the file that it was written in.</summary>
    public Place PlaceOf(int offset)
    {
        var passage = Passages.LastOrDefault(p => p.Start <= offset) ?? new Passage(0, File, BodyLine, 1);
        var before = Body.AsSpan(passage.Start, offset - passage.Start);
        var lineStart = before.LastIndexOf('\n') + 1;
        var lines = before.Count('\n');
        return new Place(passage.File, passage.Line + lines, (lines == 0 ? passage.Column - 1 : 0) + before.Length - lineStart + 1);
    }
}

/// <summary>A stretch of a template's body that comes from one file.</summary>
/// <param name="Start">Where it starts in the body.</param>
/// <param name="File">The file.</param>
/// <param name="Line">The line of the file it starts on, from 1.</param>
/// <param name="Column">The column, from 1.</param>
internal sealed record Passage(int Start, string File, int Line, int Column);
