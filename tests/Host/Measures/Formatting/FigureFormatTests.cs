using FsCheck;
using FsCheck.Fluent;
using Merit.Host.Measures.Formatting;
using Merit.Metrics.Results;
using Merit.Tests;

namespace Merit.Host.Tests.Measures.Formatting;

public sealed class FigureFormatTests
{
    private static readonly FigureFormat English = new("en", "USD");
    private static readonly FigureFormat Chinese = new("zh-CN", "CNY");

    [Theory]
    [InlineData(10000, "¥10,000")]
    [InlineData(48500, "¥48,500")]
    [InlineData(533.33333333333337, "¥533.33")]
    [InlineData(33.333333333333336, "¥33.33")]
    [InlineData(1234.5, "¥1,234.50")]
    [InlineData(0, "¥0")]
    [InlineData(0.5, "¥0.50")]
    [InlineData(0.0154, "¥0.015")]
    [InlineData(-1234.5, "-¥1,234.50")]
    [InlineData(1e-12, "¥0")]
    [InlineData(300000.00000000006, "¥300,000")]
    public void Money_in_full(double value, string text) => Assert.Equal(text, Chinese.Text(value, Unit.Money));

    [Theory]
    [InlineData("USD", "$1,234.50")]
    [InlineData("EUR", "€1,234.50")]
    [InlineData("JPY", "¥1,235")]
    [InlineData("CHF", "CHF 1,234.50")]
    [InlineData("HKD", "HK$1,234.50")]
    public void Money_in_its_currency(string currency, string text) => Assert.Equal(text, new FigureFormat("en", currency).Text(1234.5, Unit.Money));

    [Theory]
    [InlineData(7, "700%")]
    [InlineData(5.25, "525%")]
    [InlineData(1.625, "163%")]
    [InlineData(0.2, "20.0%")]
    [InlineData(0.162875, "16.3%")]
    [InlineData(0.97, "97.0%")]
    [InlineData(0.10525, "10.5%")]
    [InlineData(0.005, "0.5%")]
    [InlineData(0.0003, "0.03%")]
    [InlineData(0.00017881, "0.018%")]
    [InlineData(0, "0%")]
    [InlineData(-0.125, "-12.5%")]
    [InlineData(1, "100%")]
    public void Percent_with_the_digits_that_say_something(double value, string text)
    {
        Assert.Equal(text, English.Text(value, Unit.Percent));
        Assert.Equal(text, Chinese.Text(value, Unit.Percent));
    }

    [Theory]
    [InlineData(8000, "8,000")]
    [InlineData(213434828, "213,434,828")]
    [InlineData(5.44, "5.44")]
    [InlineData(1234.567, "1,234.6")]
    [InlineData(0.25, "0.25")]
    [InlineData(0.042, "0.042")]
    [InlineData(-3, "-3")]
    public void Numbers(double value, string text) => Assert.Equal(text, English.Text(value, Unit.Number));

    [Theory]
    [InlineData(14.65, "14.7 days", "14.7 天")]
    [InlineData(49.1, "49.1 days", "49.1 天")]
    [InlineData(1, "1 day", "1 天")]
    [InlineData(0, "0 days", "0 天")]
    [InlineData(-1.18, "-1.2 days", "-1.2 天")]
    [InlineData(0.25, "0.25 days", "0.25 天")]
    public void Days(double value, string en, string zh)
    {
        Assert.Equal(en, English.Text(value, Unit.Days));
        Assert.Equal(zh, Chinese.Text(value, Unit.Days));
    }

    [Theory]
    [InlineData(85.5, "85.5")]
    [InlineData(88.5, "88.5")]
    [InlineData(100, "100.0")]
    [InlineData(0, "0.0")]
    public void Scores(double value, string text) => Assert.Equal(text, English.Text(value, Unit.Score));

