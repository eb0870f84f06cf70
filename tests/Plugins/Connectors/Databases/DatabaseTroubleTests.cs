using System.Globalization;
using System.Runtime.CompilerServices;
using Merit.Plugins.Connectors;
using Merit.Plugins.Testing;
using Merit.Tests;

namespace Merit.Plugins.Tests.Connectors.Databases;

/// <summary>Every database, in every kind of trouble that one can be in.</summary>
[Collection(PostgreSqlCollection.Name)]
public sealed class DatabaseTroubleTests(PostgreSqlServer server)
{
    public static TheoryData<string> Kinds => [.. TroubledTable.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_empty_table_is_no_mistake_and_odd_texts_come_as_they_are(string kind)
    {
        await using var table = await MakeAsync(kind);
        var known = new KnownRows();
        await known.ReadAsync(table.Make(), table.Request, Stop);
        Assert.Empty(known.Rows);
        await table.PutAsync(1, "赢单 🎉 \"done\"\n", "2025-06-01 10:00:00");
        await table.PutAsync(2, "مرحلة \u202eX'; --", "2025-06-01 10:00:00");
        await table.PutAsync(3, null, "2025-06-01 10:00:00");
        await known.ReadAsync(table.Make(), table.Request, Stop);
        Assert.Equal(["1 赢单 🎉 \"done\"\n", "2 مرحلة \u202eX'; --", "3 ∅"], Names(known));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_row_stamped_in_the_future_hides_nothing_that_changes_until_then(string kind)
    {
        await using var table = await MakeAsync(kind);
        await table.PutAsync(1, "one", "2025-06-15 09:00:00");
        await table.PutAsync(2, "a wrong clock", "2031-01-01 00:00:00");
        var known = new KnownRows();
        await known.ReadAsync(table.Make(), table.Request, Stop);
        table.Clock.Set(new DateTime(2025, 6, 16, 12, 0, 0, DateTimeKind.Utc));
        await table.PutAsync(1, "changed", "2025-06-16 11:00:00");
        await known.ReadAsync(table.Make(), table.Request, Stop);
        Assert.Equal(["1 changed", "2 a wrong clock"], Names(known));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Rows_that_change_come_and_go_while_others_are_read_are_seen_by_the_next_load_at_the_latest(string kind)
    {
        await using var table = await MakeAsync(kind);
        await FillAsync(table, 450);
        var known = new KnownRows();
        await table.PutAsync(451, "last", "2025-06-15 11:59:00");
        await known.ReadAsync(new Watched(table.Make(), OnSecondRows(async () =>
        {
            await table.PutAsync(1, "read already", "2025-06-15 12:00:01");
            await table.PutAsync(449, "not yet read", "2025-06-15 12:00:02");
            await table.PutAsync(500, "new, stamped before it was seen", "2025-06-15 11:30:00");
            await table.DoAsync("DELETE FROM deals WHERE id IN (2, 450)");
        })), table.Request, Stop);
        await known.ReadAsync(table.Make(), table.Request, Stop);
        var names = Names(known);
        Assert.Equal(450, names.Count);
        Assert.Equal(["1 read already", "449 not yet read", "500 new, stamped before it was seen"], names.Where(n => n.Contains("read", StringComparison.Ordinal) || n.Contains("new", StringComparison.Ordinal)));
        Assert.DoesNotContain(names, n => n.StartsWith("2 ", StringComparison.Ordinal) || n.StartsWith("450 ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_read_that_breaks_off_is_told_with_place_and_next_step_and_goes_on_where_it_was(string kind)
    {
        await using var table = await MakeAsync(kind);
        await table.DoAsync($"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Many}) INSERT INTO deals (id, name, stamp) SELECT i, '{new string('x', 1000)}', '2025-06-01 10:00:00' FROM n");
        var known = new KnownRows();
        string? trouble = null;
        var told = await Assert.ThrowsAsync<ConnectorException>(() => known.ReadAsync(new Watched(table.Make(table.WhileReading), OnSecondRows(async () => trouble = await table.BreakAsync())), table.Request, Stop));
        Assert.Matches(@"deals, after \d+00 rows: ", told.Message);
        Assert.Contains((trouble ?? "").Split('|'), t => told.Message.Contains(t, StringComparison.Ordinal));
        Assert.NotEmpty(told.NextStep);
        Assert.DoesNotContain(PostgreSqlServer.Password, told.ToString(), StringComparison.Ordinal);
        Assert.InRange(known.Rows.Count, 100, Many - 100);
        await table.MendAsync();
        await known.ReadAsync(table.Make(table.WhileReading), table.Request, Stop);
        Assert.Equal(Many, known.Rows.Count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task As_many_rows_of_one_stamp_as_there_are_are_read_once_each(string kind)
    {
        await using var table = await MakeAsync(kind);
        await FillAsync(table, 1050, stamps: 1);
        var known = new KnownRows();
        await known.ReadAsync(table.Make(), table.Request, Stop);
        Assert.Equal((1050, 1050), (known.Rows.Count, known.Given));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_table_that_is_gone_is_named_and_what_was_read_stays(string kind)
    {
        await using var table = await MakeAsync(kind);
        await FillAsync(table, 3);
        var known = new KnownRows();
        await known.ReadAsync(table.Make(), table.Request, Stop);
        var state = known.State;
        await table.DoAsync("ALTER TABLE deals RENAME TO elsewhere");
        var told = await Assert.ThrowsAsync<ConnectorException>(() => known.ReadAsync(table.Make(), table.Request, Stop));
        Assert.Contains("deals", told.Message, StringComparison.Ordinal);
        Assert.NotEmpty(told.NextStep);
        Assert.Equal(state, known.State);
        await table.DoAsync("ALTER TABLE elsewhere RENAME TO deals");
        await table.PutAsync(4, "four", "2025-06-15 11:00:00");
        await known.ReadAsync(table.Make(), table.Request, Stop);
        Assert.Equal(4, known.Rows.Count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Columns_come_and_go_between_loads(string kind)
    {
        await using var table = await MakeAsync(kind);
        await FillAsync(table, 1);
        var known = new KnownRows();
        await known.ReadAsync(table.Make(), table.Request, Stop);
        await table.DoAsync("ALTER TABLE deals ADD COLUMN owner VARCHAR(20); ALTER TABLE deals DROP COLUMN name; INSERT INTO deals (id, stamp, owner) VALUES (2, '2025-06-15 11:00:00', 'Ann')");
        await known.ReadAsync(table.Make(), table.Request, Stop);
        Assert.Contains(known.Rows, r => r.Contains("owner=Ann", StringComparison.Ordinal) && !r.Contains("name=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Times_that_no_calendar_of_ours_holds_are_faults_of_their_rows()
    {
        server.Need();
        await using var table = await MakeAsync("postgresql");
        await table.DoAsync("INSERT INTO deals VALUES (1, 'far', '20000-01-01'), (2, 'never ends', 'infinity'), (3, 'sound', '2025-06-01')");
        var rows = (await Reading.OfAsync(table.Make(o => o.Cursor = null), "/")).Rows;
        Assert.Equal(["1|far|!a time outside the years 1 to 9999", "2|never ends|9999-12-31 23:59:59.999999Z", "3|sound|2025-06-01 00:00:00.000000Z"], TroubledTable.Sorted(rows));

        // Nor does infinity hide what changes until then.
        var known = new KnownRows();
        await known.ReadAsync(table.Make(), table.Request, Stop);
        await table.PutAsync(3, "changed", "2025-06-15 11:30:00");
        await known.ReadAsync(table.Make(), table.Request, Stop);
        Assert.Contains("3 changed", Names(known));
    }

    // More than what lies between a server and who reads.
    private const int Many = 20_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<TroubledTable> MakeAsync(string kind)
    {
        if (kind is "postgresql")
        {
            server.Need();
        }

        return await TroubledTable.MakeAsync(kind, server);
    }

    // Ids from 1 on, changed in their order.
    private static Task FillAsync(TroubledTable table, int rows, int stamps = 450) => table.DoAsync(
        $"INSERT INTO deals (id, name, stamp) VALUES {string.Join(", ", Enumerable.Range(1, rows).Select(i => string.Create(CultureInfo.InvariantCulture, $"({i}, 'n{i}', '{new DateTime(2025, 6, 1).AddMinutes(Math.Min(i, stamps)):yyyy-MM-dd HH:mm:ss}')")))}");

    private static IReadOnlyList<string> Names(KnownRows known) => [.. known.Rows
        .Select(r => r.Split('|').Select(c => c.Split('=', 2)).ToDictionary(c => c[0], c => c[1], StringComparer.Ordinal))
        .OrderBy(c => int.Parse(c["id"], CultureInfo.InvariantCulture)).Select(c => $"{c["id"]} {c["name"]}")];

    // Does something once, when the second page of rows has come.
    private static Func<Chunk, Task> OnSecondRows(Func<Task> act)
    {
        var seen = 0;
        return chunk => chunk is Rows && ++seen is 2 ? act() : Task.CompletedTask;
    }

    /// <summary>A connector of whose reading a test sees every piece before anybody takes it.</summary>
    private sealed class Watched(IConnector connector, Func<Chunk, Task> seen) : IConnector
    {
        public async IAsyncEnumerable<Chunk> ReadAsync(ReadRequest request, [EnumeratorCancellation] CancellationToken stop)
        {
            await foreach (var chunk in connector.ReadAsync(request, stop))
            {
                await seen(chunk);
                yield return chunk;
            }
        }
    }
}
