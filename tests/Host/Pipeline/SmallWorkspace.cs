using Merit.Host.Commands;
using Merit.Host.Pipeline;

namespace Merit.Host.Tests.Pipeline;

/// <summary>A workspace small enough to know by heart, and merit over its real stages.</summary>
public abstract class SmallWorkspace : IDisposable
{
    private protected const string Yaml =
        """
        name: Small
        currency: CNY
        timezone: Asia/Shanghai
        sources:
          leads:
            connector: files
            path: leads.csv
            into: leads
            columns: { lead_id: id, created_at: day, campaign_id: campaign, tier: { sql: "upper(tier)", type: text } }
          spend:
            connector: files
            path: spend.csv
            into: spend
            columns: { date: day, campaign_id: campaign, amount: { from: cost, decimal: "," } }
        reports:
          - { template: mine, period: 2025 }
        """;

    private const string Test = "Test(\"gold\", t => t.Given(leads.Row(tier: \"GOLD\"), leads.Row(tier: \"TIN\")).Expect(metrics.gold_leads, 1));\n";

    private protected readonly TemporaryFolder _folder = new();
    private protected readonly StringWriter _data = new() { NewLine = "\n" };
    private protected readonly StringWriter _notes = new() { NewLine = "\n" };

    protected SmallWorkspace()
    {
        _folder.Write("merit.yaml", Yaml);
        _folder.Write("leads.csv", "id,day,campaign,tier\n1,2025-03-01,a,gold\n2,2025-03-02,a,gold\n3,2025-03-03,b,tin\n");
        _folder.Write("spend.csv", "day;campaign;cost\n2025-03-01;a;1.000,50\n2025-03-02;b;30\n");
        _folder.Write("metrics/own.csx", "Metric(\"gold_leads\", Count(leads).Where(leads.tier == \"GOLD\")).Label(\"Gold leads\", zh: \"金牌线索\");\n" + Test);
        _folder.Write("reports/mine.md", "---\ntitle: Mine\n---\n{{metrics \"cost, new_leads, gold_leads\"}}\n");
    }

    public void Dispose()
    {
        _folder.Dispose();
        _data.Dispose();
        _notes.Dispose();
    }

    private protected string Notes => _notes.ToString();

    private protected Task<int> Merit(params string[] args) => CommandLine.RunAsync(args, Around(new Stages(AppContext.BaseDirectory, TimeProvider.System)), CancellationToken.None);

    private protected Surroundings Around(IStages stages) => new()
    {
        Output = new Terminal(_data, _notes, interactive: false, colour: false),
        Environment = new Dictionary<string, string>(StringComparer.Ordinal),
        CurrentDirectory = _folder.Path,
        BaseDirectory = AppContext.BaseDirectory,
        Clock = TimeProvider.System,
        Stages = stages,
    };
}
