using Merit.Diagnostics;
using Merit.Metrics.Language;
using Merit.Metrics.Requests;
using Merit.Metrics.Tables;
using static Merit.Metrics.Language.Define;
using static Merit.Metrics.Tests.Planning.StandardMetrics;

namespace Merit.Metrics.Tests.Planning;

/// <summary>Parameters, declared dimensions and segments: said once, reached by every fact that looks their table up.</summary>
public sealed class ReuseTests
{
    private static readonly AccountsTable Accounts = new();
    private static readonly SegmentRef Enterprise = new("enterprise");

    private static readonly Definitions Reused = Declared(() =>
    {
        Parameter("hot", 80);
        Parameter("factor", 0.5m);
        Parameter("word", "x' OR 1=1 --");
        Parameter("since", new DateOnly(2025, 2, 1));
        Parameter("strict", false);
        Dimension("band", If(Leads.score >= new ParameterRef<double>("hot"), "hot", "other")).Label("Band", zh: "档位");
        Dimension("size_class", If(Accounts.size == "1000+", "large", "small"));
        Segment("enterprise", Accounts.size == "1000+").Label("Enterprise");
        Segment("unknown_size", !Accounts.size.HasValue);
        Segment("big_retail", Enterprise & Accounts.industry == "retail");
        Segment("hot", Leads.score >= new ParameterRef<double>("hot"));
        Metric("leads", Count(Leads));
        Metric("hot_leads", Count(Leads).Where(new SegmentRef("hot")));
        Metric("recent", Count(Leads).Where(Leads.created_at.Date >= new ParameterRef<DateOnly>("since")));
        Metric("strange", Count(Leads).Where(Leads.source == new ParameterRef<string>("word") | new ParameterRef<bool>("strict")));
        Metric("revenue", Sum(Sales.amount));
        Metric("half_revenue", Ref("revenue") * new NumberParameter("factor"));
        Metric("revenue_enterprise", Sum(Sales.amount).Where(Enterprise));
        Metric("revenue_rest", Sum(Sales.amount).Where(!Enterprise));
        Metric("retail_bonus", Sum(If(new SegmentRef("big_retail"), Sales.amount, 1)));
        Metric("cost", Sum(Spend.amount));
    });

    [Fact]
    public void A_parameter_is_its_declared_value_until_it_is_set()
    {
        using var warehouse = Company();

        Assert.Equal([": 1 55 2 0"], Lines(warehouse, Reused, "hot_leads half_revenue recent strange"));
        Assert.Equal([": 2 11 3 3"], Lines(warehouse, Reused.Set([new("hot", "50", null), new("factor", "0.1", null), new("since", "2025-01-01", null), new("strict", "yes", null)]), "hot_leads half_revenue recent strange"));
    }

