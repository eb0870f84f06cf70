using Merit.Diagnostics;
using Merit.Host.Workspaces;
using Merit.Metrics.Schema;

namespace Merit.Host.Tests.Workspaces;

public sealed class WorkspaceLoaderTests
{
    [Fact]
    public void What_is_not_said_has_its_default()
    {
        var workspace = Loading.Load(Loading.Head);

        Assert.Equal("Acme", workspace.Name);
        Assert.Equal("CNY", workspace.Currency);
        Assert.Equal("Asia/Shanghai", workspace.Zone.Id);
        Assert.Equal(DayOfWeek.Monday, workspace.WeekStart);
        Assert.Equal("en", workspace.Locale);
        Assert.Equal(["first", "last", "linear", "u-shaped", "time-decay"], workspace.Attribution.Models.Select(m => m.Name));
        Assert.Equal("u-shaped", workspace.Attribution.Default);
        Assert.Equal(TimeSpan.FromDays(90), workspace.Attribution.Journeys.Lookback);
        Assert.False(workspace.Attribution.ByAccount);
        Assert.True(workspace.Channels.Ga4);
        Assert.Empty(workspace.Reports);
    }

    [Fact]
    public void The_example_of_the_design_is_read_whole()
    {
        var workspace = Loading.Load(
            """
            name: Acme
            currency: CNY
            timezone: Asia/Shanghai
            locale: zh-CN
            sources:
              mql:
                connector: files
                path: ${OLIST_DATA}/leads.csv
                delimiter: ";"
                into: leads                      # two sources may fill different columns of one table, by its key
                columns:
                  lead_id: mql_id
                  created_at: { from: first_contact_date, format: "%Y.%m.%d" }
                  source: origin
              won:
                connector: files
                path: ${OLIST_DATA}/deals.csv
                into: leads
                timezone: America/Sao_Paulo
                covers: 2018
                columns:
                  lead_id: mql_id
                  won_at: { from: won_date, format: "%Y.%m.%d %H:%M" }
                  status: { constant: won }
                  score: { from: rating, decimal: "," }
                  deal_size: { sql: "a + b", type: money }
            channels:
              rules: none
              custom:
                - { channel: podcast, source: "*cast*", medium: audio }
              aliases: { e-mail: email }
            attribution:
              default: decay-14
              models: [first, { id: decay-14, model: time-decay, half_life: 14d }]
              lookback: 12h
              journeys: account
            scoring:
              industry: saas
              scorecards: { webinar: lead-gen }
              models: [index, { id: by-peers, model: index, peers: 5 }]
            reports:
              - lead-gen
              - { template: channels, period: 2025, compare: previous, formats: [html, md], where: "channel = email", name: mails }
            """, environment: ("OLIST_DATA", "/data"));

        Assert.Equal(["mql", "won"], workspace.Sources.Select(s => s.Name));
        var mql = workspace.Sources[0];
        Assert.Equal("/data/leads.csv", ((Loading.FilesOptions)mql.Options).Path);
        Assert.Equal(";", ((Loading.FilesOptions)mql.Options).Delimiter);
        Assert.Equal("Asia/Shanghai", mql.Zone.Id);
        Assert.Equal(("created_at", "first_contact_date", "%Y.%m.%d"), (mql.Columns[1].Name, mql.Columns[1].From, mql.Columns[1].Format));
        Assert.Equal(new Place("merit.yaml", 13, 7), mql.Columns[1].At);

        var won = workspace.Sources[1];
        Assert.Equal("America/Sao_Paulo", won.Zone.Id);
        Assert.Equal((new DateOnly(2018, 1, 1), new DateOnly(2018, 12, 31)), won.Covers);
        Assert.Equal("won", won.Columns[2].Constant);
        Assert.Equal(',', won.Columns[3].DecimalSeparator);
        Assert.Equal(("a + b", ColumnType.Money), (won.Columns[4].Expression, won.Columns[4].Type));

        Assert.False(workspace.Channels.Ga4);
        Assert.Equal("email", workspace.Channels.Aliases["E-Mail"]);
        Assert.Equal(("podcast", "*cast*", "audio", null), (workspace.Channels.Rules[0].Channel, workspace.Channels.Rules[0].Source, workspace.Channels.Rules[0].Medium, workspace.Channels.Rules[0].Campaign));
        Assert.Equal("decay-14", workspace.Attribution.Default);
        Assert.Equal(TimeSpan.FromDays(14), ((Loading.DecayOptions)workspace.Attribution.Models[1].Options).HalfLife);
        Assert.Equal(TimeSpan.FromHours(12), workspace.Attribution.Journeys.Lookback);
        Assert.True(workspace.Attribution.ByAccount);
        Assert.Equal("lead-gen", workspace.Scoring.Scorecards["webinar"].Id);
        Assert.Equal(["index", "by-peers"], workspace.Scoring.Models.Select(m => m.Name));
        Assert.Equal(5, ((Loading.IndexOptions)workspace.Scoring.Models[1].Options).Peers);
        Assert.Equal("2025", workspace.Reports[1].Period);
        Assert.Equal(["channel = email"], workspace.Reports[1].Where);
        Assert.Equal(["html", "md"], workspace.Reports[1].Formats);
    }

