using Merit.Diagnostics;

namespace Merit.Host.Workspaces;

/// <summary>Something else than a sale that journeys lead to: a lead, an MQL, an opportunity, a form.</summary>
internal sealed record ConversionKind
{
    /// <summary>The kind of every sale.</summary>
    public const string Sale = "sale";

    public string Name { get; init; } = "";

    /// <summary>The table whose rows they are.</summary>
    public required string Of { get; init; }

    /// <summary>The column that says when; a row without it has not converted.</summary>
    public required string On { get; init; }

    /// <summary>A condition over the table's columns, as SQL; null for all rows.</summary>
    public string? Where { get; init; }

    /// <summary>What each brings.</summary>
    public ConversionValue Value { get; init; } = ConversionValue.None;

    public Place At { get; init; } = new(WorkspaceLoader.FileName);
}

/// <summary>What a conversion brings.</summary>
internal abstract record ConversionValue
{
    /// <summary>Nothing that is money.</summary>
    public static ConversionValue None { get; } = new Nothing();

    /// <summary>Nothing.</summary>
    public sealed record Nothing : ConversionValue;

    /// <summary>The same for each, in the workspace's currency.</summary>
    public sealed record Fixed(decimal Amount) : ConversionValue;

    /// <summary>What a column of its table says.</summary>
    public sealed record Of(string Column) : ConversionValue;

    /// <summary>What is left of its amount after what was sold costs; nothing where that is not known.</summary>
    public sealed record Margin : ConversionValue;

    /// <summary>Of an open opportunity: its amount times its probability. Opportunities that are closed are then no conversions of the kind.</summary>
    public sealed record Expected : ConversionValue;
}
