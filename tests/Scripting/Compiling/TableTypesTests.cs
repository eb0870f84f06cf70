using Merit.Metrics.Schema;

namespace Merit.Scripting.Tests.Compiling;

public sealed class TableTypesTests
{
    [Fact]
    public void Canonical_tables_with_more_columns_and_tables_of_the_workspace_are_typed() => Scripts.Run("""
        Metric("a", Sum(leads.seats).Where(leads.region == "north" & leads.score > 3));
        Metric("b", Sum(store_visits.visitors).Where(store_visits.open & store_visits.store == "x").On(store_visits.counted_at));
        Metric("c", Sum(store_visits.spent) / Average(store_visits.share));
        Metric("d", Count(store_visits).On(store_visits.day).Where(store_visits.@class == "x"));
        Metric("e", Attributed(revenue)).As(Money);
        Metric("f", Attributed(conversions));
        """);

    [Theory]
    [InlineData("leads.region")]
    [InlineData("store_visits.open")]
    public void Their_columns_have_their_types(string column) =>
        Assert.Contains("CS1503", Scripts.FindingOf($"Metric(\"r\", Sum({column}));").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("class", "keyword")]
    [InlineData("metrics", "all metrics")]
    [InlineData("revenue", "word of the metric language")]
    [InlineData("Money", "word of the metric language")]
    public void A_table_cannot_take_a_word_of_the_language(string name, string reason)
    {
        var finding = Assert.Single(Scripts.Findings(() => Compile(new TableSchema(name, [new("x", ColumnType.Text, true)], true))));

        Assert.Equal("MRT2030", finding.Code);
        Assert.Contains(reason, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Odd_names_do_no_harm()
    {
        var compiled = Compile(
            new TableSchema("a_b", [new("a_b", ColumnType.Integer, true), new("TableName", ColumnType.Integer, true), new("ToString", ColumnType.Integer, true)], true),
            new TableSchema("门店", [new("访客", ColumnType.Integer, true)], true),
            new TableSchema("x\"; } evil", [], true));

        Assert.NotEmpty(compiled.Tables.Image);
    }

    [Fact]
    public void Two_tables_that_would_make_one_class_are_a_finding_not_a_crash()
    {
        var findings = Scripts.Findings(() => Compile(new TableSchema("a_b", [], true), new TableSchema("aB", [], true)));

        Assert.All(findings, f => Assert.Equal("MRT2031", f.Code));
    }

    private static CompiledScripts Compile(params TableSchema[] tables) =>
        new ScriptCompiler(null).Compile([], Scripts.Schema with { Tables = [.. Scripts.Schema.Tables, .. tables] });
}
