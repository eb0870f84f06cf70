using Merit.Host.Reports.Blocks;

namespace Merit.Host.Reports.Tags;

/// <summary>Something a template can ask for.</summary>
internal interface ITag
{
    string Name { get; }

    /// <summary>How an analyst would write it; shown where it is written wrong.</summary>
    string Example { get; }

    /// <summary>What the unnamed argument means, or empty where there is none.</summary>
    string Subject { get; }

    /// <summary>Whether the unnamed argument may be left out.</summary>
    bool SubjectOptional { get; }

    IReadOnlyList<Parameter> Parameters { get; }
}

/// <summary>A tag that stands for blocks of the page.</summary>
internal interface IBlockTag : ITag
{
    IReadOnlyList<Block> Build(TagArguments arguments, ReportScope scope);
}

/// <summary>A tag that stands for a few words within a sentence.</summary>
internal interface IInlineTag : ITag
{
    Inline Build(TagArguments arguments, ReportScope scope);
}

/// <summary>A tag that gives the rows of a loop.</summary>
internal interface IRowsTag : ITag
{
    /// <summary>The names a row will have, as far as the arguments tell.</summary>
    IReadOnlyList<string> Fields(string subject, string by);

    IReadOnlyList<IReadOnlyDictionary<string, Inline>> Build(TagArguments arguments, ReportScope scope);
}

/// <summary>A named argument.</summary>
internal sealed record Parameter(string Name, ParameterKind Kind)
{
    public static IReadOnlyList<Parameter> Question { get; } =
        [new("where", ParameterKind.Text), new("period", ParameterKind.Text), new("model", ParameterKind.Text)];

    public static IReadOnlyList<Parameter> Groups { get; } =
        [new("by", ParameterKind.Text), new("sort", ParameterKind.Text), new("limit", ParameterKind.Count)];

    public static Parameter Title { get; } = new("title", ParameterKind.Text);

    public static Parameter TitleZh { get; } = new("zh", ParameterKind.Text);
}

/// <summary>Sorts of arguments.</summary>
internal enum ParameterKind
{
    Text,
    Count,
    Flag,
}

/// <summary>A piece of a sentence.</summary>
/// <param name="Text">What is read, as plain text; for <see cref="Prose"/>, Markdown.</param>
internal sealed record Inline(string Text)
{
    /// <summary>Why there is no value, or empty.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The template's own words, which may hold Markdown.</summary>
    public bool Prose { get; init; }

    /// <summary>A number, which is set in figures of one width.</summary>
    public bool Numeric { get; init; }

    /// <summary>The number as a cell of a table has it, for files that programs read; null for what is none.</summary>
    public Blocks.GridCell? Cell { get; init; }

    /// <summary>What the number is; empty for what is none.</summary>
    public string Label { get; init; } = "";

    /// <summary>Of which groups it is, or empty.</summary>
    public string Of { get; init; } = "";
}
