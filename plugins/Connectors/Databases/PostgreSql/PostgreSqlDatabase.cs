using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using Merit.Connectors.Databases.Reading;
using Merit.Plugins.Connectors;
using Npgsql;

namespace Merit.Connectors.Databases.PostgreSql;

/// <summary>PostgreSQL: one transaction that only reads, and sees the data as they were when it began.</summary>
internal sealed class PostgreSqlDatabase(PostgreSqlOptions options) : IDatabase
{
    private const string WithZone = "timestamp with time zone";

    private const string Later = "Try again later; nothing was published, and the next load begins where this one did.";

    // What ends by itself: lost connections, conflicts, no room, shutting down or starting up.
    private static readonly string[] Passing = ["08", "40", "53", "57P"];

    private static readonly string[] Texts = ["text", "character varying", "character", "name", "bpchar"];

    public async Task<DbConnection> OpenAsync(string directory, CancellationToken stop)
    {
        var text = new NpgsqlConnectionStringBuilder
        {
            Host = options.Host,
            Port = options.Port,
            Database = options.Database,
            Username = options.User,
            Password = options.Password,
            CommandTimeout = (int)options.Timeout.TotalSeconds,
            SslMode = options.Encryption switch
            {
                Encryption.None => SslMode.Disable,
                Encryption.Require => SslMode.Require,
                Encryption.Verify => SslMode.VerifyFull,
                _ => SslMode.Prefer,
            },
            ApplicationName = "merit",
            Pooling = false,
            Timezone = "UTC",
        };
        var connection = new NpgsqlConnection(text.ConnectionString);
        try
        {
            await connection.OpenAsync(stop);
            await using var command = connection.CreateCommand();
            command.CommandText = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
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
        const string Columns = """
            SELECT CASE table_schema WHEN 'public' THEN table_name ELSE table_schema || '.' || table_name END, column_name, data_type
            FROM information_schema.columns WHERE table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY table_schema, table_name, ordinal_position
            """;
        List<(string Table, ColumnShape Column)> all = [];
        await using var command = connection.CreateCommand();
        command.CommandText = Columns;
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
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT a.attname::text FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
            WHERE i.indrelid = to_regclass(@name) AND i.indisprimary ORDER BY array_position(i.indkey::int2[], a.attnum)
            """;
        var name = command.CreateParameter();
        (name.ParameterName, name.Value) = ("@name", SqlName.OfTable(table));
        command.Parameters.Add(name);
        List<string> key = [];
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            key.Add(reader.GetString(0));
        }

        return key;
    }

    public ValueKind KindOf(string type) => type switch
    {
        "smallint" or "integer" or "bigint" => ValueKind.Integer,
        "real" or "double precision" => ValueKind.Number,
        "numeric" or "money" => ValueKind.Decimal,
        "boolean" => ValueKind.Boolean,
        "date" => ValueKind.Date,
        "timestamp without time zone" or WithZone => ValueKind.Timestamp,
        _ => ValueKind.Text,
    };

    // What the library has no exact type for comes as the server writes it.
    public string Selected(ColumnShape column)
    {
        var name = SqlName.Of(column.Name);
        return column switch
        {
            { Type: "money" } => $"{name}::numeric::text",
            { Kind: ValueKind.Decimal } => $"{name}::text",
            { Kind: ValueKind.Text } when !Texts.Contains(column.Type, StringComparer.Ordinal) => $"{name}::text",
            _ => name,
        };
    }

    public Cells Cells(ColumnShape column, int capacity) => column.Kind switch
    {
        ValueKind.Integer when column.Type is "bigint" => Of<long?>(capacity, null, (r, i) => r.GetInt64(i), v => new IntegerColumn(column.Name, v)),
        ValueKind.Integer when column.Type is "smallint" => Of<long?>(capacity, null, (r, i) => r.GetInt16(i), v => new IntegerColumn(column.Name, v)),
        ValueKind.Integer => Of<long?>(capacity, null, (r, i) => r.GetInt32(i), v => new IntegerColumn(column.Name, v)),
        ValueKind.Number when column.Type is "real" => Of<double?>(capacity, null, (r, i) => double.Parse(r.GetFloat(i).ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), v => new NumberColumn(column.Name, v)),
        ValueKind.Number => Of<double?>(capacity, null, (r, i) => r.GetDouble(i), v => new NumberColumn(column.Name, v)),
        ValueKind.Decimal => new Cells<decimal?>(capacity, null, ReadDecimal, v => new DecimalColumn(column.Name, v)),
        ValueKind.Boolean => Of<bool?>(capacity, null, (r, i) => r.GetBoolean(i), v => new BooleanColumn(column.Name, v)),
        ValueKind.Date => new Cells<DateOnly?>(capacity, null, ReadDay, v => new DateColumn(column.Name, v)) { Told = Beyond },
        ValueKind.Timestamp => new Cells<DateTime?>(capacity, null, column.Type is WithZone ? ReadInstant : ReadTime, v => new TimestampColumn(column.Name, v)) { Told = Beyond },
        _ => Of<string?>(capacity, null, (r, i) => r.GetString(i), v => new TextColumn(column.Name, v)),
    };

    public WrongSetting? Explain(Exception exception) => exception switch
    {
        PostgresException { SqlState: "28P01" or "28000" } e => new WrongSetting("password", $"The server does not let the user '{options.User}' in: {e.MessageText}.", "Check 'user' and 'password'."),
        PostgresException { SqlState: "3D000" } => new WrongSetting("database", $"The server has no database '{options.Database}'."),
        PostgresException { SqlState: "42P01" or "3F000" } e when options.Table is not null => new WrongSetting("table", $"There is no table '{options.Table}': {e.MessageText}.", "'merit discover' lists the tables there are."),
        PostgresException { SqlState: "42501" } e => new WrongSetting("user", $"The user '{options.User}' may not read this: {e.MessageText}.", "Grant it SELECT, or name another."),
        PostgresException { SqlState: "57014" } => new WrongSetting("timeout", "The server did not answer in time.", "Give more 'timeout', or read by an indexed 'cursor'."),
        PostgresException e when Passing.Any(s => e.SqlState.StartsWith(s, StringComparison.Ordinal)) => new WrongSetting(null, $"The server broke off ({e.SqlState}): {e.MessageText}.", Later),
        PostgresException e => new WrongSetting(options.Query is null ? null : "query", $"The server gave the error {e.SqlState}: {e.MessageText}.", "See what is read in 'table' or 'query', and load again: nothing was published."),
        NpgsqlException { InnerException: SocketException e } => new WrongSetting("host", $"There is no answer from {options.Host} at port {options.Port.ToString(CultureInfo.InvariantCulture)}: {e.Message}.", "Check 'host' and 'port'."),
        SocketException e => new WrongSetting("host", $"There is no answer from {options.Host}: {e.Message}."),
        NpgsqlException { InnerException: TimeoutException } => new WrongSetting("timeout", "The server did not answer in time.", "Check 'host', or give more 'timeout'."),
        NpgsqlException e => new WrongSetting(null, $"The connection failed: {e.Message.TrimEnd('.')}.", Later),
        _ => null,
    };

    private static Cells<T> Of<T>(int capacity, T nothing, Func<DbDataReader, int, T> read, Func<IReadOnlyList<T>, Column> make) => new(
        capacity,
        nothing,
        (DbDataReader reader, int ordinal, out T value) =>
        {
            value = read(reader, ordinal);
            return true;
        },
        make);

    // The server's times reach further than ours.
    private static bool ReadTime(DbDataReader reader, int ordinal, out DateTime? value) => TryRead(() => reader.GetDateTime(ordinal), out value);

    // Infinity, which is the last moment there is, comes without its kind.
    private static bool ReadInstant(DbDataReader reader, int ordinal, out DateTime? value) => TryRead(() => DateTime.SpecifyKind(reader.GetDateTime(ordinal), DateTimeKind.Utc), out value);

    private static bool ReadDay(DbDataReader reader, int ordinal, out DateOnly? value) => TryRead(() => reader.GetFieldValue<DateOnly>(ordinal), out value);

    private static bool TryRead<T>(Func<T> read, out T? value)
        where T : struct
    {
        try
        {
            value = read();
            return true;
        }
        catch (Exception e) when (e is InvalidCastException or OverflowException or ArgumentOutOfRangeException)
        {
            value = null;
            return false;
        }
    }

    private static string Beyond(DbDataReader reader, int ordinal) => "a time outside the years 1 to 9999";

    // NaN, infinity and numbers of more digits than ours hold are told as they stand.
    private static bool ReadDecimal(DbDataReader reader, int ordinal, out decimal? value)
    {
        var read = decimal.TryParse(reader.GetString(ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        value = number;
        return read;
    }
}
