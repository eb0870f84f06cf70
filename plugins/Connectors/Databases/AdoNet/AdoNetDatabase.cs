using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Merit.Connectors.Databases.Reading;
using Merit.Plugins.Connectors;

namespace Merit.Connectors.Databases.AdoNet;

/// <summary>Any database that has an ADO.NET provider: types by what the provider gives, names quoted as it says, keys as it knows them.</summary>
internal sealed class AdoNetDatabase(AdoNetOptions options) : IDatabase
{
    private readonly ConditionalWeakTable<DbConnection, DbTransaction> _transactions = [];
    private DbCommandBuilder? _names;

    public string Parameter => options.Parameter;

    public async Task<DbConnection> OpenAsync(string directory, CancellationToken stop)
    {
        var factory = ProviderFile.Factory(options, directory);
        _names = factory.CreateCommandBuilder();
        var connection = factory.CreateConnection() ?? throw new WrongSettingException("provider", $"{options.Provider} gives no connections.", "Name another 'factory'.");
        try
        {
            connection.ConnectionString = options.Connection;
            await connection.OpenAsync(stop);
            if (options.Isolation is not ReadIsolation.None)
            {
                _transactions.Add(connection, await connection.BeginTransactionAsync(Enum.Parse<IsolationLevel>(options.Isolation.ToString()), stop));
            }

            return connection;
        }
        catch (Exception e)
        {
            var isText = e is ArgumentException or NotSupportedException && connection.State is ConnectionState.Closed;
            await connection.DisposeAsync();
            throw isText ? Refused(e) : e;
        }
    }

    public DbCommand Command(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.Transaction = _transactions.TryGetValue(connection, out var transaction) ? transaction : null;
        return command;
    }

    // A provider that cannot list its tables lists none; the one that is read is told anyway.
    public async Task<IReadOnlyList<TableShape>> TablesAsync(DbConnection connection, CancellationToken stop)
    {
        List<TableShape> tables = [];
        foreach (var name in Names(connection))
        {
            try
            {
                await using var command = Command(connection);
                command.CommandText = $"SELECT * FROM {Quote(name)} WHERE 1 = 0";
                await using var reader = await command.ExecuteReaderAsync(stop);
                tables.Add(new TableShape(name, [.. Enumerable.Range(0, reader.FieldCount).Select(i => Shape(reader, i))]));
            }
            catch (DbException)
            {
                // One that may not be read.
            }
        }

        return tables;
    }

    public async Task<IReadOnlyList<string>> KeyAsync(DbConnection connection, string table, CancellationToken stop)
    {
        try
        {
            await using var command = Command(connection);
            command.CommandText = $"SELECT * FROM {SqlName.OfTable(table, Quote)} WHERE 1 = 0";
            await using var reader = await command.ExecuteReaderAsync(CommandBehavior.KeyInfo, stop);
            using var schema = await reader.GetSchemaTableAsync(stop);
            return schema is null || !schema.Columns.Contains(SchemaTableColumn.IsKey) ? []
                : [.. schema.Rows.Cast<DataRow>().Where(r => r[SchemaTableColumn.IsKey] is true).Select(r => (string)r[SchemaTableColumn.ColumnName])];
        }
        catch (NotSupportedException)
        {
            return [];
        }
    }

    public ValueKind KindOf(string type) => type switch
    {
        nameof(Int64) or nameof(Int32) or nameof(Int16) or nameof(Byte) or nameof(SByte) or nameof(UInt16) or nameof(UInt32) or nameof(UInt64) => ValueKind.Integer,
        nameof(Double) or nameof(Single) => ValueKind.Number,
        nameof(Decimal) => ValueKind.Decimal,
        nameof(Boolean) => ValueKind.Boolean,
        nameof(DateOnly) => ValueKind.Date,
        nameof(DateTime) or nameof(DateTimeOffset) => ValueKind.Timestamp,
        _ => ValueKind.Text,
    };

    public ColumnShape Shape(DbDataReader reader, int column)
    {
        var type = reader.GetFieldType(column).Name;
        return new ColumnShape(reader.GetName(column), type, KindOf(type));
    }

