using System.Collections.ObjectModel;

namespace Merit.Plugins.Connectors;

/// <summary>One column of <see cref="Rows"/>: a name and a value, or null, per row.</summary>
/// <param name="Name">The source's own name for it.</param>
public abstract record Column(string Name)
{
    /// <summary>Number of rows.</summary>
    public abstract int Count { get; }

    /// <summary>Cells that hold no value because something is wrong with them in the source (a formula's <c>#DIV/0!</c>): what stands there, by the row's
    /// index from 0. Their values are null. A row is rejected for such a cell where its column is used.</summary>
    public IReadOnlyDictionary<int, string> Faults { get; init; } = ReadOnlyDictionary<int, string>.Empty;
}

/// <summary>Text.</summary>
public sealed record TextColumn(string Name, IReadOnlyList<string?> Values) : Column(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Count;
}

/// <summary>Whole numbers.</summary>
public sealed record IntegerColumn(string Name, IReadOnlyList<long?> Values) : Column(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Count;
}

/// <summary>Floating-point numbers.</summary>
public sealed record NumberColumn(string Name, IReadOnlyList<double?> Values) : Column(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Count;
}

/// <summary>Exact decimal numbers, such as money.</summary>
public sealed record DecimalColumn(string Name, IReadOnlyList<decimal?> Values) : Column(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Count;
}

/// <summary>Yes or no.</summary>
public sealed record BooleanColumn(string Name, IReadOnlyList<bool?> Values) : Column(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Count;
}

/// <summary>Calendar dates.</summary>
public sealed record DateColumn(string Name, IReadOnlyList<DateOnly?> Values) : Column(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Count;
}

/// <summary>Points in time on the clock of the source's zone (<see cref="DateTimeKind.Unspecified"/>) or in UTC (<see cref="DateTimeKind.Utc"/>).</summary>
public sealed record TimestampColumn(string Name, IReadOnlyList<DateTime?> Values) : Column(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Count;
}
