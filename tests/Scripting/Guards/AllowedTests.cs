namespace Merit.Scripting.Tests.Guards;

/// <summary>What an analyst may well write must pass both guards: what the compiler emits for it is allowed too.</summary>
public sealed class AllowedTests
{
    [Theory]
    [InlineData("foreach (var c in new[] { \"a\", \"b\" }) Metric($\"n_{c}\", Count(leads).Where(leads.source == c));")]
    [InlineData("for (var i = 0; i < 3; i++) { Metric(\"n_\" + i, Count(leads).Where(leads.score >= i * 10)); }")]
    [InlineData("foreach (var c in new List<string> { \"a\", \"b\", \"c\" }.Where(x => x != \"b\").OrderByDescending(x => x)) Metric(\"n_\" + c, Count(leads));")]
    [InlineData("List<string> names = [\"a\", \"b\"]; string[] more = [.. names, \"c\"]; foreach (var n in more) Metric($\"m_{n}\", Count(leads));")]
    [InlineData("Measure Rate(Measure part, Measure whole) => part / whole; Metric(\"r\", Rate(Count(leads), Count(contacts)));")]
    [InlineData("Measure Rate(Measure part) { return part / Count(leads); } Metric(\"r\", Rate(Count(contacts)));")]
    [InlineData("Func<string, Expr<bool>> from = s => leads.source == s; Metric(\"r\", Count(leads).Where(from(\"x\")));")]
    [InlineData("Action<string> add = s => Metric(s, Count(leads)); add(\"r\"); add(\"s\");")]
    [InlineData("foreach (var s in new Stage[] { new(\"mql\", leads.mql_at), new(\"sql\", leads.sql_at) }) Metric(s.Id, Count(leads).Where(s.At.HasValue)); record Stage(string Id, Column<DateTime> At);")]
    [InlineData("var stages = new Dictionary<string, Column<DateTime>> { [\"won\"] = leads.won_at, [\"lost\"] = leads.lost_at }; foreach (var (id, at) in stages) Metric(id, Count(leads).Where(at.HasValue));")]
    [InlineData("var since = new DateTime(2025, 1, 1).AddDays(3); Metric(\"r\", Count(leads).Where(leads.created_at >= since));")]
    [InlineData("Metric(\"r\", Count(spend).Where(spend.date.Between(new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31))));")]
    [InlineData("var limit = Math.Round(Math.Sqrt(2) * 10, 1); Metric(\"r\", Count(leads).Where(leads.score > limit));")]
    [InlineData("var word = \"Web-Inar\".ToLowerInvariant().Replace(\"-\", \"\").Trim().Substring(0, 3); Metric(word, Count(leads));")]
    [InlineData("var x = 3; Metric(x switch { 1 => \"one\", 3 => \"three\", _ => \"many\" }, Count(leads));")]
    [InlineData("(string id, double least)[] rows = [(\"a\", 1), (\"b\", 2.5)]; foreach (var (id, least) in rows) Metric(id, Count(leads).Where(leads.score >= least));")]
    [InlineData("IEnumerable<int> Odd() { for (var i = 1; i < 6; i += 2) yield return i; } foreach (var i in Odd()) Metric($\"n_{i}\", Count(leads));")]
    [InlineData("var all = from a in new[] { \"x\", \"y\" } from b in new[] { 1, 2 } where b > 1 select a + b; foreach (var id in all) Metric(id, Count(leads));")]
    [InlineData("var text = string.Join(\", \", Enumerable.Range(1, 3).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture))); Metric(\"r\", Count(leads)).Describe(text);")]
    [InlineData("int? least = null; Metric(\"r\", Count(leads).Where(leads.score >= (least ?? 3)));")]
    [InlineData("using System.Text; var b = new StringBuilder(); b.Append('r'); Metric(b.ToString(), Count(leads));")]
    [InlineData("var s = Size.Large; Metric(s == Size.Large ? \"large\" : \"small\", Count(leads)); enum Size { Small, Large }")]
    [InlineData("#nullable enable\n#region stages\nstring? none = null;\n#endregion\nMetric(none ?? \"r\", Count(leads));")]
    [InlineData("var kinds = new[] { \"a\", \"b\" }; Metric(\"r\", Count(leads).Where(leads.source.In(kinds) & leads.status.In(\"x\", \"y\") & leads.owner.NotIn(\"z\")));")]
    [InlineData("string Key(string s) { switch (s) { case \"aa\": return \"a1\"; case \"bb\": return \"b1\"; case \"cc\": return \"c1\"; case \"dd\": return \"d1\"; case \"ee\": return \"e1\"; case \"ff\": return \"f1\"; case \"gg\": return \"g1\"; case \"hh\": return \"h1\"; default: return s; } } Metric(Key(\"cc\"), Count(leads));")]
    [InlineData("Make make = s => Count(leads).Where(leads.source == s); Metric(\"r\", make(\"x\")); delegate Measure Make(string source);")]
    [InlineData("var p = new { Id = \"r\", Zh = \"一\" }; Metric(p.Id, Count(leads)).Label(p.Id, zh: p.Zh);")]
    [InlineData("if (\"a\".Length > 3) throw new InvalidOperationException(\"no\"); Metric(\"r\", Count(leads));")]
    [InlineData("while (true) { break; } do { } while (false); Metric(\"r\", Count(leads));")]
    public void Ordinary_code_runs(string script) => Assert.NotEmpty(Scripts.Run(script).Metrics);

    [Fact]
    public void Types_stand_at_the_end_as_in_any_program()
    {
        var finding = Scripts.FindingOf("record Stage(string Id);\nMetric(\"r\", Count(leads));");

        Assert.Equal("metrics/bad.csx(2,1)", finding.At?.ToString());
        Assert.Contains("at the end of the file", finding.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_may_end_early() => Assert.Single(Scripts.Run("Metric(\"r\", Count(leads));\nif (1 < 2) return;\nMetric(\"s\", Count(leads));").Metrics);

    [Fact]
    public void A_script_may_be_empty() => Assert.Empty(Scripts.Run("// nothing yet\n").Metrics);

    [Fact]
    public void No_script_at_all_gives_no_definitions() => Assert.Empty(Scripts.Run([]).Metrics);
}
