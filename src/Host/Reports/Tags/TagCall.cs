using Merit.Diagnostics;

namespace Merit.Host.Reports.Tags;

/// <summary>A tag as a template wrote it, its arguments evaluated: text, whole numbers and flags.</summary>
internal sealed record TagCall(string Name, IReadOnlyList<object?> Subjects, IReadOnlyDictionary<string, object?> Named, Place At);

/// <summary>What a template language needs of the report it is rendered into.</summary>
internal interface ITagHost
{
    IReadOnlyList<ITag> Tags { get; }

    /// <summary>Values every template may name, such as the title.</summary>
    IReadOnlyDictionary<string, string> Values { get; }

    /// <summary>The mark that stands for what the tag gives. A failure is kept for later and gives an empty text.</summary>
    string Write(TagCall call);

    /// <summary>The rows of a loop; values are marks or plain text. A failure is kept for later and gives no rows.</summary>
    IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(TagCall call);
}
