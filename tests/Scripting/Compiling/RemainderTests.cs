using Merit.Metrics.Language;
using Merit.Scripting.Running;

namespace Merit.Scripting.Tests.Compiling;

/// <summary>One mistake hides no other: what is wrong is left out, and the rest is looked into.</summary>
public class RemainderTests
{
    private const string Lead = "Metric(\"leads_all\", Count(leads));\n";

    [Theory]
    [InlineData("Metric(\"a\", Sum(spend.amout));\nMetric(\"rate\", Count(leads) / Sum(spend.amount));\nMetric(\"b\", metrics.rate.ShareOf(\"channel\"));", "1 MRT2001, 3 MRT2161")]
    [InlineData("Metric(\"a\", Count(leads)\nMetric(\"b\", metrics.nothing_like_it * 2);\nMetric(\"A!\", Count(leads));", "1 MRT2001, 2 MRT2007, 3 MRT2101")]
    [InlineData("System.IO.File.Delete(\"x\");\nMetric(\"b\", metrics.b + 1);", "1 MRT2021, 2 MRT2104")]
    [InlineData("class X { }\nMetric(\"a\", Sum(leads.nothing));\nMetric(\"a2\", Sum(spend.amount)).As(Money);\nMetric(\"a2\", Sum(spend.amount));", "1 MRT2022, 2 MRT2001, 4 MRT2102")]
    [InlineData("var n = int.Parse(\"x\");\nMetric(\"late\", Count(leads));", "1 MRT2010")]
    public void Mistakes_of_every_stage_come_at_once(string script, string expected) =>
        Assert.Equal(expected, string.Join(", ", Scripts.FindingsOf(script).Select(f => $"{f.At?.Line} {f.Code}")));

    [Theory]
    [InlineData("Metric(\"a\", Sum(spend.amout));\nMetric(\"b\", metrics.a * 2);\nMetric(\"c\", metrics.b.ShareOf(\"channel\"));")]
    [InlineData("var paid = Sum(spend.amout);\nMetric(\"a\", paid / 2);\nMetric(\"b\", metrics.a / metrics.leads_all);\n" + Lead)]
    [InlineData("Parameter(\"size\", 1 + leads.nothing);\nMetric(\"a\", Count(leads));")]
    [InlineData("Segment(\"hot\", leads.scor > 80);\nMetric(\"a\", Count(leads).Where(segments.hot));\nMetric(\"b\", metrics.a * 2);")]
    [InlineData("Funnel(\"way\", Stage(\"lead\", leads.creatd_at), Stage(\"won\", leads.won_at));\nMetric(\"a\", metrics.way_rate * 2);")]
    [InlineData("Metric(\"a\", Sum(spend.amout));\nTest(\"a\", t => t.Given(spend.Row(amount: 2m)).Expect(metrics.a, 2));")]
    [InlineData("Metric(\"a\", Sum(spend.amout));\nScorecard(\"lead-gen\", version: 1).Component(\"x\", metrics.a, weight: 1, Curve((0, 0), (1, 100)));")]
    public void What_follows_from_a_mistake_is_none(string script) => Assert.Equal(1, Scripts.FindingOf(script).At?.Line);

    [Fact]
    public void What_is_only_not_reached_is_a_mistake() => Assert.Equal(
        "MRT2007", Scripts.FindingOf("if (1 > 2) Metric(\"a\", Count(leads));\nMetric(\"b\", metrics.a * 2);").Code);

    [Fact]
    public void Nothing_is_left_out_in_silence()
    {
        var models = new LeftOut(["regulars"], [], Unnamed: false);
        Script[] scripts = [new("metrics/a.csx", "Metric(\"a\", Sum(regulars.amount));\nMetric(\"b\", metrics.a * 2);\n" + Lead)];

        var declared = new ScriptRunner(TimeProvider.System).Run(new ScriptCompiler(null).Compile(scripts, Scripts.Schema, models));

        Assert.Empty(declared.Findings);
        Assert.True(declared.LeftOut.Explains("a") && declared.LeftOut.Explains("b"));
        Assert.NotEmpty(new ScriptRunner(TimeProvider.System).Run(new ScriptCompiler(null).Compile(scripts, Scripts.Schema)).Findings);
    }

    [Fact]
    public void The_rest_stands_at_its_lines_and_can_be_asked()
    {
        var declared = Declared("Metric(\"a\",\n    Sum(spend.amout));\n" + Lead + "Metric(\"twice\", metrics.leads_all * 2);\nMetric(\"of_a\", metrics.a * 2);");

        Assert.Equal("leads_all metrics/a.csx(3), twice metrics/a.csx(4)", string.Join(", ", declared.Sound.Metrics.Select(m => $"{m.Id} {m.At}")));
        Assert.True(declared.LeftOut.Explains("a"));
        Assert.True(declared.LeftOut.Explains("of_a"));
        Assert.False(declared.LeftOut.Explains("twice"));
        Assert.False(declared.LeftOut.Explains("anything"));
    }

    [Fact]
    public void What_is_refused_is_not_run()
    {
        var file = Path.GetTempFileName();
        try
        {
            Declared($"System.IO.File.Delete(@\"{file}\");\n" + Lead);

            Assert.True(File.Exists(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_table_that_a_wrong_model_should_make_is_no_mistake_of_a_metric()
    {
        Script[] scripts = [new("metrics/a.csx", "Metric(\"a\", Sum(regulars.amount));\nMetric(\"b\", Sum(nowhere.amount));\nMetric(\"c\", metrics.a * 2);\n" + Lead)];

        var compiled = new ScriptCompiler(null).Compile(scripts, Scripts.Schema, new LeftOut(["regulars"], [], Unnamed: false));

        Assert.Equal(2, Assert.Single(compiled.Findings).At?.Line);
        var declared = new ScriptRunner(TimeProvider.System).Run(compiled);
        Assert.Equal(2, Assert.Single(declared.Findings).At?.Line);
        Assert.Equal("leads_all", Assert.Single(declared.Sound.Metrics).Id);
    }

    [Fact]
    public void A_circle_that_a_share_is_asked_of_ends() =>
        Assert.Contains("MRT2104", Scripts.FindingsOf("Metric(\"a\", metrics.a + metrics.b);\nMetric(\"b\", Count(leads));\nMetric(\"c\", metrics.a.ShareOf(\"channel\"));").Select(f => f.Code));

    private static Declared Declared(string script) => new ScriptRunner(TimeProvider.System).Run(Scripts.Compile(("metrics/a.csx", script)));
}