    [Fact]
    public void All_errors_are_said_at_once_in_the_order_of_the_file()
    {
        var findings = Loading.Findings("nam: Acme\ncurrency: CNX\ntimezone: Mars/Olympus\nweek_start: mon\nsources:\n  a: { connector: flies }\n");

        Assert.Equal(["MRT1003", "MRT1005", "MRT1007", "MRT1007", "MRT1007", "MRT1005", "MRT1011"], findings.Select(Code));
    }

    [Fact]
    public void A_folder_without_workspace_is_named()
    {
        using var folder = new TemporaryFolder();

        var failure = Assert.Throws<MeritException>(() => WorkspaceLoader.Load(folder.Path, Loading.Catalog, new Dictionary<string, string>()));

        Assert.Contains(folder.Path, failure.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Equal("MRT1001", failure.Diagnostics[0].Code);
    }

    [Fact]
    public void Anchors_aliases_and_merged_mappings_work()
    {
        var workspace = Loading.Load(Loading.Head +
            """
            sources:
              a: &export
                connector: files
                path: a.csv
                into: spend
                columns: &columns { date: Day, amount: Cost }
              b:
                <<: *export
                path: b.csv
              c: { connector: files, path: c.csv, into: spend, columns: *columns }
            """);

        Assert.Equal(["a.csv", "b.csv", "c.csv"], workspace.Sources.Select(s => ((Loading.FilesOptions)s.Options).Path));
        Assert.All(workspace.Sources, s => Assert.Equal(["date", "amount"], s.Columns.Select(c => c.Name)));
    }

    [Fact]
    public void Columns_that_need_no_mapping_may_be_listed()
    {
        var workspace = Loading.Load(Loading.Head + "sources:\n  a: { connector: mirror, into: spend, columns: [date, amount] }\n");

        Assert.Equal([("date", "date"), ("amount", "amount")], workspace.Sources[0].Columns.Select(c => (c.Name, c.From)));
    }

    [Theory]
    [InlineData("2025", "2025-01-01", "2025-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2025-03-05", "2025-03-05", "2025-03-05")]
    [InlineData("2025-01-01..2025-07-01", "2025-01-01", "2025-06-30")]
    public void Covered_days_include_their_ends(string covers, string from, string to)
    {
        var workspace = Loading.Load(Loading.Head + $"sources:\n  a: {{ connector: mirror, into: spend, columns: [date], covers: {covers} }}\n");

        Assert.Equal((DateOnly.Parse(from), DateOnly.Parse(to)), workspace.Sources[0].Covers);
    }

    private static string Code(string finding) => finding[finding.IndexOf("MRT", StringComparison.Ordinal)..][..7];
}
