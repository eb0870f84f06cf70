using FsCheck;
using FsCheck.Fluent;
using Merit.Diagnostics;
using Merit.Metrics.Requests;
using Merit.Tests;

namespace Merit.Metrics.Tests.Requests;

public sealed class FilterParserTests
{
    [Theory]
    [InlineData("channel = email", "channel", FilterOperator.Equal, "email")]
    [InlineData("channel=email", "channel", FilterOperator.Equal, "email")]
    [InlineData("channel != paid search", "channel", FilterOperator.NotEqual, "paid search")]
    [InlineData("campaign_name = 春季 展会", "campaign_name", FilterOperator.Equal, "春季 展会")]
    [InlineData("campaign_name = 'O''Brien = best'", "campaign_name", FilterOperator.Equal, "O'Brien = best")]
    [InlineData("campaign_name = \"say \"\"hi\"\"\"", "campaign_name", FilterOperator.Equal, "say \"hi\"")]
    [InlineData("leads.score >= 80", "leads.score", FilterOperator.GreaterOrEqual, "80")]
    [InlineData("score<=0.5", "score", FilterOperator.LessOrEqual, "0.5")]
    [InlineData("score > -1", "score", FilterOperator.Greater, "-1")]
    [InlineData("score < 5", "score", FilterOperator.Less, "5")]
    [InlineData("campaign_name Contains expo", "campaign_name", FilterOperator.Contains, "expo")]
    [InlineData("channel = '(none)'", "channel", FilterOperator.Equal, "(none)")]
    [InlineData("channel = (unattributed)", "channel", FilterOperator.Equal, "(unattributed)")]
    [InlineData("source = in", "source", FilterOperator.Equal, "in")]
    public void One_value_is_read(string text, string dimension, FilterOperator op, string value)
    {
        var filter = FilterParser.Parse(text);

        Assert.Equal((dimension, op), (filter.Dimension, filter.Operator));
        Assert.Equal([value], filter.Values);
    }

    [Theory]
    [InlineData("channel in (email, paid search)", FilterOperator.In, "email|paid search")]
    [InlineData("channel not in ( 'a,b' , \"c)\",社交 )", FilterOperator.NotIn, "a,b|c)|社交")]
    [InlineData("channel in (email, (none))", FilterOperator.In, "email|<null>")]
    [InlineData("channel = (none)", FilterOperator.Equal, "<null>")]
    [InlineData("channel != (None)", FilterOperator.NotEqual, "<null>")]
    public void Lists_and_no_value_are_read(string text, FilterOperator op, string values)
    {
        var filter = FilterParser.Parse(text);

        Assert.Equal(op, filter.Operator);
        Assert.Equal(values, string.Join('|', filter.Values.Select(v => v ?? "<null>")));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("= email", 1)]
    [InlineData("channel", 8)]
    [InlineData("channel email", 14)]
    [InlineData("channel =", 10)]
    [InlineData("channel == email", 10)]
    [InlineData("channel = 'email", 11)]
    [InlineData("channel = 'a' b", 15)]
    [InlineData("channel in email", 12)]
    [InlineData("channel in (email", 18)]
    [InlineData("channel in (,)", 13)]
    [InlineData("channel not email", 18)]
    [InlineData("score > (none)", 15)]
    [InlineData("1 = 1; drop table leads", 0)]
    public void What_cannot_be_read_is_refused_at_its_character(string text, int position)
    {
        if (position == 0)
        {
            // A number is a name like any other to the grammar; the planner knows no such dimension. The rest is only a value.
            Assert.Equal("1; drop table leads", Assert.Single(FilterParser.Parse(text).Values));
            return;
        }

        var finding = Assert.Single(Assert.Throws<MeritException>(() => FilterParser.Parse(text)).Diagnostics);

        Assert.Equal("MRT2202", finding.Code);
        Assert.Contains($"at character {position}:", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_value_survives_quoting() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), value =>
    {
        var quoted = "'" + value.Get.Replace("'", "''", StringComparison.Ordinal) + "'";
        return FilterParser.Parse($"a = {quoted}").Values[0] == value.Get && FilterParser.Parse($"a in (x, {quoted})").Values[1] == value.Get;
    }).Holds();

    [Fact]
    public void No_text_makes_it_fail_otherwise_than_with_its_own_finding() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
    {
        try
        {
            FilterParser.Parse(text.Get);
        }
        catch (MeritException refused)
        {
            Assert.Equal("MRT2202", refused.Diagnostics[0].Code);
        }
    }).Holds();
}
