using Merit.Metrics.Language;
using Merit.Metrics.Schema;

namespace Merit.Metrics.Semantics;

/// <summary>How a value belongs to a row of a fact: its own column, a column looked up by a unique key, or the first of several that there is.
/// Never more than one value a row, so no row is ever counted twice.</summary>
internal abstract record Reach(ColumnType Type)
{
    /// <summary>The fact's own columns it depends on.</summary>
    public abstract IEnumerable<string> Reads { get; }

    /// <summary>The same value for the rows of a table that look up this one's rows by a key.</summary>
    public abstract Reach Through(Reach key, string table, string keyColumn);

    /// <summary>In words, for people: <c>leads.campaign_id, else first_touches.campaign_id by contact_id</c>.</summary>
    public abstract string Text(string fact);
}

internal sealed record OwnColumn(string Name, ColumnType Type) : Reach(Type)
{
    public override IEnumerable<string> Reads => [Name];

    public override Reach Through(Reach key, string table, string keyColumn) => new LookedUp(key, table, keyColumn, Name, Type);

    public override string Text(string fact) => $"{fact}.{Name}";
}

/// <summary>A column of the row of another table whose unique key equals a value of this one.</summary>
internal sealed record LookedUp(Reach Key, string Table, string KeyColumn, string Name, ColumnType Type) : Reach(Type)
{
    public override IEnumerable<string> Reads => Key.Reads;

    public override Reach Through(Reach key, string table, string keyColumn) => this with { Key = Key.Through(key, table, keyColumn) };

    public override string Text(string fact) => Key switch
    {
        OwnColumn own => $"{Table}.{Name} by {own.Name}",
        LookedUp further => $"{Table}.{Name} by {further.Text(fact)}",
        _ => $"{Table}.{Name} by ({Key.Text(fact)})",
    };
}

internal sealed record FirstOf(IReadOnlyList<Reach> Alternatives) : Reach(Alternatives[0].Type)
{
    public override IEnumerable<string> Reads => Alternatives.SelectMany(a => a.Reads);

    public override Reach Through(Reach key, string table, string keyColumn) => new FirstOf([.. Alternatives.Select(a => a.Through(key, table, keyColumn))]);

    public override string Text(string fact) => string.Join(", else ", Alternatives.Select(a => a.Text(fact)));

    public bool Equals(FirstOf? other) => other is not null && Alternatives.SequenceEqual(other.Alternatives);

    public override int GetHashCode() => Alternatives.Aggregate(17, HashCode.Combine);
}

/// <summary>A value that scripts declare for the rows of a table, reached like a column of it.</summary>
/// <param name="Node">The value, without names of parameters and segments.</param>
/// <param name="Own">What is reached of the table's row.</param>
/// <param name="Type">Of the value.</param>
internal sealed record Computed(FoundNode Node, IReadOnlyList<Reach> Own, ColumnType Type) : Reach(Type)
{
    public override IEnumerable<string> Reads => Own.SelectMany(o => o.Reads);

    public override Reach Through(Reach key, string table, string keyColumn) =>
        throw new NotSupportedException("A declared value is looked up from the fact, never through another value.");

    public override string Text(string fact) => string.Join(", ", Own.Select(o => o.Text(fact)));

    public bool Equals(Computed? other) => other is not null && Node.Equals(other.Node) && Own.SequenceEqual(other.Own);

    public override int GetHashCode() => Node.GetHashCode();
}
