namespace Merit.Metrics.Schema;

/// <summary>The types a warehouse column can have for scripts.</summary>
public enum ColumnType
{
    /// <summary>Text (<see cref="string"/>).</summary>
    Text,

    /// <summary>A whole number (<see cref="long"/>).</summary>
    Integer,

    /// <summary>A floating-point number (<see cref="double"/>).</summary>
    Number,

    /// <summary>An exact decimal with four places, such as money (<see cref="decimal"/>).</summary>
    Money,

    /// <summary>Yes or no (<see cref="bool"/>).</summary>
    Flag,

    /// <summary>A calendar date (<see cref="DateOnly"/>).</summary>
    Date,

    /// <summary>A point in time, kept in UTC (<see cref="DateTime"/>).</summary>
    Timestamp,
}
