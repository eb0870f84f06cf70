namespace Merit.Diagnostics;

/// <summary>What lies behind a diagnostic, and how what it is about looks wrong and right.</summary>
/// <param name="Why">A few sentences.</param>
/// <param name="Language"><c>csharp</c> for a script, <c>sh</c> for a command line; empty where there is nothing to show.</param>
/// <param name="Wrong">What gives the diagnostic.</param>
/// <param name="Right">What does not.</param>
public sealed record Example(string Why, string Language, string Wrong, string Right)
{
    private const string Fence = "```";

    /// <summary>The example of a code, or null where none is written.</summary>
    public static Example? Of(string code)
    {
        using var stream = typeof(Example).Assembly.GetManifestResourceStream($"examples/{code}.md");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        var first = text.IndexOf(Fence, StringComparison.Ordinal);
        var why = (first < 0 ? text : text[..first]).Trim();
        var (language, wrong) = Block(text, "wrong");
        return new Example(why, language, wrong, Block(text, "right").Code);
    }

    // ```csharp wrong
    private static (string Language, string Code) Block(string text, string name)
    {
        var mark = text.IndexOf($" {name}\n", StringComparison.Ordinal);
        if (mark < 0)
        {
            return ("", "");
        }

        var fence = text.LastIndexOf(Fence, mark, StringComparison.Ordinal);
        var start = mark + name.Length + 2;
        return (text[(fence + Fence.Length)..mark], text[start..text.IndexOf("\n" + Fence, start, StringComparison.Ordinal)]);
    }
}
