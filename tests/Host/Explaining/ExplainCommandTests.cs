using Merit.Host.Tests.Pipeline;

namespace Merit.Host.Tests.Explaining;

/// <summary>What commands say of metrics and of diagnostics.</summary>
public sealed class ExplainCommandTests : SmallWorkspace
{
    [Fact]
    public async Task Whoever_uses_a_metric_on_its_way_out_is_told_what_to_use()
    {
        _folder.Write("metrics/own.csx", """
            Metric("gold_leads", Count(leads).Where(leads.tier == "GOLD")).Deprecated("use tiers").Format("0.0 'g'");
            Metric("tiers", metrics.gold_leads * 2);
            Test("gold", t => t.Given(leads.Row(tier: "GOLD")).Expect(metrics.gold_leads, 1).Expect(metrics.tiers, 2));
            """);

        Assert.Equal(0, await Merit("check"));
        Assert.Equal(
            """
            metrics/own.csx(2,25): warning MRT2190: The metric 'gold_leads' is deprecated: use tiers. Ask for what it names instead; 'gold_leads' may be gone one day.
            reports/mine.md(4,3): warning MRT2190: The metric 'gold_leads' is deprecated: use tiers. Ask for what it names instead; 'gold_leads' may be gone one day.
            0 errors, 2 warnings.

            """, Notes);

        Assert.Equal(0, await Merit("run"));
        Assert.Contains("reports/mine.md(4,3): warning MRT2190", Notes, StringComparison.Ordinal);
        Assert.Contains("2.0 g", _folder.Read("out/mine.md"), StringComparison.Ordinal);
        _notes.GetStringBuilder().Clear();
        Assert.Equal(0, await Merit("query", "--metrics", "gold_leads,tiers"));
        Assert.StartsWith("warning MRT2190: The metric 'gold_leads' is deprecated: use tiers.", Notes, StringComparison.Ordinal);
        Assert.Contains("2.0 g", _data.ToString(), StringComparison.Ordinal);

        _folder.Write("metrics/own.csx", "Metric(\"gold_leads\", Count(leads)).Format(\"only words\");\n");
        _notes.GetStringBuilder().Clear();
        Assert.Equal(1, await Merit("check"));
        Assert.StartsWith("metrics/own.csx(1): error MRT2191: The figures of 'gold_leads' cannot be written as 'only words'.", Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_metric_is_explained_down_to_the_sources_and_the_rows()
    {
        _folder.Write("metrics/own.csx", "Metric(\"gold_leads\", Count(leads).Where(leads.tier == \"GOLD\"));\nMetric(\"gold_cost\", metrics.cost / metrics.gold_leads).Owner(\"ann\").Tags(\"a\", \"b\");\nTest(\"gold\", t => t.Given(leads).Expect(metrics.gold_leads, 0).ExpectNoValue(metrics.gold_cost));\n");
        Assert.Equal(0, await Merit("explain", "gold_cost", "--by", "campaign"));
        Assert.Contains("Nothing is loaded yet", Notes, StringComparison.Ordinal);
        Assert.Contains("leads.tier ← leads (files): upper(tier)", _data.ToString(), StringComparison.Ordinal);

        await Merit("load");
        _data.GetStringBuilder().Clear();
        Assert.Equal(0, await Merit("explain", "gold_cost", "--by", "campaign", "--period", "2025-03", "--where", "campaign != c", "--rows", "1", "--plan"));

        var text = _data.ToString();
        foreach (var expected in new[]
        {
            "gold_cost: Gold cost\n", "  formula     cost ÷ gold_leads\n", "              gold_leads = count(leads) where (leads.tier = 'GOLD')\n", "  owner       ann\n", "  tags        a, b\n",
            "  declared    metrics/own.csx(2)\n", "  tested      'gold' metrics/own.csx(3)\n", "\nValue, period 2025-03\n", "gold_cost has no value where its denominator is zero.",
            "  spend: sum of spend.amount, dated by spend.date\n    campaign: spend.campaign_id\n    rows behind it: 2\n",
            "  leads: rows, dated by leads.created_at, one row per lead_id\n", "    rows behind it: 2\n",
            "  leads.tier ← leads (files): upper(tier)\n", "  spend.amount ← spend (files): cost\n", "  first_touches.campaign_id ← made by Merit of\n", "          touchpoints.utm_campaign ← no source loads it\n",
            "\nRows of spend, 1 of 2\n", "\nRows of leads, 1 of 2\n", "\nSQL\nWITH", "\nThe engine's plan\n",
        })
        {
            Assert.Contains(expected, text, StringComparison.Ordinal);
        }

        _data.GetStringBuilder().Clear();
        Assert.Equal(0, await Merit("explain", "gold_cost", "--by", "campaign", "--rows", "5", "--format", "json"));
        var json = System.Text.Json.Nodes.JsonNode.Parse(_data.ToString());
        Assert.Equal("1000.5000,500.25,null", $"{json?["rows"]?[0]?["shown"]?[0]?["amount"]},{json?["values"]?[0]?["value"]},{json?["values"]?[1]?["value"]?.ToJsonString() ?? "null"}");
        Assert.Equal(("DivisionByZero", "upper(tier)"), (json?["values"]?[1]?["reason"]?.ToString(), json?["lineage"]?.AsArray().Single(l => l?["column"]?.ToString() == "leads.tier")?["sources"]?[0]?["expression"]?.ToString()));
        Assert.Equal(2, json?["rows"]?[1]?["count"]?.GetValue<long>());
    }

    [Fact]
    public async Task The_catalogue_tells_everything_of_a_metric()
    {
        _folder.Write("metrics/more.csx", "Parameter(\"factor\", 1.0);\nMetric(\"gold_share\", metrics.gold_leads / metrics.new_leads * parameters.factor).As(Percent).Owner(\"ann\").Tags(\"a\", \"b\").Deprecated(\"use x\").LowerIsBetter().Format(\"0%\");\n");
        Assert.Equal(0, await Merit("metrics", "--format", "json"));

        var all = System.Text.Json.Nodes.JsonNode.Parse(_data.ToString())?.AsArray() ?? [];
        var share = all.Single(m => m?["id"]?.ToString() == "gold_share");
        Assert.Equal(
            """{"id":"gold_share","label":"Gold share","label_zh":"Gold share","description":"","description_zh":"","unit":"percent","format":"0%","lower_is_better":true,"formula":"gold_leads \u00F7 new_leads \u00D7 factor","facts":["leads"],"dated_by":["leads.created_at"],"dimensions":["campaign","campaign_name","type","format","mode","channel","campaign_owner","lead_owner","day","week","month","quarter","year"],"requires":[],"parameters":["factor"],"attributed":false,"owner":"ann","tags":["a","b"],"deprecated":"use x","tests":[],"declared_at":"metrics/more.csx(2)"}""",
            share?.ToJsonString());
        Assert.Equal("""["gold"]""", all.Single(m => m?["id"]?.ToString() == "gold_leads")?["tests"]?.ToJsonString());
        Assert.StartsWith("built-in/", all.Single(m => m?["id"]?.ToString() == "cpl")?["declared_at"]?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_explained()
    {
        Assert.Equal(0, await Merit("docs", "mrt2002"));
        Assert.StartsWith("MRT2002 (error)\n\n'…' cannot join conditions on rows.\n", _data.ToString(), StringComparison.Ordinal);
        Assert.Contains("\nRight:\n    Metric(\"hot\", ", _data.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await Merit("docs", "MRT20022"));
        Assert.Contains("error MRT5010: There is no diagnostic 'MRT20022'. Give a code as it is printed, such as MRT2001: did you mean 'MRT2002'?", Notes, StringComparison.Ordinal);
    }
}
