
namespace Merit.Connectors.Databases.Reading;

/// <summary>What is read, and by what.</summary>
/// <param name="Relation">The table, or the query in brackets.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Key">What tells rows apart; none where nothing does.</param>
/// <param name="Cursor">What tells changes, or null.</param>
/// <param name="Database">Whose it is.</param>
internal sealed record ReadPlan(string Relation, IReadOnlyList<ColumnShape> Columns, IReadOnlyList<string> Key, ColumnShape? Cursor, IDatabase Database)
{
    /// <summary>The statement's parameter, where nothing else is said.</summary>
    public const string From = "@merit_from";

    /// <summary>Where the cursor stands among the columns.</summary>
    public int? CursorAt => Cursor is null ? null : Columns.ToList().IndexOf(Cursor);

    /// <summary>The keys alone.</summary>
    public ReadPlan OfKeys() => this with { Columns = [.. Key.Select(k => Columns.First(c => string.Equals(c.Name, k, StringComparison.OrdinalIgnoreCase)))], Cursor = null };

    /// <summary>In the order of the cursor, so that every batch may be the last. A row without a value there may have changed at any time.</summary>
    public string Statement(bool fromState)
    {
        var select = $"SELECT {string.Join(", ", Columns.Select(Database.Selected))} FROM {Relation} merit_rows";
        if (Cursor is null)
        {
            return select;
        }

        var cursor = Database.Quote(Cursor.Name);
        return $"{select}{(fromState ? $" WHERE {cursor} >= {Database.Parameter} OR {cursor} IS NULL" : "")} ORDER BY {Database.Order(cursor)}";
    }
}
