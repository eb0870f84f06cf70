using Merit.Plugins.Connectors;
using Xunit;

namespace Merit.Plugins.Testing;

/// <summary>What every connector keeps to. Inherit it in a test class of your own, say how to make the connector and how to change its source, and run the tests.</summary>
/// <remarks>What a connector does not offer (checks, discovery, changes) is skipped, not passed.</remarks>
public abstract class ConnectorConformance
{
    /// <summary>What the connector is asked; its folder is the tests' own.</summary>
    protected virtual ReadRequest Request => new("conformance", Path.GetTempPath());

    /// <summary>The secrets among the settings, which must not be told anywhere. At least four characters each.</summary>
    protected virtual IReadOnlyList<string> Secrets => [];

    /// <summary>A state of a time after all the source holds, for connectors that tell changes.</summary>
    protected virtual string? FutureState => null;

    /// <summary>Makes the connector, with settings that are right.</summary>
    protected abstract IConnector Make();

    /// <summary>Makes the connector with one setting that is wrong, and names that setting's key in merit.yaml; null where none can be.</summary>
    protected virtual (IConnector Connector, string Option)? MakeWrong() => null;

    /// <summary>Adds a row to the source, changes one and, where it can be told, takes one away.</summary>
    /// <returns>False where the source cannot be changed.</returns>
    protected virtual Task<bool> ChangeAsync() => Task.FromResult(false);

    /// <summary>Changes a row that was read long ago, as a vendor corrects its figures, within what the connector reads again.</summary>
    /// <returns>False where nothing is ever corrected.</returns>
    protected virtual Task<bool> RestateAsync() => Task.FromResult(false);

    /// <summary>Right settings connect.</summary>
    [Fact]
    public async Task A_good_configuration_connects() => Assert.Empty(await Checks().CheckAsync(Request, Stop));

    /// <summary>A wrong setting is named.</summary>
    [Fact]
    public async Task A_bad_configuration_names_the_setting()
    {
        Checks();
        if (MakeWrong() is not { Connector: IChecks checks, Option: var option })
        {
            Assert.Skip("No setting can be wrong.");
            return;
        }

        var wrong = await checks.CheckAsync(Request, Stop);
        Assert.True(wrong.Count > 0, "The settings are wrong, but the check finds nothing.");
        Assert.Contains(option, wrong.Select(w => w.Option), StringComparer.Ordinal);
    }

    /// <summary>Discovery gives the same twice, and says what is read.</summary>
    [Fact]
    public async Task Discovery_is_stable()
    {
        var (first, second) = (await Discovers().DiscoverAsync(Request, Stop), await Discovers().DiscoverAsync(Request, Stop));
        Assert.True(first.Select(Text).SequenceEqual(second.Select(Text), StringComparer.Ordinal), "Discovery gives another answer the second time.");
        Assert.True(first.Count(s => s.Selected) == 1, "Discovery does not say which one of the streams is read.");
        Assert.All(first, s => Assert.True(s.Key.All(k => s.Columns.Any(c => string.Equals(c.Name, k, StringComparison.OrdinalIgnoreCase))), $"The key of '{s.Name}' is not among its columns."));
    }

    /// <summary>Two full reads of the same source give the same rows.</summary>
    [Fact]
    public async Task A_full_read_gives_the_same_twice()
    {
        var first = await FullAsync();
        Assert.True(first.Rows.Count > 0, "The source for the tests is empty: nothing can be said of it.");
        Assert.True(first.Rows.SequenceEqual((await FullAsync()).Rows, StringComparer.Ordinal), "A second full read gives other rows.");
    }

    /// <summary>Reads from state, whatever happens between them, come to what a full read gives.</summary>
    [Fact]
    public async Task Incremental_reads_equal_a_full_one()
    {
        var known = await ChangingAsync();
        for (var time = 0; time < 3; time++)
        {
            Assert.SkipUnless(await ChangeAsync(), "The source cannot be changed.");
            await known.ReadAsync(Make(), Request, Stop);
            Assert.True(known.Rows.SequenceEqual((await FullAsync()).Rows, StringComparer.Ordinal), "Reading what changed came to other rows than reading everything.");
        }
    }

    /// <summary>A state after everything gives no rows, and a state again that is not before it.</summary>
    [Fact]
    public async Task A_state_of_the_far_future_reads_nothing()
    {
        await ChangingAsync();
        Assert.SkipWhen(FutureState is null, "No state lies in the future.");
        long rows = 0;
        string? state = null;
        await foreach (var chunk in Make().ReadAsync(Request with { State = FutureState }, Stop))
        {
            rows += chunk is Rows some ? some.RowNumbers.Count : 0;
            state = chunk is Checkpoint checkpoint ? checkpoint.State : state;
        }

        Assert.True(rows == 0, "Rows came from after the end.");
        Assert.True(state is null || string.Equals(state, FutureState, StringComparison.Ordinal), "The state went back.");
    }

