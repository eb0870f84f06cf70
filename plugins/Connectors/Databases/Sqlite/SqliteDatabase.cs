using System.Data.Common;
using System.Globalization;
using Merit.Connectors.Databases.Reading;
using Merit.Plugins.Connectors;
using Microsoft.Data.Sqlite;

namespace Merit.Connectors.Databases.Sqlite;

/// <summary>SQLite. Its columns declare a type but hold anything: a value that is not of its column's type is a fault of its row.</summary>
internal sealed class SqliteDatabase(SqliteOptions options) : IDatabase
{
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;
    private const int Busy = 5;
    private const int Damaged = 11;

    public async Task<DbConnection> OpenAsync(string directory, CancellationToken stop)
    {
        var file = Path.GetFullPath(options.Path, directory);
        if (!File.Exists(file))
        {
            throw new WrongSettingException("path", $"There is no file {options.Path}.", "Name it relative to the workspace.");
        }

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(stop);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA query_only = ON; BEGIN";
            await command.ExecuteNonQueryAsync(stop);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task<IReadOnlyList<TableShape>> TablesAsync(DbConnection connection, CancellationToken stop)
    {
        List<(string Table, ColumnShape Column)> all = [];
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT m.name, c.name, c.type FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c
            WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY m.name, c.cid
            """;
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var type = SqlName.OfType(reader.GetString(2));
            all.Add((reader.GetString(0), new ColumnShape(reader.GetString(1), type, KindOf(type))));
        }

        return [.. all.GroupBy(c => c.Table, StringComparer.Ordinal).Select(g => new TableShape(g.Key, [.. g.Select(c => c.Column)]))];
    }

    public async Task<IReadOnlyList<string>> KeyAsync(DbConnection connection, string table, CancellationToken stop)
    {
        List<string> key = [];
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_table_info(@table) WHERE pk > 0 ORDER BY pk";
        var name = command.CreateParameter();
        (name.ParameterName, name.Value) = ("@table", table.Trim('"'));
        command.Parameters.Add(name);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            key.Add(reader.GetString(0));
        }

        return key;
    }

    // By the same parts of a type's name as SQLite itself goes by; dates are texts or numbers to it.
    public ValueKind KindOf(string type) =>
        type.Contains("int", StringComparison.Ordinal) ? ValueKind.Integer
        : type.Contains("bool", StringComparison.Ordinal) ? ValueKind.Boolean
        : type.Contains("real", StringComparison.Ordinal) || type.Contains("floa", StringComparison.Ordinal) || type.Contains("doub", StringComparison.Ordinal) ? ValueKind.Number
        : type.Contains("dec", StringComparison.Ordinal) || type.Contains("numeric", StringComparison.Ordinal) || type.Contains("money", StringComparison.Ordinal) ? ValueKind.Decimal
        : ValueKind.Text;

    public string Selected(ColumnShape column) => SqlName.Of(column.Name);

    public Cells Cells(ColumnShape column, int capacity) => column.Kind switch
    {
        ValueKind.Integer => new Cells<long?>(capacity, null, Integer, v => new IntegerColumn(column.Name, v)),
        ValueKind.Number => new Cells<double?>(capacity, null, Number, v => new NumberColumn(column.Name, v)),
        ValueKind.Decimal => new Cells<decimal?>(capacity, null, Decimal, v => new DecimalColumn(column.Name, v)),
        ValueKind.Boolean => new Cells<bool?>(capacity, null, Flag, v => new BooleanColumn(column.Name, v)),
        _ => new Cells<string?>(capacity, null, Text, v => new TextColumn(column.Name, v)),
    };

    public WrongSetting? Explain(Exception exception) => exception switch
    {
        SqliteException { SqliteErrorCode: NotADatabase } => new WrongSetting("path", $"{options.Path} is no SQLite database."),
        SqliteException { SqliteErrorCode: CannotOpen } => new WrongSetting("path", $"{options.Path} cannot be opened.", "See that Merit may read it."),
        SqliteException { SqliteErrorCode: Busy } => new WrongSetting(null, $"{options.Path} is being written by another program.", "Try again, or let that program use write-ahead logging."),
        SqliteException { SqliteErrorCode: Damaged } => new WrongSetting("path", $"{options.Path} is damaged, or was cut short.", "Copy it again from where it comes from."),
        SqliteException e when e.Message.Contains("no such table", StringComparison.Ordinal) && options.Table is not null =>
            new WrongSetting("table", $"There is no table '{options.Table}'.", "'merit discover' lists the tables there are."),
        SqliteException e => new WrongSetting(options.Query is null ? null : "query", $"The database gave an error: {e.Message.TrimEnd('.')}.", "See what is read in 'table' or 'query', and load again: nothing was published."),
        WrongSettingException e => e.Setting,
        _ => null,
    };

    private static bool Integer(DbDataReader reader, int i, out long? value)
    {
        value = reader.GetValue(i) as long?;
        return value is not null;
    }

    private static bool Number(DbDataReader reader, int i, out double? value)
    {
        value = reader.GetValue(i) switch { double d => d, long l when l is > -(1L << 53) and < 1L << 53 => l, _ => null };
        return value is not null;
    }

    private static bool Decimal(DbDataReader reader, int i, out decimal? value)
    {
        var text = reader.GetValue(i) switch { long l => l.ToString(CultureInfo.InvariantCulture), double d => d.ToString("R", CultureInfo.InvariantCulture), string s => s, _ => "" };
        value = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
        return value is not null;
    }

    private static bool Flag(DbDataReader reader, int i, out bool? value)
    {
        value = reader.GetValue(i) switch { 0L => false, 1L => true, _ => null };
        return value is not null;
    }

    private static bool Text(DbDataReader reader, int i, out string? value)
    {
        value = reader.GetValue(i) switch { string s => s, long l => l.ToString(CultureInfo.InvariantCulture), double d => d.ToString("R", CultureInfo.InvariantCulture), _ => null };
        return value is not null;
    }
}
