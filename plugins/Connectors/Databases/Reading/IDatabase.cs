using System.Data.Common;
using Merit.Plugins.Connectors;

namespace Merit.Connectors.Databases.Reading;

/// <summary>What differs from one database to the next.</summary>
internal interface IDatabase
{
    /// <summary>Opens it for reading only, with a view of the data that does not change while it is open.</summary>
    Task<DbConnection> OpenAsync(string directory, CancellationToken stop);

    /// <summary>The tables and views there are, with their columns.</summary>
    Task<IReadOnlyList<TableShape>> TablesAsync(DbConnection connection, CancellationToken stop);

    /// <summary>The columns of a table's primary key; none where it has no such key.</summary>
    Task<IReadOnlyList<string>> KeyAsync(DbConnection connection, string table, CancellationToken stop);

    /// <summary>What a column of a type, as the database names it, holds.</summary>
    ValueKind KindOf(string type);

    /// <summary>The shape of a column that a reader gives.</summary>
    ColumnShape Shape(DbDataReader reader, int column)
    {
        var type = SqlName.OfType(reader.GetDataTypeName(column));
        return new ColumnShape(reader.GetName(column), type, KindOf(type));
    }

    /// <summary>A command over a connection that this opened.</summary>
    DbCommand Command(DbConnection connection) => connection.CreateCommand();

    /// <summary>A quoted name.</summary>
    string Quote(string name) => SqlName.Of(name);

    /// <summary>What puts rows in the order of a cursor, those without a value first.</summary>
    string Order(string cursor) => $"{cursor} NULLS FIRST";

    /// <summary>The statement's parameter.</summary>
    string Parameter => ReadPlan.From;

    /// <summary>A column in a SELECT, so that <see cref="Cells"/> can read it.</summary>
    string Selected(ColumnShape column);

    /// <summary>What reads a column's cells.</summary>
    Cells Cells(ColumnShape column, int capacity);

    /// <summary>What went wrong, with the setting at fault where that is known; null for what is not the database's.</summary>
    WrongSetting? Explain(Exception exception);
}

/// <summary>A table or view.</summary>
/// <param name="Name">Its name as the option <c>table</c> takes it.</param>
/// <param name="Columns">Its columns, in order.</param>
internal sealed record TableShape(string Name, IReadOnlyList<ColumnShape> Columns);

/// <summary>A column.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as the database names it, without length and the like.</param>
/// <param name="Kind">What it holds.</param>
internal sealed record ColumnShape(string Name, string Type, ValueKind Kind);

/// <summary>Names in statements.</summary>
internal static class SqlName
{
    /// <summary>A quoted name.</summary>
    public static string Of(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A table's name, which may begin with its schema and a dot; quotes keep a dot that is part of a name.</summary>
    public static string OfTable(string table, Func<string, string>? quote = null) =>
        table.Contains('"', StringComparison.Ordinal) ? table : string.Join('.', table.Split('.').Select(quote ?? Of));

    /// <summary>A type without length and the like.</summary>
    public static string OfType(string type)
    {
        var bracket = type.IndexOf('(', StringComparison.Ordinal);
        var end = bracket < 0 ? -1 : type.IndexOf(')', bracket);
        return (bracket < 0 ? type : type[..bracket] + (end < 0 ? "" : type[(end + 1)..])).Trim().ToLowerInvariant();
    }
}