    [Theory]
    [InlineData(null)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void No_value_is_a_dash(double? value)
    {
        Assert.All(Enum.GetValues<Unit>(), unit => Assert.Equal("–", English.Text(value, unit)));
        Assert.All(Enum.GetValues<Unit>(), unit => Assert.Equal("–", Chinese.Compact(value, unit)));
    }

    [Theory]
    [InlineData(999, "$999", "¥999")]
    [InlineData(1000, "$1K", "¥1,000")]
    [InlineData(12345, "$12.3K", "¥1.2万")]
    [InlineData(400000, "$400K", "¥40万")]
    [InlineData(999949, "$999.9K", "¥100万")]
    [InlineData(999950, "$1M", "¥100万")]
    [InlineData(123456789, "$123.5M", "¥1.2亿")]
    [InlineData(2.5e9, "$2.5B", "¥25亿")]
    [InlineData(-12345, "-$12.3K", "-¥1.2万")]
    public void Compact_money(double value, string en, string zh)
    {
        Assert.Equal(en, English.Compact(value, Unit.Money));
        Assert.Equal(zh, Chinese.Compact(value, Unit.Money));
    }

    [Theory]
    [InlineData(112.5, 100, Unit.Money, "+12.5%", "+12.5%")]
    [InlineData(50, 100, Unit.Number, "-50.0%", "-50.0%")]
    [InlineData(100, 100, Unit.Number, "0%", "0%")]
    [InlineData(5, -10, Unit.Money, "+150%", "+150%")]
    [InlineData(0.2, 0.168, Unit.Percent, "+3.2 pp", "+3.2 个百分点")]
    [InlineData(0.1, 0.2, Unit.Percent, "-10.0 pp", "-10.0 个百分点")]
    [InlineData(85.5, 88.5, Unit.Score, "-3.0", "-3.0")]
    [InlineData(5, 0, Unit.Number, "–", "–")]
    public void Change_against_what_it_is_compared_with(double now, double before, Unit unit, string en, string zh)
    {
        var figure = new Figure(now, NoValue.None) { Compared = before };

        Assert.Equal(en, English.Change(figure, Column(unit)));
        Assert.Equal(zh, Chinese.Change(figure, Column(unit)));
    }

    [Fact]
    public void No_change_without_both_sides()
    {
        Assert.Equal("–", English.Change(new Figure(5, NoValue.None), Column(Unit.Number)));
        Assert.Equal("–", English.Change(new Figure(null, NoValue.NotLoaded) { Compared = 5 }, Column(Unit.Number)));
    }

    [Fact]
    public void Every_reason_has_a_sentence_in_both_languages()
    {
        Assert.Equal("", English.Reason(NoValue.None));
        Assert.All(Enum.GetValues<NoValue>().Where(r => r != NoValue.None), r => Assert.Matches("^[A-Z].*\\.$", English.Reason(r)));
        Assert.All(Enum.GetValues<NoValue>().Where(r => r != NoValue.None), r => Assert.Matches("^\\p{IsCJKUnifiedIdeographs}.*。$", Chinese.Reason(r)));
        Assert.Equal(Enum.GetValues<NoValue>().Length, Enum.GetValues<NoValue>().Select(English.Reason).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_day_is_written_the_same_for_every_reader() => Assert.Equal("2025-03-01", FigureFormat.Date(new DateOnly(2025, 3, 1)));

    [Fact]
    public void A_sign_is_never_lost_and_a_figure_is_its_mirror()
    {
        var property = Prop.ForAll(ArbMap.Default.ArbFor<NormalFloat>(), Gen.Elements(Enum.GetValues<Unit>()).ToArbitrary(), (value, unit) =>
        {
            var number = value.Get;
            foreach (var format in new[] { English, Chinese })
            {
                foreach (var text in new Func<double?, Unit, string>[] { format.Text, format.Compact })
                {
                    var (plain, mirrored) = (text(number, unit), text(-number, unit));
                    var negative = Math.Abs(number) < 1e-9 ? null : number < 0 ? plain : mirrored;
                    if (negative is not null && (!negative.StartsWith('-') || (number < 0 ? mirrored : plain).Contains('-', StringComparison.Ordinal) || negative.TrimStart('-') != (number < 0 ? mirrored : plain)))
                    {
                        return false;
                    }
                }
            }

            return true;
        });
        property.Holds();
    }

    [Fact]
    public void The_culture_of_the_machine_does_not_matter()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
            Assert.Equal("$1,234.50", English.Text(1234.5, Unit.Money));
            Assert.Equal("12.3万", Chinese.Compact(123000, Unit.Number));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    private static MetricColumn Column(Unit unit) => new("m", "M", "M", unit, LowerIsBetter: false);
}