    [Fact]
    public void A_text_is_a_value_whatever_it_says()
    {
        using var warehouse = Company().With("leads", "lead_id source", ["l9", "x' OR 1=1 --"]);

        Assert.Equal([": 1"], Lines(warehouse, Reused, "strange"));
        Assert.DoesNotContain("1=1", warehouse.Plan(Reused, Ask.For("strange")).Sql, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_must_be_of_a_parameter_and_of_its_type()
    {
        var at = new Place("merit.yaml", 9, 3);
        var refused = Assert.Throws<MeritException>(() => Reused.Set([new("hto", "1", at), new("hot", "many", at), new("since", "2025-02-30", null), new("strict", "1.5", null), new("factor", "1e3", null)]));

        Assert.Equal("MRT2136 MRT2137 MRT2137 MRT2137 MRT2137", string.Join(' ', refused.Diagnostics.Select(d => d.Code)));
        Assert.Equal(at, refused.Diagnostics[0].At);
        Assert.Equal("Did you mean 'hot'?", refused.Diagnostics[0].NextStep);
        Assert.Contains("a number", refused.Diagnostics[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_declared_dimension_is_reached_like_a_column_of_its_table()
    {
        using var warehouse = Company();

        Assert.Equal(["hot: 1", "other: 2"], Lines(warehouse, Reused, "leads", "band"));
        Assert.Equal(["large: 100", "small: 7", "(none): 3", "total (none): 110"], Lines(warehouse, Reused, "revenue", "size_class", total: true));
        Assert.Equal(["hot: 100", "(none): 10"], Lines(warehouse, Reused, "revenue", "band"));
        Assert.Equal([": 7"], Lines(warehouse, Reused, "revenue", where: ["size_class = small"]));
        Assert.Equal([": 3"], Lines(warehouse, Reused, "revenue", where: ["size_class = (none)"]));
        var column = warehouse.Ask(Reused, Ask.For("leads", "band")).Dimensions[0];
        Assert.Equal(("Band", "档位"), (column.Label, column.LabelZh));
    }

    [Fact]
    public void A_declared_dimension_out_of_reach_names_the_missing_path() => Assert.Equal("MRT2206", Refused(Ask.For("cost", "band")).Code);

    [Fact]
    public void A_segment_holds_for_every_row_that_looks_its_table_up()
    {
        using var warehouse = Company();

        Assert.Equal([": 100 10 102"], Lines(warehouse, Reused, "revenue_enterprise revenue_rest retail_bonus"));
        Assert.Equal([": 100 1"], Lines(warehouse, Reused, "revenue leads", where: ["segment = enterprise"]));
        Assert.Equal([": 10 2"], Lines(warehouse, Reused, "revenue leads", where: ["segment != enterprise"]));
        Assert.Equal([": 0"], Lines(warehouse, Reused, "revenue", where: ["segment = enterprise", "segment = unknown_size"]));
    }

    [Fact]
    public void A_row_that_looks_nothing_up_is_in_no_segment()
    {
        using var warehouse = Company();

        Assert.Equal([": 0"], Lines(warehouse, Reused, "revenue", where: ["segment = unknown_size"]));
    }

    [Fact]
    public void A_segment_out_of_reach_is_told_where_it_stands()
    {
        var definitions = Declared(() =>
        {
            Segment("enterprise", Accounts.size == "1000+");
            Metric("cost", Sum(Spend.amount).Where(Enterprise, "metrics/a.csx", 7));
        });
        using var warehouse = Company();

        var finding = Assert.Single(Assert.Throws<MeritException>(() => warehouse.Plan(definitions, Ask.For("cost"))).Diagnostics);
        Assert.Equal(("MRT2230", new Place("metrics/a.csx", 7)), (finding.Code, finding.At));
        Assert.Contains("no path leads from spend to accounts", finding.Message, StringComparison.Ordinal);
        Assert.Equal("MRT2206", Refused(Ask.For("cost", where: ["segment = enterprise"])).Code);
    }

    [Theory]
    [InlineData("segment = enterprize", "MRT2231")]
    [InlineData("segment in (enterprise, hot)", "MRT2232")]
    [InlineData("segment contains e", "MRT2232")]
    [InlineData("segment = (none)", "MRT2232")]
    public void A_filter_by_segment_names_one_segment(string filter, string code) => Assert.Equal(code, Refused(Ask.For("leads", where: [filter])).Code);

    [Fact]
    public void Segments_are_no_groups() => Assert.Equal("MRT2233", Refused(Ask.For("leads", "segment")).Code);

    [Fact]
    public void A_segment_of_a_table_nobody_loads_has_no_value_rather_than_zero()
    {
        using var warehouse = new TestWarehouse().With("sales", "account_id amount", ["a1", 100m]);

        Assert.Equal([": ColumnNotLoaded"], Lines(warehouse, Reused, "revenue_enterprise"));
    }

    [Fact]
    public void Names_are_checked_where_they_are_declared_and_used()
    {
        Told("MRT2132", 1, () => Dimension("channel", Leads.source, "metrics/a.csx", 1));
        Told("MRT2132", 1, () => Dimension("industry", Leads.source, "metrics/a.csx", 1));
        Told("MRT2132", 2, () =>
        {
            Metric("leads", Count(Leads), "metrics/a.csx", 1);
            Dimension("leads", Leads.source, "metrics/a.csx", 2);
        });
        Told("MRT2101", 1, () => Segment("Enterprise", Leads.score > 1, "metrics/a.csx", 1));
        Told("MRT2102", 2, () =>
        {
            Parameter("p", 1, "metrics/a.csx", 1);
            Parameter("p", "x", "metrics/a.csx", 2);
        });
        Told("MRT2133", 1, () => Metric("m", Count(Leads).Where(Enterprise), "metrics/a.csx", 1));
        Told("MRT2133", 1, () => Metric("m", Count(Leads) * new NumberParameter("p"), "metrics/a.csx", 1));
        Told("MRT2134", 1, () => Dimension("d", If(Leads.source == Accounts.industry, "x"), "metrics/a.csx", 1));
        Told("MRT2134", 1, () => Dimension("d", Value("x"), "metrics/a.csx", 1));
        Told("MRT2134", 2, () =>
        {
            Segment("enterprise", Accounts.size == "1000+", "metrics/a.csx", 1);
            Dimension("d", If(Enterprise, Leads.source), "metrics/a.csx", 2);
        });
        Told("MRT2135", 1, () => Segment("enterprise", Accounts.size == "x" | Enterprise, "metrics/a.csx", 1));
        Told("MRT2130", 1, () => Metric("m", Percentile(Leads.score, 90), "metrics/a.csx", 1));
        Told("MRT2131", 1, () => Metric("m", Last(Spend.amount), "metrics/a.csx", 1));
        Told("MRT2131", 1, () => Metric("m", First(Delivery.reach), "metrics/a.csx", 1));
    }

    private static void Told(string code, int line, Action declare)
    {
        var finding = Assert.Single(Assert.Throws<MeritException>(() => Declared(declare)).Diagnostics);
        Assert.Equal((code, line), (finding.Code, finding.At?.Line ?? 0));
    }

    private static Diagnostic Refused(Request request)
    {
        using var warehouse = Company();
        return Assert.Single(Assert.Throws<MeritException>(() => warehouse.Plan(Reused, request)).Diagnostics);
    }

    private static string[] Lines(TestWarehouse warehouse, Definitions definitions, string metrics, string by = "", string[]? where = null, bool total = false) =>
        Ask.Lines(warehouse.Ask(definitions, Ask.For(metrics, by, where: where, total: total)));

    private static TestWarehouse Company() => new TestWarehouse()
        .With("accounts", "account_id industry size", ["a1", "retail", "1000+"], ["a2", "retail", "1-9"])
        .With("contacts", "contact_id account_id", ["p1", "a1"], ["p2", "a2"])
        .With(
            "leads", "lead_id contact_id source score created_at",
            ["l1", "p1", "web", 90.0, new DateTime(2025, 1, 5)], ["l2", "p2", "web", 60.0, new DateTime(2025, 2, 5)], ["l3", null, null, null, new DateTime(2025, 3, 5)])
        .With("spend", "amount", [1m])
        .With("sales", "lead_id account_id amount", ["l1", "a1", 100m], [null, "a2", 7m], [null, "a9", 3m]);
}
