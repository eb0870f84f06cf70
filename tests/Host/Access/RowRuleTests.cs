using Merit.Diagnostics;
using Merit.Host.Access;
using Merit.Metrics.Requests;

namespace Merit.Host.Tests.Access;

public sealed class RowRuleTests
{
    [Fact]
    public void What_is_known_of_a_user_is_put_in_as_a_value_whatever_it_holds()
    {
        var filter = Assert.Single(For("campaign_owner = {user.owner}", ("owner", ["x' or 1=1 --, y) (z"])));

        Assert.Equal(("campaign_owner", FilterOperator.Equal), (filter.Dimension, filter.Operator));
        Assert.Equal("x' or 1=1 --, y) (z", Assert.Single(filter.Values));
    }

    [Theory]
    [InlineData("campaign_owner = {user.owner}", FilterOperator.In)]
    [InlineData("campaign_owner != {user.owner}", FilterOperator.NotIn)]
    [InlineData("campaign_owner in ({user.owner})", FilterOperator.In)]
    [InlineData("campaign_owner not in ({user.owner})", FilterOperator.NotIn)]
    public void Several_values_are_a_list(string rule, FilterOperator expected)
    {
        var filter = Assert.Single(For(rule, ("owner", ["Ann", "Bob"])));

        Assert.Equal(expected, filter.Operator);
        Assert.Equal(["Ann", "Bob"], filter.Values);
    }

    [Fact]
    public void The_name_of_the_user_is_known() => Assert.Equal("ann", Assert.Single(Assert.Single(For("lead_owner = {user.name}")).Values));

    [Fact]
    public void What_is_not_known_of_a_user_is_refused_rather_than_left_out()
    {
        Assert.Equal("MRT6035", Refused(() => For("campaign_owner = {user.owner}")));
        Assert.Equal("MRT6035", Refused(() => For("campaign_owner = {user.owner}", ("owner", []))));
        Assert.Equal("MRT6037", Refused(() => For("campaign_owner contains {user.owner}", ("owner", ["Ann", "Bob"]))));
    }

    [Theory]
    [InlineData("campaign_owner", "MRT6037")]
    [InlineData("= Ann", "MRT6037")]
    [InlineData("month = 2025-01", "MRT6036")]
    [InlineData("model = first", "MRT6036")]
    [InlineData("weeks_since = 1", "MRT6036")]
    public void A_rule_that_is_no_filter_of_rows_is_told(string rule, string code) => Assert.Equal(code, Refused(() => RowRule.Parse(rule)));

    [Fact]
    public void Rules_of_the_role_and_of_the_user_all_hold_and_who_sits_at_the_machine_has_none()
    {
        var settings = new AccessSettings { Rows = new Dictionary<Role, IReadOnlyList<string>> { [Role.Viewer] = ["channel = email"], [Role.Admin] = ["channel = expo"] } };
        var ann = new Visitor { Name = "ann", Role = Role.Viewer, Rows = ["type = brand"] };

        Assert.Equal(["channel", "type"], RowRule.For(ann, settings).Select(f => f.Dimension));
        Assert.Empty(RowRule.For(ann with { Role = Role.Analyst, Rows = [] }, settings));
        Assert.Empty(RowRule.For(Visitor.Local, settings));
    }

    private static IReadOnlyList<Filter> For(string rule, params (string Name, string[] Values)[] attributes) => RowRule.For(
        new Visitor { Name = "ann", Rows = [rule], Attributes = attributes.ToDictionary(a => a.Name, a => (IReadOnlyList<string>)a.Values, StringComparer.Ordinal) }, new AccessSettings());

    private static string Refused(Func<object> act) => Assert.Single(Assert.Throws<MeritException>(act).Diagnostics).Code;
}
