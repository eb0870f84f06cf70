using System.Text;
using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Outside;

/// <summary>A company the repository does not know, mapped by docs/getting-started.md alone: pounds, months first, tabs and pipes, a preamble, an old encoding,
/// one file a month, JSON lines, words for outcomes, a column and a campaign type of its own.</summary>
public sealed class OutsiderTests : IDisposable
{
    private readonly TemporaryWorkspace workspace = new();

    public OutsiderTests()
    {
        workspace.Write("merit.yaml", """
            name: Outsider
            currency: GBP
            timezone: Europe/London
            sources:
              promotions:
                connector: files
                path: in/promotions.txt
                delimiter: "|"
                skip: 2
                encoding: windows-1252
                into: campaigns
                columns:
                  campaign_id: PromoRef
                  name: Title
                  type: Aim
                  channel: Medium
                  start_date: { from: Opens, format: "%m/%d/%Y" }
                  budget: Ceiling
                  agency: { from: Agency, type: text }
              invoices:
                connector: files
                path: in/invoices-*.tsv
                into: spend
                where: "Status <> 'draft'"
                columns:
                  date: { from: Invoiced, format: "%m/%d/%Y" }
                  campaign_id: Promo
                  category: { constant: media }
                  amount: Net
              enquiries:
                connector: files
                path: in/enquiries.ndjson
                into: leads
                columns:
                  lead_id: ref
                  contact_id: who
                  campaign_id: promo
                  created_at: { from: at, format: "%m/%d/%Y %I:%M %p" }
                  sql_at: { from: confirmed, format: "%m/%d/%Y" }
                  likelihood: { from: likelihood, type: number }
              tills:
                connector: files
                path: in/tills.csv
                into: orders
                columns:
                  order_id: Receipt
                  contact_id: Customer
                  campaign_id: { sql: "nullif(upper(trim(Code)), 'NONE')" }
                  ordered_at: Rung
                  amount: { from: Taken, decimal: "." }
              seasons:
                connector: files
                path: in/seasons.csv
                into: seasons
            reports:
              - { template: overview, period: 2024 }
              - { template: channels, period: 2024 }
            """);
        Directory.CreateDirectory(workspace.PathOf("in"));
        File.WriteAllBytes(workspace.PathOf("in/promotions.txt"), Encoding.Latin1.GetBytes("""
            Export of promotions
            printed by the agency
            PromoRef|Title|Aim|Medium|Opens|Ceiling|Agency
            P1|Café posters|loyalty|Outdoor|03/04/2024|£1,200.00|Field & Son
            P2|Leaflets "by hand"|lead-gen|Door|11/30/2024|£ 500|
            """));
        workspace.Write("in/invoices-2024-03.tsv", "Invoiced\tPromo\tNet\tStatus\n03/10/2024\tP1\t£800.50\tpaid\n03/12/2024\tP1\t(50.50)\tpaid\n");
        workspace.Write("in/invoices-2024-12.tsv", "Invoiced\tPromo\tNet\tStatus\n12/01/2024\tP2\t1,250\tdraft\n12/24/2024\tP2\t250\tpaid\n");
        workspace.Write("in/enquiries.ndjson", """
            {"ref": "E1", "who": "c1", "promo": "P1", "at": "03/11/2024 09:30 AM", "confirmed": "04/01/2024", "likelihood": "35%"}
            {"ref": "E2", "who": "c2", "promo": "P2", "at": "12/31/2024 11:59 PM", "confirmed": null, "likelihood": "5%"}
            {"ref": "E3", "who": "c3", "promo": "P2", "at": "01/01/2025 12:05 AM", "confirmed": null, "likelihood": "60%"}
            {"ref": "E4", "who": "c4", "promo": "P2", "at": "13/01/2024 10:00 AM", "confirmed": null, "likelihood": "10%"}

            """);
        workspace.Write("in/tills.csv", "Receipt,Customer,Code,Rung,Taken\nR1,c1, p1 ,2024-04-02 10:00,\"£1,500.00\"\nR2,c1,P1,2024-05-02 10:00,£500\nR3,c9,none,2024-06-01 09:00,£75.25\n");
        workspace.Write("in/seasons.csv", "season,weight\nspring,2\nautumn,3\n");
        workspace.Write("metrics/outsider.csx", """
            Metric("likely", Average(leads.likelihood)).As(Percent);
            """);
    }

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Goes_from_files_to_reports()
    {
        MeritProcess.Run(workspace.Folder, "check").Fine();

        // One enquiry came in a month that does not exist: said, with its place, and the rest goes on.
        var run = MeritProcess.Run(workspace.Folder, "run");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("in/enquiries.ndjson(4", run.Notes, StringComparison.Ordinal);
        Assert.Contains("error MRT1208: This row of the source ", run.Notes, StringComparison.Ordinal);
        Assert.Contains("Café posters", File.ReadAllText(workspace.PathOf("out/overview.md")), StringComparison.Ordinal);
        Assert.Contains("£750", File.ReadAllText(workspace.PathOf("out/channels.html")), StringComparison.Ordinal);

        var figures = QueryAnswer.Ask(workspace.Folder, "cost,new_leads,sqls,customers,revenue,roi,aov,budget_used,likely", "channel", "2024").By("channel");
        Assert.Equal([750, 1, 1, 1, 2_000, 2_000.0 / 750 - 1, 1_000, .625, .35], Values(figures["Outdoor"]), new Close());
        Assert.Equal([250, 1, 0, 0, 0, -1, null, .5, .05], Values(figures["Door"]), new Close());
        Assert.Equal(75.25, figures[""]["revenue"]?.GetValue<double>());

        Assert.Equal(2_000, QueryAnswer.Ask(workspace.Folder, "revenue", "type", "2024", "--where", "agency contains field").By("type")["loyalty"]["revenue"]?.GetValue<double>());

        // The columns of a table without a mapping are known once it is loaded.
        workspace.Write("metrics/seasons.csx", """Metric("season_weight", Sum(seasons.weight));""");
        Assert.Equal(5, QueryAnswer.Ask(workspace.Folder, "season_weight", period: "all")["season_weight"]);
    }

    private static IEnumerable<double?> Values(System.Text.Json.Nodes.JsonObject row) => row.Skip(1).Select(f => f.Value?.GetValue<double>());

    private sealed class Close : IEqualityComparer<double?>
    {
        public bool Equals(double? x, double? y) => x is null || y is null ? x is null && y is null : Math.Abs(x.Value - y.Value) < 1e-9;

        public int GetHashCode(double? value) => 0;
    }
}
