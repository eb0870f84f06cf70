namespace Merit.Host.Tests.Pipeline;

/// <summary>Whatever an author did wrong is told in one go, by every verb, however early the first of it stops the work.</summary>
public sealed class AllAtOnceTests : SmallWorkspace
{
    private static readonly string[] Everything =
    [
        "merit.yaml(18,3): error MRT1003", "metrics/a.csx(1,52): error MRT2001", "metrics/b.csx(1): error MRT2161", "metrics/b.csx(2,24): error MRT2007",
        "metrics/b.csx(4): error MRT2212", "models/m.csx(2,99): error MRT2001", "reports/mine.md(4,3): error MRT2203",
    ];

    public AllAtOnceTests()
    {
        _folder.Write("merit.yaml", Yaml + "\nscoring:\n  mistake: 1\n");
        _folder.Write(
            "models/m.csx",
            "Model(\"regulars\", Rows(leads.contact_id, leads.score), rows => rows.Select(r => new Point(r.Item1, r.Item2)));\nModel(\"other\", Rows(leads.contact_id, leads.score), rows => rows.Select(r => new Point(r.Item1, r.Item3)));\nrecord Point(string Contact, double? Score);\n");
        _folder.Write("metrics/a.csx", "Metric(\"gold_spend\", Sum(spend.amount).Where(spend.tier == \"GOLD\"));\nMetric(\"of_it\", metrics.gold_spend / metrics.cost);\nMetric(\"points\", Sum(other.score));\n");
        _folder.Write("metrics/b.csx", "Metric(\"share\", metrics.cpl.ShareOf(\"channel\"));\nMetric(\"lost\", metrics.gold_lead * 2);\nMetric(\"sum\", Sum(regulars.Score));\nMetric(\"credit\", Attributed(conversions).Using(\"nobody\"));\n");
        _folder.Write("reports/mine.md", "---\ntitle: Mine\n---\n{{metrics \"cost, gold_leadz, of_it, share\"}}\n");
    }

    [Theory]
    [InlineData("check")]
    [InlineData("run")]
    [InlineData("query", "--metrics", "cost")]
    public async Task Every_verb_tells_all_of_it(params string[] verb)
    {
        Assert.Equal(1, await Merit([.. verb, "--project", _folder.Path]));

        Assert.Equal(Everything, Notes.Split('\n').Where(n => n.Contains(": error ", StringComparison.Ordinal)).Select(n => n[..(n.IndexOf("MRT", StringComparison.Ordinal) + 7)]));
    }

    [Theory]
    [InlineData("run")]
    [InlineData("test")]
    public async Task A_wrong_model_hides_no_mistake_of_a_metric(string verb)
    {
        _folder.Write("merit.yaml", Yaml);

        Assert.Equal(1, await Merit(verb, "--project", _folder.Path));

        Assert.Equal(Everything[1..], Notes.Split('\n').Where(n => n.Contains(": error ", StringComparison.Ordinal)).Select(n => n[..(n.IndexOf("MRT", StringComparison.Ordinal) + 7)]));
    }
}
