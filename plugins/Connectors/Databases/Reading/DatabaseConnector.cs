using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Merit.Plugins.Connectors;

namespace Merit.Connectors.Databases.Reading;

/// <summary>Reads a table or a query: all of it, or with a cursor the rows from its last value on.</summary>
internal sealed class DatabaseConnector(IDatabase database, ChangingTableOptions options) : IConnector, IChecks, IDiscovers
{
    private const string QueryStream = "query";

    public async IAsyncEnumerable<Chunk> ReadAsync(ReadRequest request, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var connection = await TellAsync(() => database.OpenAsync(request.Directory, stop));
        var plan = await TellAsync(() => PlanAsync(connection, stop));
        var state = plan.Cursor is { } cursor ? CursorState.Read(request.State, cursor) : null;
        if (plan.Cursor is not null)
        {
            yield return new Changes(plan.Key);
        }

        await using var command = database.Command(connection);
        command.CommandText = plan.Statement(state is not null);
        if (state is not null)
        {
            Add(command, state.From(request.Lookback));
        }

        var began = request.Clock.GetUtcNow();
        await using var reader = await TellAsync(() => command.ExecuteReaderAsync(stop), Stream);
        long row = 1;
        for (var more = true; more; )
        {
            var (rows, ended) = await TellAsync(() => BatchAsync(plan, reader, row, stop), string.Create(CultureInfo.InvariantCulture, $"{Stream}, after {row - 1} rows"));
            more = !ended;
            row += rows.RowNumbers.Count;
            yield return rows;
            if (plan.CursorAt is { } at && rows.RowNumbers.Count > 0)
            {
                state = CursorState.Later(CursorState.Last(rows.Columns[at])?.NotAfter(began, request.Zone), state);
                if (state is not null && more)
                {
                    yield return new Checkpoint(state.Save());
                }
            }
        }

        await reader.DisposeAsync();
        if (plan.Cursor is not null && options.FindDeleted && request.State is not null)
        {
            await foreach (var keys in KeysAsync(connection, plan, stop))
            {
                yield return keys;
            }
        }

        if (state is not null)
        {
            yield return new Checkpoint(state.Save());
        }
    }

    public async Task<IReadOnlyList<WrongSetting>> CheckAsync(ReadRequest request, CancellationToken stop)
    {
        try
        {
            await using var connection = await database.OpenAsync(request.Directory, stop);
            await PlanAsync(connection, stop);
            return [];
        }
        catch (WrongSettingException e)
        {
            return [e.Setting];
        }
        catch (Exception e) when (database.Explain(e) is not null)
        {
            return database.Explain(e) is { } wrong ? [wrong] : [];
        }
    }

    public async Task<IReadOnlyList<SourceStream>> DiscoverAsync(ReadRequest request, CancellationToken stop)
    {
        await using var connection = await TellAsync(() => database.OpenAsync(request.Directory, stop));
        List<SourceStream> streams = [];
        foreach (var table in await TellAsync(() => database.TablesAsync(connection, stop)))
        {
            streams.Add(new SourceStream(table.Name, Columns(table.Columns)) { Key = await TellAsync(() => database.KeyAsync(connection, table.Name, stop)) });
        }

        var plan = await TellAsync(() => PlanAsync(connection, stop));
        var chosen = new SourceStream(Stream, Columns(plan.Columns)) { Key = plan.Key, Cursor = plan.Cursor?.Name, Selected = true };
        var at = streams.FindIndex(s => string.Equals(s.Name, options.Table, StringComparison.Ordinal));
        return at < 0 ? [.. streams, chosen] : [.. streams[..at], chosen, .. streams[(at + 1)..]];
    }

    private string Stream => options.Table ?? QueryStream;

    private static IReadOnlyList<StreamColumn> Columns(IEnumerable<ColumnShape> columns) => [.. columns.Select(c => new StreamColumn(c.Name, c.Kind))];