    public string Quote(string name)
    {
        var (before, after) = _names is { QuotePrefix.Length: > 0, QuoteSuffix.Length: > 0 } names ? (names.QuotePrefix, names.QuoteSuffix) : ("\"", "\"");
        return before + name.Replace(after, after + after, StringComparison.Ordinal) + after;
    }

    public string Selected(ColumnShape column) => Quote(column.Name);

    // Not every database knows NULLS FIRST.
    public string Order(string cursor) => $"CASE WHEN {cursor} IS NULL THEN 0 ELSE 1 END, {cursor}";

    public Cells Cells(ColumnShape column, int capacity) => column.Kind switch
    {
        ValueKind.Integer => new Cells<long?>(capacity, null, Integer, v => new IntegerColumn(column.Name, v)),
        ValueKind.Number => new Cells<double?>(capacity, null, Number, v => new NumberColumn(column.Name, v)),
        ValueKind.Decimal => new Cells<decimal?>(capacity, null, Decimal, v => new DecimalColumn(column.Name, v)),
        ValueKind.Boolean => new Cells<bool?>(capacity, null, Flag, v => new BooleanColumn(column.Name, v)),
        ValueKind.Date => new Cells<DateOnly?>(capacity, null, Day, v => new DateColumn(column.Name, v)),
        ValueKind.Timestamp => new Cells<DateTime?>(capacity, null, Time, v => new TimestampColumn(column.Name, v)),
        _ => new Cells<string?>(capacity, null, Text, v => new TextColumn(column.Name, v)),
    };

    public WrongSetting? Explain(Exception exception) => exception switch
    {
        WrongSettingException e => e.Setting,
        DbException e => new WrongSetting(null, $"The database gave an error: {e.Message.ReplaceLineEndings(" ").TrimEnd('.')}.", "See 'connection', 'table' or 'query'."),
        _ => null,
    };

    private static WrongSettingException Refused(Exception e) => new("connection", $"The provider refuses the connection: {e.Message.TrimEnd('.')}.", "Write it as the provider's documentation has it.");

    private static List<string> Names(DbConnection connection)
    {
        try
        {
            using var tables = connection.GetSchema("Tables");
            return [.. tables.Rows.Cast<DataRow>().Select(r => r["TABLE_NAME"]).OfType<string>().Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is SystemException and not OperationCanceledException)
        {
            // Not every provider can list its tables, and each says so in an exception of its own.
            return [];
        }
    }

    private static bool Integer(DbDataReader reader, int i, out long? value)
    {
        value = reader.GetValue(i) switch { long v => v, int v => v, short v => v, byte v => v, sbyte v => v, ushort v => v, uint v => v, ulong and <= long.MaxValue and var v => (long)v, _ => null };
        return value is not null;
    }

    private static bool Number(DbDataReader reader, int i, out double? value)
    {
        value = reader.GetValue(i) switch { double v => v, float v => double.Parse(v.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), int v => v, _ => null };
        return value is not null;
    }

    private static bool Decimal(DbDataReader reader, int i, out decimal? value)
    {
        value = reader.GetValue(i) switch { decimal v => v, long v => v, int v => v, _ => null };
        return value is not null;
    }

    private static bool Flag(DbDataReader reader, int i, out bool? value)
    {
        value = reader.GetValue(i) as bool?;
        return value is not null;
    }

    private static bool Day(DbDataReader reader, int i, out DateOnly? value)
    {
        value = reader.GetValue(i) switch { DateOnly v => v, DateTime v => DateOnly.FromDateTime(v), _ => null };
        return value is not null;
    }

    private static bool Time(DbDataReader reader, int i, out DateTime? value)
    {
        value = reader.GetValue(i) switch { DateTime { Kind: DateTimeKind.Local } v => v.ToUniversalTime(), DateTime v => v, DateTimeOffset v => v.UtcDateTime, _ => null };
        return value is not null;
    }

    private static bool Text(DbDataReader reader, int i, out string? value)
    {
        value = reader.GetValue(i) switch { string v => v, byte[] => null, IFormattable v => v.ToString(null, CultureInfo.InvariantCulture), var v => v.ToString() };
        return value is not null;
    }
}
