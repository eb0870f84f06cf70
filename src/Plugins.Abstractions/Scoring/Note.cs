namespace Merit.Plugins.Scoring;

/// <summary>A sentence for whoever reads a score.</summary>
/// <param name="Text">In English. A component's id in braces, <c>{cpl}</c>, is shown as that component's label.</param>
/// <param name="TextZh">The same in Chinese; where it is empty, Chinese readers get the English.</param>
public sealed record Note(string Text, string TextZh = "")
{
    /// <summary>A note in English only.</summary>
    public static implicit operator Note(string text) => FromString(text);

    /// <summary>A note in English only.</summary>
    public static Note FromString(string text) => new(text);
}
