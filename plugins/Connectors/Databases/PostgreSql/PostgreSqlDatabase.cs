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
        "timestamp without time zone" or "timestamp with time zone" => ValueKind.Timestamp,
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
        ValueKind.Date => Of<DateOnly?>(capacity, null, (r, i) => r.GetFieldValue<DateOnly>(i), v => new DateColumn(column.Name, v)),
        ValueKind.Timestamp => Of<DateTime?>(capacity, null, (r, i) => r.GetDateTime(i), v => new TimestampColumn(column.Name, v)),
        _ => Of<string?>(capacity, null, (r, i) => r.GetString(i), v => new TextColumn(column.Name, v)),
    };

    public WrongSetting? Explain(Exception exception) => exception switch
    {
        PostgresException { SqlState: "28P01" or "28000" } e => new WrongSetting("password", $"The server does not let the user '{options.User}' in: {e.MessageText}.", "Check 'user' and 'password'."),
        PostgresException { SqlState: "3D000" } => new WrongSetting("database", $"The server has no database '{options.Database}'."),
        PostgresException { SqlState: "42P01" or "3F000" } e when options.Table is not null => new WrongSetting("table", $"There is no table '{options.Table}': {e.MessageText}.", "'merit discover' lists the tables there are."),
        PostgresException { SqlState: "42501" } e => new WrongSetting("user", $"The user '{options.User}' may not read this: {e.MessageText}.", "Grant it SELECT, or name another."),
        PostgresException { SqlState: "57014" } => new WrongSetting("timeout", "The server did not answer in time.", "Give more 'timeout', or read by an indexed 'cursor'."),
        PostgresException e => new WrongSetting(options.Query is null ? null : "query", $"The server gave the error {e.SqlState}: {e.MessageText}."),
        NpgsqlException { InnerException: SocketException e } => new WrongSetting("host", $"There is no answer from {options.Host} at port {options.Port.ToString(CultureInfo.InvariantCulture)}: {e.Message}.", "Check 'host' and 'port'."),
        SocketException e => new WrongSetting("host", $"There is no answer from {options.Host}: {e.Message}."),
        NpgsqlException { InnerException: TimeoutException } => new WrongSetting("timeout", "The server did not answer in time.", "Check 'host', or give more 'timeout'."),
        NpgsqlException e => new WrongSetting(null, $"The connection failed: {e.Message.TrimEnd('.')}."),
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

    // NaN, infinity and numbers of more digits than ours hold are told as they stand.
    private static bool ReadDecimal(DbDataReader reader, int ordinal, out decimal? value)
    {
        var read = decimal.TryParse(reader.GetString(ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        value = number;
        return read;
    }
}
