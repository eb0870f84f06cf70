using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using DuckDB.NET.Data;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Functions;
using Merit.Metrics.Language;

namespace Merit.Host.Warehouse.Sessions;

/// <summary>An open engine, locked down: it reads only the folders it was given, and nothing can change that. Not for use by two threads at once.</summary>
/// <remarks>Parameters are positional: <c>$1</c>, <c>$2</c>… An error of the engine is a <see cref="MeritException"/> (MRT1301) whose cause is the engine's own exception.</remarks>
internal sealed class Session : IDisposable
{
    // Locks of the system hold between processes; within this one, this does.
    private static readonly ConcurrentDictionary<string, int> ReadFiles = new(StringComparer.Ordinal);

    private static readonly Lazy<string> Version = new(() =>
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        return connection.ServerVersion;
    });

    private readonly DuckDBConnection _connection;
    private readonly CancellationToken _stop;
    private string? _reads;

    private Session(DuckDBConnection connection, CancellationToken stop) => (_connection, _stop) = (connection, stop);

    /// <summary>Whether this process reads a file by a session opened for reading only.</summary>
    public static bool IsReadHere(string path) => ReadFiles.GetValueOrDefault(Path.GetFullPath(path)) > 0;

    /// <summary>Opens a warehouse file. Cancelling <paramref name="stop"/> interrupts the statement at work.</summary>
    public static Session Open(string path, SessionSettings settings, CancellationToken stop = default)
    {
        var text = new DuckDBConnectionStringBuilder { DataSource = path };
        if (settings.ReadOnly)
        {
            text["access_mode"] = "READ_ONLY";
        }

        var connection = new DuckDBConnection(text.ConnectionString);
        var session = new Session(connection, stop);
        if (settings.ReadOnly)
        {
            session._reads = Path.GetFullPath(path);
            ReadFiles.AddOrUpdate(session._reads, 1, (_, count) => count + 1);
        }

        try
        {
            connection.Open();
            session.LockDown(settings);
            return session;
        }
        catch (Exception e)
        {
            session.Dispose();
            throw e is DuckDBException ? Refused(e) : e;
        }
    }

    /// <summary>The engine's version, such as <c>v1.5.6</c>: asked of an engine once, since to start one takes as long as many a statement.</summary>
    public static string EngineVersion => Version.Value;

    /// <summary>A second session over the same engine, with the same rights, for another thread.</summary>
    public Session Beside()
    {
        var connection = new DuckDBConnection(_connection.ConnectionString);
        connection.Open();
        return new Session(connection, _stop);
    }

    /// <summary>Runs a statement; gives the number of rows it changed.</summary>
    public long Execute(string sql, params object?[] parameters) =>
        Run(sql, parameters, command => (long)command.ExecuteNonQuery());

    /// <summary>Asks a question; gives all its rows.</summary>
    public IReadOnlyList<T> Query<T>(string sql, Func<DbDataReader, T> read, params object?[] parameters) =>
        Run(sql, parameters, command =>
        {
            using var reader = command.ExecuteReader();
            List<T> rows = [];
            while (reader.Read())
            {
                rows.Add(read(reader));
            }

            return rows;
        });

    /// <summary>The first column of the first row; the type's default (null for a nullable one) where there is no row or no value.</summary>
    public T? Scalar<T>(string sql, params object?[] parameters) =>
        Query(sql, reader => reader.IsDBNull(0) ? default : reader.GetFieldValue<T>(0), parameters) is [var first, ..] ? first : default;

    /// <summary>Adds many rows to a table; the table's columns in their order.</summary>
    public void Append(string catalog, string schema, string table, Action<DuckDBAppender> fill)
    {
        _stop.ThrowIfCancellationRequested();
        try
        {
            using var appender = _connection.CreateAppender(catalog.Length == 0 ? null : catalog, schema, table);
            fill(appender);
        }
        catch (DuckDBException e)
        {
            throw Refused(e);
        }
    }

    /// <summary>Adds many rows to a table of a database by columns; they are there when it is closed.</summary>
    public ChunkAppender AppendColumns(string catalog, string table)
    {
        _stop.ThrowIfCancellationRequested();
        return new ChunkAppender(_connection.NativeConnection, catalog, table, Refused);
    }

    /// <summary>Lets statements call functions of scripts, in this session and all beside it.</summary>
    public void Add(IEnumerable<FunctionDefinition> functions)
    {
        var engine = new EngineFunctions(_connection);
        foreach (var function in functions)
        {
            function.AddTo(engine);
        }
    }

    /// <summary>Does several things as one: all of them or, after an exception, none. Far faster than one by one, for each commit waits for the disk.</summary>
    public void AsOne(Action work) => AsOne(() =>
    {
        work();
        return true;
    });

    /// <summary>Does several things as one: all of them or, after an exception or where they come to false, none.</summary>
    public bool AsOne(Func<bool> work)
    {
        Execute("BEGIN");
        var isRight = false;
        try
        {
            return isRight = work();
        }
        finally
        {
            Execute(isRight ? "COMMIT" : "ROLLBACK");
        }
    }

    public void Dispose()
    {
        _connection.Dispose();
        if (Interlocked.Exchange(ref _reads, null) is { } read)
        {
            ReadFiles.AddOrUpdate(read, 0, (_, count) => count - 1);
        }
    }

    // The zone before anything that could depend on it; the lock last, since it covers all the others.
    private void LockDown(SessionSettings settings)
    {
        // Connections of one process to one file share an engine: the first has set and locked it for all.
        if (Scalar<bool>("SELECT current_setting('lock_configuration')"))
        {
            return;
        }

        Directory.CreateDirectory(settings.TempDirectory);
        var folders = settings.AllowedDirectories.Append(settings.TempDirectory).Distinct(StringComparer.Ordinal);
        Execute(string.Create(CultureInfo.InvariantCulture, $"""
            SET GLOBAL TimeZone = 'UTC';
            SET GLOBAL temp_directory = {SqlText.Text(settings.TempDirectory)};
            SET GLOBAL memory_limit = {SqlText.Text(settings.MemoryLimit)};
            SET GLOBAL threads = {settings.Threads};
            SET GLOBAL preserve_insertion_order = true;
            SET GLOBAL autoinstall_known_extensions = false;
            SET GLOBAL autoload_known_extensions = false;
            SET GLOBAL allowed_directories = {SqlText.List(folders)};
            SET GLOBAL enable_external_access = false;
            SET GLOBAL lock_configuration = true;
            """));
    }

    private T Run<T>(string sql, object?[] parameters, Func<DuckDBCommand, T> run)
    {
        _stop.ThrowIfCancellationRequested();
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var value in parameters)
        {
            command.Parameters.Add(new DuckDBParameter(value ?? DBNull.Value));
        }

        try
        {
            using var interruption = _stop.Register(command.Cancel);
            return run(command);
        }
        catch (DuckDBException e)
        {
            _stop.ThrowIfCancellationRequested();
            throw Refused(e);
        }
    }

    // What a function of a script has to say is not the engine's.
    private static MeritException Refused(Exception cause)
    {
        if (cause.InnerException is MeritException told)
        {
            return new MeritException(told.Diagnostics, cause);
        }

        var end = cause.Message.IndexOfAny(['\r', '\n']);
        return new MeritException(WarehouseRules.EngineRefused.Here((end < 0 ? cause.Message : cause.Message[..end]).TrimEnd('.')), cause);
    }
}