    /// <summary>What a vendor corrects later is read again.</summary>
    [Fact]
    public async Task Restated_rows_are_picked_up()
    {
        var known = await ChangingAsync();
        Assert.SkipUnless(await RestateAsync(), "Nothing is corrected.");
        await known.ReadAsync(Make(), Request, Stop);
        Assert.True(known.Rows.SequenceEqual((await FullAsync()).Rows, StringComparer.Ordinal), "A corrected row was not read again.");
    }

    /// <summary>A read that is asked to stop does.</summary>
    [Fact]
    public async Task Cancellation_is_heard()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await stop.CancelAsync();
        try
        {
            await foreach (var chunk in Make().ReadAsync(Request, stop.Token))
            {
                // Naming files is no work; rows are.
                Assert.False(chunk is Rows { RowNumbers.Count: > 0 }, "Rows were read after the request to stop.");
            }
        }
        catch (OperationCanceledException)
        {
            // As it should be.
        }
    }

    /// <summary>Rows have the columns that discovery promised, of the same kinds, and as many values as row numbers.</summary>
    [Fact]
    public async Task Rows_keep_to_the_schema()
    {
        var stream = (await Discovers().DiscoverAsync(Request, Stop)).First(s => s.Selected);
        await foreach (var chunk in Make().ReadAsync(Request, Stop))
        {
            if (chunk is not Rows rows)
            {
                continue;
            }

            foreach (var column in rows.Columns)
            {
                var promised = stream.Columns.FirstOrDefault(c => string.Equals(c.Name, column.Name, StringComparison.Ordinal));
                Assert.True(promised is not null, $"The column '{column.Name}' was not promised.");
                Assert.True(promised.Kind == KindOf(column), $"The column '{column.Name}' was promised as {promised.Kind}, and is {KindOf(column)}.");
                Assert.True(column.Count == rows.RowNumbers.Count, $"The column '{column.Name}' has {column.Count} values for {rows.RowNumbers.Count} rows.");
            }
        }
    }

    /// <summary>No secret stands in what the connector says of itself: states, places, rejects, messages of checks and failures.</summary>
    [Fact]
    public async Task No_secret_leaks()
    {
        Assert.SkipWhen(Secrets.Count == 0, "There is no secret.");
        await TellsNoneAsync(Make());
        if (MakeWrong() is { } wrong)
        {
            await TellsNoneAsync(wrong.Connector);
        }
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task TellsNoneAsync(IConnector connector)
    {
        List<string> said = [];
        try
        {
            if (connector is IChecks checks)
            {
                said.AddRange((await checks.CheckAsync(Request, Stop)).SelectMany(w => new[] { w.Message, w.NextStep }));
            }

            await foreach (var chunk in connector.ReadAsync(Request, Stop))
            {
                said.AddRange(chunk switch
                {
                    Checkpoint checkpoint => [checkpoint.State],
                    Rows rows => [rows.Place],
                    Reject reject => [reject.Place, reject.Reason, reject.Raw],
                    _ => Array.Empty<string>(),
                });
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            said.AddRange([e.Message, e is ConnectorException told ? told.NextStep : ""]);
        }

        Assert.All(Secrets.SelectMany(s => new[] { s, Uri.EscapeDataString(s), Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(s)) }), secret =>
            Assert.True(!said.Exists(t => t.Contains(secret, StringComparison.Ordinal)), "A secret is told."));
    }

    private async Task<KnownRows> FullAsync()
    {
        var known = new KnownRows();
        await known.ReadAsync(Make(), Request, Stop);
        return known;
    }

    private async Task<KnownRows> ChangingAsync()
    {
        var known = await FullAsync();
        Assert.SkipUnless(known.TellsChanges, "The connector does not tell changes.");
        Assert.True(known.State is not null, "The connector tells changes, but gives no state to go on from.");
        return known;
    }

    private IChecks Checks()
    {
        var checks = Make() as IChecks;
        Assert.SkipWhen(checks is null, "The connector does not check.");
        return checks;
    }

    private IDiscovers Discovers()
    {
        var discovers = Make() as IDiscovers;
        Assert.SkipWhen(discovers is null, "The connector does not discover.");
        return discovers;
    }

    private static string Text(SourceStream stream) => $"{stream.Name}({string.Join(", ", stream.Columns)}) {string.Join(", ", stream.Key)} {stream.Cursor} {stream.Selected}";

    private static ValueKind KindOf(Column column) => column switch
    {
        TextColumn => ValueKind.Text,
        IntegerColumn => ValueKind.Integer,
        NumberColumn => ValueKind.Number,
        DecimalColumn => ValueKind.Decimal,
        BooleanColumn => ValueKind.Boolean,
        DateColumn => ValueKind.Date,
        _ => ValueKind.Timestamp,
    };
}
