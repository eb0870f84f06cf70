using Merit.Diagnostics;
using Merit.Host.Measures;

namespace Merit.Host.Tests.Measures;

public sealed class ScriptSetTests
{
    [Fact]
    public void A_file_of_the_workspace_takes_the_place_of_the_built_in_one_of_its_name()
    {
        using var builtIn = new TemporaryFolder();
        builtIn.Write("metrics/cost.csx", "built-in cost");
        builtIn.Write("metrics/leads.csx", "built-in leads");
        builtIn.Write("metrics/README.md", "no script");
        using var warehouse = new MeasuredWarehouse();
        warehouse.Folder.Write("metrics/cost.csx", "own cost");
        warehouse.Folder.Write("metrics/more.csx", "own more");

        var scripts = ScriptSet.Of(builtIn.Path, warehouse.Workspace);

        Assert.Equal(
            "built-in/metrics/leads.csx: built-in leads; metrics/cost.csx: own cost; metrics/more.csx: own more",
            string.Join("; ", scripts.Select(s => $"{s.Path}: {s.Text}")));
    }

    [Fact]
    public void Tests_of_the_library_are_read_only_where_they_are_asked_for()
    {
        using var builtIn = new TemporaryFolder();
        builtIn.Write("metrics/cost.csx", "cost");
        builtIn.Write("metrics/leads.csx", "leads");
        builtIn.Write("metrics/tests/cost.csx", "cost tested");
        builtIn.Write("metrics/tests/leads.csx", "leads tested");
        using var warehouse = new MeasuredWarehouse();
        warehouse.Folder.Write("metrics/cost.csx", "own cost");

        Assert.Equal(["built-in/metrics/leads.csx", "metrics/cost.csx"], ScriptSet.Of(builtIn.Path, warehouse.Workspace).Select(s => s.Path));
        Assert.Equal(
            ["built-in/metrics/leads.csx", "built-in/metrics/tests/leads.csx", "metrics/cost.csx"],
            ScriptSet.Of(builtIn.Path, warehouse.Workspace, builtInTests: true).Select(s => s.Path));
    }

    [Fact]
    public void Neither_folder_need_exist()
    {
        using var warehouse = new MeasuredWarehouse();

        Assert.Empty(ScriptSet.Of(warehouse.Folder.Path, warehouse.Workspace));
    }

    [Fact]
    public void The_standard_library_compiles_and_holds_the_ids_that_reports_and_users_rely_on()
    {
        using var warehouse = new MeasuredWarehouse();
        var ids = warehouse.Definitions.Metrics.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);

        string[] needed =
        [
            "cost", "impressions", "clicks", "ctr", "cpc", "media_cpc", "new_leads", "mqls", "sqls", "cpl", "lead_to_mql", "mql_to_sql", "lead_to_customer", "customers", "revenue",
            "revenue_per_customer", "aov", "cac", "roi", "attributed_customers", "attributed_revenue", "attributed_roi", "budget_used", "opportunity_amount", "win_rate",
            "opportunity_to_customer", "sales_cycle_days", "sales_cycle_days_median", "score",
        ];
        Assert.Empty(needed.Except(ids, StringComparer.Ordinal));
        Assert.Equal(
            "b2b-technology-lead-gen, b2b-technology-revenue, b2c-retail-lead-gen, b2c-retail-revenue, brand, lead-gen, professional-services-lead-gen, professional-services-revenue, retention, revenue",
            string.Join(", ", warehouse.Definitions.Scorecards.Select(s => s.Id).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_label_of_the_standard_library_is_in_both_languages()
    {
        using var warehouse = new MeasuredWarehouse();

        Assert.All(warehouse.Definitions.Metrics, m => Assert.False(m.LabelZh == m.Label && m.Label.Any(char.IsLower), m.Id));
    }

    [Fact]
    public void A_mistake_in_a_script_of_the_workspace_has_its_place()
    {
        using var warehouse = new MeasuredWarehouse();
        warehouse.Folder.Write("metrics/mine.csx", "\nMetric(\"mine\", Sum(spend.amout));");

        var finding = Assert.Single(Assert.Throws<MeritException>(() => warehouse.Definitions).Diagnostics);

        Assert.StartsWith("metrics/mine.csx(2,26): error MRT2001: CS1061", finding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_compiled_lies_in_the_workspace()
    {
        using var warehouse = new MeasuredWarehouse();
        warehouse.Load();

        Assert.Single(Directory.GetFiles(Path.Combine(warehouse.Folder.Path, ".merit", "cache", "scripts")));
    }
}
