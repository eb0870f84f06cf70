using Merit.Host.Commands;
using Merit.Host.Pipeline;
using Merit.Host.Warehouse.Models;
using Merit.Host.Warehouse.Versions;

namespace Merit.Host.Tests.Pipeline;

/// <summary>Tables made by C#, through the commands.</summary>
public sealed class ModelStageTests : IDisposable
{
    private const string Yaml =
        """
        name: Models
        currency: CNY
        timezone: Asia/Shanghai
        sources:
          orders:
            connector: files
            path: orders.csv
            into: orders
            columns: { order_id: id, account_id: account, ordered_at: at, amount: amount }
          spend:
            connector: files
            path: spend.csv
            into: spend
            columns: { date: day, amount: cost }
        """;

    private const string Rfm =
        """
        Model("rfm", Rows(orders.account_id, orders.ordered_at, orders.amount), rows =>
            from o in rows
            group o by o.Item1 into a
            let spent = a.Sum(o => o.Item3)
            select new Rfm(a.Key, a.Count(), spent, a.Max(o => o.Item2), spent >= 100 ? "good" : null))
            .Key("account_id");

        record Rfm(string account_id, int orders, decimal spent, DateTime last_at, string? segment);
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _data = new() { NewLine = "\n" };
    private readonly StringWriter _notes = new() { NewLine = "\n" };

    public ModelStageTests()
    {
        _folder.Write("merit.yaml", Yaml);
        Orders("1,x,2025-03-01 23:30:00,80", "2,x,2025-03-02 01:00:00,40.5", "3,y,2025-03-05 12:00:00,10");
        _folder.Write("spend.csv", "day,cost\n2025-03-01,5\n");
        _folder.Write("models/rfm.csx", Rfm);
        _folder.Write("metrics/own.csx", "Metric(\"accounts_seen\", Count(rfm).AllTime());\nMetric(\"spent\", Sum(rfm.spent).AllTime());\nMetric(\"good\", Count(rfm).Where(rfm.segment == \"good\" & rfm.orders >= 2).AllTime());\n"
            + "Metric(\"late\", Count(rfm).Where(rfm.last_at == new DateTime(2025, 3, 2, 1, 0, 0)).On(rfm.last_at));\nMetric(\"order_amount\", Sum(orders.amount));\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_model_s_table_is_typed_for_metrics_and_checked_before_there_are_data()
    {
        Assert.Equal(0, await Merit("check"));

        _folder.Write("metrics/own.csx", "Metric(\"spent\", Sum(rfm.spend));");
        Assert.Equal(1, await Merit("check"));
        Assert.StartsWith("metrics/own.csx(1,25): error MRT2001", Notes, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'spent'?", Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_made_of_the_rows_and_asked_like_any_table()
    {
        Assert.Equal(0, await Merit("load"));
        Assert.Equal(0, await Merit("query", "--metrics", "accounts_seen,spent,good,late", "--format", "csv"));

        Assert.EndsWith("\n2,130.5,1,1\n", Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_of_other_tables_look_it_up_by_its_key()
    {
        Assert.Equal(0, await Merit("load"));
        Assert.Equal(0, await Merit("query", "--metrics", "order_amount", "--by", "rfm.segment", "--format", "csv"));

        Assert.Contains("good,120.5", Data, StringComparison.Ordinal);
        Assert.Contains("10", Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_made_anew_only_when_its_script_or_its_rows_have_changed()
    {
        var first = await Made();
        Assert.False(first.Copied);

        // Another order of the rows, and other tables, are no change.
        Orders("3,y,2025-03-05 12:00:00,10", "1,x,2025-03-01 23:30:00,80", "2,x,2025-03-02 01:00:00,40.5");
        _folder.Write("spend.csv", "day,cost\n2025-03-01,7\n");
        var second = await Made();
        Assert.Equal((first.MadeAt, first.Content, 2L), (second.MadeAt, second.Content, second.Rows));
        Assert.Equal(0, await Merit("query", "--metrics", "spent,late", "--format", "csv"));
        Assert.EndsWith("\n130.5,1\n", Data, StringComparison.Ordinal);

        Orders("1,x,2025-03-01 23:30:00,80", "2,x,2025-03-02 01:00:00,40.5", "3,y,2025-03-05 12:00:00,11");
        var third = await Made();
        Assert.True(third.MadeAt > first.MadeAt);
        Assert.NotEqual(first.Content, third.Content);

        // Twice the same row is a change, which an exclusive or alone would not see.
        Orders("1,x,2025-03-01 23:30:00,80", "2,x,2025-03-02 01:00:00,40.5", "3,y,2025-03-05 12:00:00,11", "4,z,2025-03-05 12:00:00,11", "5,z,2025-03-05 12:00:00,11");
        var fourth = await Made();
        Assert.NotEqual(third.Content, fourth.Content);

        _folder.Write("models/rfm.csx", Rfm.Replace(">= 100", ">= 200", StringComparison.Ordinal));
        var fifth = await Made();
        Assert.Equal(fourth.Content, fifth.Content);
        Assert.True(fifth.MadeAt > fourth.MadeAt);
        Assert.Equal(0, await Merit("query", "--metrics", "good", "--format", "csv"));
        Assert.EndsWith("\n0\n", Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_what_no_source_loads_there_is_no_table_to_speak_of()
    {
        _folder.Write("merit.yaml", Yaml.Replace(", amount: amount }", " }", StringComparison.Ordinal));
        Assert.Equal(0, await Merit("load"));
        Assert.Equal(0, await Merit("query", "--metrics", "spent", "--format", "json"));

        Assert.Contains("null", Data, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rows.Select(r => r.Item3 > 50 ? throw new InvalidOperationException(\"too much.\") : new Made(r.Item1, 1))", "models/rfm.csx(2): error MRT2042: The model 'rfm' stopped with InvalidOperationException: too much.")]
    [InlineData("rows.Select(r => { while (r.Item3 > 0) { } return new Made(r.Item1, 1); })", "models/rfm.csx(2): error MRT2042: The model 'rfm' was still running after 1 seconds.")]
    [InlineData("rows.Select(r => new Made(r.Item1, Enumerable.Repeat(Enumerable.Repeat(0L, int.MaxValue), 400).Max(Enumerable.Sum)))", "models/rfm.csx(2): error MRT2042: The model 'rfm' was still running after 1 seconds.")]
    [InlineData("rows.Select(r => { long F(long n) => F(n + 1); return new Made(r.Item1, F(1)); })", "models/rfm.csx(2): error MRT2042: The model 'rfm' called itself without end.")]
    [InlineData("rows.Select(r => { var all = new List<byte[]>(); while (true) all.Add(new byte[250_000_000]); return new Made(r.Item1, 1); })", "models/rfm.csx(2): error MRT2042: The model 'rfm' asked for more memory")]
    [InlineData("null", "models/rfm.csx(1): error MRT2042: The model 'rfm' stopped with")]
    public async Task A_model_that_does_not_end_well_is_ended_and_nothing_is_published(string make, string finding)
    {
        _folder.Write("metrics/own.csx", "");
        _folder.Write("models/rfm.csx", $"Model<(string, DateTime, decimal), Made>(\"rfm\", Rows(orders.account_id, orders.ordered_at, orders.amount), rows =>\n    {make});\nrecord Made(string account_id, long n);");

        Assert.Equal(1, await Merit("load"));
        Assert.Contains(finding, Notes, StringComparison.Ordinal);
        Assert.Null(new PublishedVersions(Path.Combine(_folder.Path, ".merit", "warehouse")).Latest);
    }

    [Fact]
    public async Task A_value_that_is_missing_is_told_unless_it_is_optional_or_left_out()
    {
        Orders("1,x,2025-03-01 23:30:00,80", "2,x,2025-03-02 01:00:00,");
        Assert.Equal(1, await Merit("load"));
        Assert.Contains("models/rfm.csx(1): error MRT2043: The model 'rfm' takes orders.amount as a value that is always there, but a row of orders has none.", Notes, StringComparison.Ordinal);

        _folder.Write("models/rfm.csx", Rfm.Replace("orders.amount)", "orders.amount).Where(orders.amount.HasValue)", StringComparison.Ordinal));
        Assert.Equal(1L, (await Made()).Rows);

        _folder.Write("models/rfm.csx", Rfm.Replace("orders.amount)", "Optional(orders.amount))", StringComparison.Ordinal).Replace("Sum(o => o.Item3)", "Sum(o => o.Item3 ?? 1m)", StringComparison.Ordinal));
        Assert.Equal(0, await Merit("load"));
        Assert.Equal(0, await Merit("query", "--metrics", "spent", "--format", "csv"));
        Assert.EndsWith("\n81\n", Data, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.Key, a.Count(), spent", "\"same\", a.Count(), spent", "is the same as another row's")]
    [InlineData("a.Key, a.Count(), spent", "null, a.Count(), spent", "is missing")]
    public async Task A_key_is_held_to_what_it_says(string from, string to, string words)
    {
        _folder.Write("models/rfm.csx", Rfm.Replace(from, to, StringComparison.Ordinal));
        Assert.Equal(1, await Merit("load"));
        Assert.Contains("models/rfm.csx(1): error MRT2044", Notes, StringComparison.Ordinal);
        Assert.Contains(words, Notes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Model(\"orders\", Rows(orders.amount), rows => rows.Select(r => new { a = r }));", "MRT2153")]
    [InlineData("Model(\"Rfm\", Rows(orders.amount), rows => rows.Select(r => new { a = r }));", "MRT2150")]
    [InlineData("Model(\"m\", Rows(orders.amount), rows => rows);", "MRT2152")]
    [InlineData("Model(\"m\", Rows(orders.amount), rows => rows.Select(r => (r, 1)));", "MRT2152")]
    [InlineData("Model(\"m\", Rows(orders.amount), rows => rows.Select(r => new { a = new[] { r } }));", "MRT2152")]
    [InlineData("Model(\"m\", Rows(orders.amount), rows => rows.Select(r => new { a = r, A = r }));", "MRT2152")]
    [InlineData("Model(\"m\", Rows(orders.amount, leads.score), rows => rows.Select(r => new { a = r.Item1 }));", "MRT2154")]
    [InlineData("Model(\"m\", Rows(orders.amount).Where(leads.score > 1), rows => rows.Select(r => new { a = r }));", "MRT2106")]
    [InlineData("Model(\"m\", Rows(orders.amount), rows => rows.Select(r => new { a = r })).Key(\"b\");", "MRT2155")]
    [InlineData("Metric(\"m\", Count(orders));", "MRT2045")]
    [InlineData("Model(\"m\", Rows(orders.amount), rows => System.IO.File.ReadLines(\"x\"));", "MRT2021")]
    public async Task What_cannot_be_a_model_is_told_where_it_is_declared(string script, string code)
    {
        _folder.Write("metrics/own.csx", "");
        _folder.Write("models/rfm.csx", "\n" + script);

        Assert.Equal(1, await Merit("check"));
        Assert.Matches($@"models/rfm\.csx\(2(,\d+)?\): error {code}", Notes);
    }

    [Fact]
    public async Task A_model_stands_in_models()
    {
        _folder.Write("metrics/own.csx", Rfm);
        _folder.Write("models/rfm.csx", "");

        Assert.Equal(1, await Merit("check"));
        Assert.Contains("metrics/own.csx(1): error MRT2045: A model cannot be declared in metrics/.", Notes, StringComparison.Ordinal);
    }

    private void Orders(params string[] rows) => _folder.Write("orders.csv", "id,account,at,amount\n" + string.Join('\n', rows) + "\n");

    private async Task<ModelTable> Made()
    {
        Assert.True(await Merit("load") == 0, Notes);
        using var session = new PublishedVersions(Path.Combine(_folder.Path, ".merit", "warehouse")).OpenLatest();
        return Assert.Single(ModelLog.Read(session));
    }

    private string Data => _data.ToString();

    private string Notes => _notes.ToString();

    private Task<int> Merit(params string[] args)
    {
        _data.GetStringBuilder().Clear();
        _notes.GetStringBuilder().Clear();
        return CommandLine.RunAsync(
            args,
            new Surroundings
            {
                Output = new Terminal(_data, _notes, interactive: false, colour: false),
                Environment = new Dictionary<string, string>(StringComparer.Ordinal),
                CurrentDirectory = _folder.Path,
                BaseDirectory = AppContext.BaseDirectory,
                Clock = TimeProvider.System,
                Stages = new Stages(AppContext.BaseDirectory, TimeProvider.System) { ModelLimits = new() { Time = TimeSpan.FromSeconds(1), Grace = TimeSpan.FromSeconds(1), Memory = 256 << 20 } },
            },
            CancellationToken.None);
    }
}
