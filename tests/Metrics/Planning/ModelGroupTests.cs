namespace Merit.Metrics.Tests.Planning;

public sealed class ModelGroupTests
{
    [Fact]
    public void Every_model_is_a_group_and_what_follows_no_model_stands_in_each()
    {
        using var warehouse = Credits();

        Assert.Equal(
            ["email|first: 0 40", "email|linear: 100 40", "expo|first: 200 10", "expo|linear: 100 10", "total (none)|(none): NotMeaningful 50"],
            warehouse.Lines(Ask.For("attributed_revenue cost", "channel model", sort: "channel", total: true)));
        Assert.Equal(["first: 200", "linear: 200"], warehouse.Lines(Ask.For("attributed_revenue", "model")));
    }

    [Fact]
    public void A_fixed_model_is_the_same_in_every_group()
    {
        using var warehouse = Credits();

        Assert.Equal(["first: 200 200", "linear: 200 200", "total (none): NotMeaningful 200"], warehouse.Lines(Ask.For("attributed_revenue first_touch_revenue", "model", total: true)));
        Assert.Equal(["linear|email: 100 0", "linear|expo: 100 200"], warehouse.Lines(Ask.For("attributed_revenue first_touch_revenue", "model channel", where: ["model = linear"])).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Models_can_be_picked()
    {
        using var warehouse = Credits();

        Assert.Equal(["first: 200"], warehouse.Lines(Ask.For("attributed_revenue", "model", where: ["model != linear"])));
        Assert.Equal(["first: 200"], warehouse.Lines(Ask.For("attributed_revenue", "model", where: ["model in (first)"])));
        Assert.Equal("Did you mean 'linear'?", warehouse.Refused("MRT2212", Ask.For("attributed_revenue", "model", where: ["model = liner"])).NextStep);
        warehouse.Refused("MRT2262", Ask.For("attributed_revenue", "model", where: ["model > first"]));
    }

    [Fact]
    public void Groups_by_model_need_credit_and_no_other_model()
    {
        using var warehouse = Credits();

        warehouse.Refused("MRT2263", Ask.For("cost", "model"));
        warehouse.Refused("MRT2261", Ask.For("attributed_revenue", "model", model: "first"));
    }

    [Fact]
    public void One_statement_answers_for_all_models()
    {
        using var warehouse = Credits();

        Assert.Single(warehouse.Plan(StandardMetrics.All, Ask.For("attributed_revenue", "channel model")).Sql.Split("FROM \"credits\"").Skip(1));
    }

    private static TestWarehouse Credits() => new TestWarehouse().WithModel("linear").WithModel("first")
        .With("spend", "channel amount", ["email", 40m], ["expo", 10m])
        .With(
            "credits", "conversion_id channel converted_at value linear first",
            ["s1", "expo", new DateTime(2025, 1, 5), 200m, 0.5, 1.0], ["s1", "email", new DateTime(2025, 1, 5), 200m, 0.5, 0.0]);
}