    // What is read, and by what: asked anew each time, for tables change.
    private async Task<ReadPlan> PlanAsync(DbConnection connection, CancellationToken stop)
    {
        var relation = options.Table is { } table ? SqlName.OfTable(table, database.Quote) : $"({options.Query?.TrimEnd().TrimEnd(';')}\n)";
        List<ColumnShape> columns = [];
        await using (var command = database.Command(connection))
        {
            command.CommandText = $"SELECT * FROM {relation} merit_rows WHERE 1 = 0";
            await using var reader = await command.ExecuteReaderAsync(stop);
            for (var i = 0; i < reader.FieldCount; i++)
            {
                columns.Add(database.Shape(reader, i));
            }
        }

        if (columns.GroupBy(c => c.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twins)
        {
            throw new WrongSettingException("query", $"The query gives two columns of the name '{twins.Key}'.", "Name one of them otherwise, by AS.");
        }

        var key = options.RowKey.Count > 0 ? options.RowKey.Select(k => Find(columns, k, "row_key").Name).ToList()
            : options.Table is { } keyed ? await database.KeyAsync(connection, keyed, stop) : [];
        var cursor = options.Cursor is { } named ? Find(columns, named, "cursor") : null;
        if (cursor is not null && !CursorState.Fits(cursor.Kind))
        {
            throw new WrongSettingException("cursor", $"The column '{cursor.Name}' holds {cursor.Type}, which does not tell what came later.", "Name a column of times, dates or whole numbers.");
        }

        return cursor is null || key.Count > 0
            ? new ReadPlan(relation, columns, key, cursor, database)
            : throw new WrongSettingException("row_key", "A cursor needs to know what tells rows apart, and there is no primary key.", "Name the columns in 'row_key'.");
    }

    private static ColumnShape Find(List<ColumnShape> columns, string name, string option) =>
        columns.Find(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new WrongSettingException(option, $"There is no column '{name}'.", $"The columns are: {string.Join(", ", columns.Select(c => c.Name))}.");

    private async Task<(Rows Rows, bool Ended)> BatchAsync(ReadPlan plan, DbDataReader reader, long first, CancellationToken stop)
    {
        var cells = plan.Columns.Select(c => database.Cells(c, options.BatchSize)).ToList();
        var count = 0;
        var ended = false;
        while (count < options.BatchSize && !(ended = !await reader.ReadAsync(stop)))
        {
            for (var i = 0; i < cells.Count; i++)
            {
                cells[i].Take(reader, i);
            }

            count++;
        }

        return (new Rows(Stream, [.. cells.Select(c => c.Column())], [.. Enumerable.Range(0, count).Select(i => first + i)]), ended);
    }

    private async IAsyncEnumerable<Chunk> KeysAsync(DbConnection connection, ReadPlan plan, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var command = database.Command(connection);
        var keys = plan.OfKeys();
        command.CommandText = keys.Statement(fromState: false);
        await using var reader = await TellAsync(() => command.ExecuteReaderAsync(stop), $"{Stream}, keys");
        for (var more = true; more; )
        {
            var (rows, ended) = await TellAsync(() => BatchAsync(keys, reader, 1, stop), $"{Stream}, keys");
            more = !ended;
            yield return new Present(rows.Columns);
        }
    }

    private void Add(DbCommand command, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = database.Parameter;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    private async Task<T> TellAsync<T>(Func<Task<T>> work, string? place = null)
    {
        try
        {
            return await work();
        }
        catch (WrongSettingException e)
        {
            throw new ConnectorException(e.Setting.Message, string.Create(CultureInfo.InvariantCulture, $"{e.Setting.NextStep}"), e);
        }
        catch (Exception e) when (database.Explain(e) is { } wrong)
        {
            throw new ConnectorException(place is null ? wrong.Message : $"{place}: {wrong.Message}", wrong.NextStep.Length > 0 || wrong.Option is null ? wrong.NextStep : $"Check '{wrong.Option}'.", e);
        }
    }
}

/// <summary>A setting that cannot be right, found while planning.</summary>
internal sealed class WrongSettingException(string option, string message, string nextStep) : Exception(message)
{
    public WrongSetting Setting { get; } = new(option, message, nextStep);
}
