namespace Merit.Host.Warehouse.Staging;

/// <summary>A source's rows as they came, in the engine, before any of them is understood.</summary>
/// <param name="Relation">The table or view that holds them; beside the source's columns it has <see cref="RowId"/>.</param>
/// <param name="Columns">The source's columns.</param>
/// <param name="Count">How many rows it has.</param>
/// <param name="Segments">Which of them come from which file, in order.</param>
/// <param name="Objects">What to drop when it is no longer needed, in order: <c>VIEW temp.x</c>, <c>TABLE temp.y</c>.</param>
internal sealed record Staged(string Relation, IReadOnlyList<StagedColumn> Columns, long Count, IReadOnlyList<Segment> Segments, IReadOnlyList<string> Objects)
{
    /// <summary>The column that numbers the rows, in the order they came.</summary>
    public const string RowId = "merit:row";

    /// <summary>Whether the relation itself tells each row's place, in <see cref="RowStage.Place"/> and <see cref="RowStage.Number"/>; there are no segments then.</summary>
    public bool TellsPlaces { get; init; }

    /// <summary>The relation's columns whose order is the source's own, whatever order rows came in; empty where that is the order of <see cref="RowId"/>.</summary>
    public IReadOnlyList<string> Order { get; init; } = [];

    public static Staged Nothing { get; } = new("(SELECT NULL::BIGINT AS \"merit:row\" WHERE false)", [], 0, [], []);
}

/// <summary>A column of a source.</summary>
/// <param name="Name">Its name as in the source, without blanks around it; unique without regard to case.</param>
/// <param name="Type">The engine's type; text for sources that have no types.</param>
internal sealed record StagedColumn(string Name, string Type)
{
    /// <summary>The relation's column that tells what is wrong with cells without a value; null where nothing is.</summary>
    public string? Faults { get; init; }
}

/// <summary>Rows of one file.</summary>
/// <param name="File">The file or page, as users see it.</param>
/// <param name="First">The row id of the first one.</param>
/// <param name="Count">How many.</param>
/// <param name="Locator">Finds them in the file.</param>
internal sealed record Segment(string File, long First, long Count, IRowLocator Locator);

/// <summary>Finds rows in the file they came from. Asked only for the few rows that need it, after they were read.</summary>
internal interface IRowLocator
{
    /// <summary>Where rows are.</summary>
    /// <param name="ordinals">Ascending, from 0, among the rows of the segment.</param>
    IEnumerable<Located> Locate(IReadOnlyList<long> ordinals);
}

/// <summary>A row's place.</summary>
/// <param name="Ordinal">Its ordinal in the segment.</param>
/// <param name="Row">Its line or row number as a user would count it; 0 where unknown.</param>
/// <param name="Raw">Its text; null where the source has none.</param>
internal readonly record struct Located(long Ordinal, long Row, string? Raw);
