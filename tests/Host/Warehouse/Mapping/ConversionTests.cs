using Merit.Connectors.Files;
using Merit.Metrics.Schema;

namespace Merit.Host.Tests.Warehouse.Mapping;

public sealed class ConversionTests : IDisposable
{
    private const string Bad = "✗";

    private LoadBed _bed = new();

    [Fact]
    public Task Numbers() => Holds(
        ColumnType.Number,
        [
            ("1", "1"), ("-1.5", "-1.5"), ("1e3", "1000"), ("1,234.5", "1234.5"), ("1,23,456", "123456"), ("1 234", "1234"), ("1\u00A0234", "1234"), ("1'234", "1234"),
            ("35%", "0.35"), ("-2.5 %", "-0.025"), ("(1,200)", "-1200"), ("−5", "-5"), ("$ 5", "5"), (".5", "0.5"), ("5.", "5"), (" 7 ", "7"), ("１", Bad),
            ("1.2.3", Bad), ("1,5", Bad), ("12,34", Bad), ("abc", Bad), ("nan", Bad), ("inf", Bad), ("-inf", Bad), ("1_000", Bad), ("0x10", Bad), ("--1", Bad), ("%", Bad), ("CNY", Bad),
        ]);

    [Fact]
    public Task Numbers_with_a_decimal_comma() => Holds(
        ColumnType.Number,
        [("1.234,56", "1234.56"), ("1,5", "1.5"), ("1.234", "1234"), ("12,5%", "0.125"), ("1 234,5", "1234.5"), ("1.5", Bad), ("1,2,3", Bad)],
        separator: ',');

    [Fact]
    public Task Money() => Holds(
        ColumnType.Money,
        [
            ("48500", "48500.0000"), ("¥48,500", "48500.0000"), ("CNY 48,500", "48500.0000"), ("48,500 元", "48500.0000"), ("CN¥-1.5", "-1.5000"), ("-¥1.5", "-1.5000"), ("￥1，000", "1000.0000"),
            ("(¥500)", "-500.0000"), ("RMB500", "500.0000"), ("0.12345", "0.1235"), ("-0.00005", "-0.0001"), ("12345678901234.5678", "12345678901234.5678"), ("1.429999948", "1.4300"),
            ("$5", Bad), ("USD 5", Bad), ("€5", Bad), ("35%", Bad), ("99999999999999999", Bad), ("¥", Bad), ("1.2.3", Bad),
        ]);

    [Fact]
    public Task Whole_numbers() => Holds(
        ColumnType.Integer,
        [("1", "1"), ("-7", "-7"), ("1,234", "1234"), ("2.0", "2"), ("007", "7"), ("9223372036854775807", "9223372036854775807"), ("1.7", Bad), ("1e-1", Bad), ("0x10", Bad), ("x", Bad), ("9223372036854775808", Bad)]);

    [Fact]
    public Task Flags() => Holds(
        ColumnType.Flag,
        [("true", "true"), ("YES", "true"), ("1", "true"), ("是", "true"), ("y", "true"), ("x", "true"), ("False", "false"), ("no", "false"), ("0", "false"), ("否", "false"), ("maybe", Bad), ("2", Bad)]);

    [Fact]
    public Task Dates() => Holds(
        ColumnType.Date,
        [
            ("2025-01-02", "2025-01-02"), ("2025/1/2", "2025-01-02"), ("2025.01.02", "2025-01-02"), ("20250102", "2025-01-02"), ("2025年1月2日", "2025-01-02"), (" 2025-01-02 ", "2025-01-02"),
            ("2025-01-02 23:30", "2025-01-02"), ("2025-01-02T23:30:00Z", "2025-01-02"),
            ("01/02/2025", Bad), ("1/2/25", Bad), ("2025-02-30", Bad), ("infinity", Bad), ("epoch", Bad), ("2025-01-02x", Bad), ("tomorrow", Bad), ("2025", Bad), ("44-03-15 (BC)", Bad),
        ]);

    [Fact]
    public Task Dates_of_a_given_form() => Holds(
        ColumnType.Date, [("26.02.2018", "2018-02-26"), (" 1.2.2018", "2018-02-01"), ("2018-02-26", Bad), ("31.02.2018", Bad)], format: "%d.%m.%Y");

    [Fact]
    public Task Times_without_an_offset_are_on_the_clock_of_the_source()
    {
        _bed = new LoadBed { Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York") };
        return Holds(
            ColumnType.Timestamp,
            [
                ("2025-01-02 10:00", "2025-01-02 15:00:00"), ("2025-07-02T10:00:00.5", "2025-07-02 14:00:00.5"), ("2025-01-02", "2025-01-02 05:00:00"), ("2020-02-04 4:30:21", "2020-02-04 09:30:21"),
                // 9 March 2025: the clock jumps from 02:00 to 03:00; 2 November: from 02:00 back to 01:00.
                ("2025-03-09 01:59:59", "2025-03-09 06:59:59"), ("2025-03-09 02:30", "2025-03-09 07:30:00"), ("2025-03-09 03:00", "2025-03-09 07:00:00"), ("2025-03-09 03:30", "2025-03-09 07:30:00"),
                ("2025-11-02 00:59", "2025-11-02 04:59:00"), ("2025-11-02 01:30", "2025-11-02 05:30:00"), ("2025-11-02 02:00", "2025-11-02 07:00:00"),
                ("2025-01-02T10:00:00Z", "2025-01-02 10:00:00"), ("2025-01-02 10:00:00+08:00", "2025-01-02 02:00:00"), ("2025-01-02 10:00:00 +08", "2025-01-02 02:00:00"),
                ("2025-01-02T10:00:00.123-0530", "2025-01-02 15:30:00.123"), ("2025-01-02 10:00+08:00", "2025-01-02 02:00:00"), ("2025-01-02 10:00:00 UTC", "2025-01-02 10:00:00"),
                ("2025-13-02", Bad), ("infinity", Bad), ("1/2/25", Bad), ("10:00", Bad), ("2025-01-02 25:00", Bad), ("soon", Bad),
            ]);
    }

    [Fact]
    public Task Times_of_a_given_form() => Holds(
        ColumnType.Timestamp, [("2018.02.26 19:58", "2018-02-26 19:58:00"), ("2018-02-26 19:58", Bad)], format: "%Y.%m.%d %H:%M");

    [Fact]
    public Task Times_of_a_given_form_with_an_offset() => Holds(
        ColumnType.Timestamp, [("26.02.2018 19:58 +0800", "2018-02-26 11:58:00"), ("26.02.2018 19:58", Bad)], format: "%d.%m.%Y %H:%M %z");

    [Fact]
    public async Task Empty_is_no_value_and_text_stays_as_it_is()
    {
        _bed.Write("t.csv", "id;a;b;c\n1;;  ;  x \n2;NA;5;\"\"\n");
        await _bed.LoadAsync(_bed.Source(
            "things", "t.csv", [LoadBed.Map("id"), LoadBed.Map("a"), LoadBed.Typed("b", ColumnType.Integer), LoadBed.Map("c")], new FilesOptions { Delimiter = ";", Nulls = ["NA"] }));
        Assert.Equal(["1|∅|∅|  x ", "2|∅|5|∅"], _bed.Rows("SELECT id, a, b, c FROM things ORDER BY id"));
    }

    public void Dispose() => _bed.Dispose();

    private async Task Holds(ColumnType type, (string Text, string Value)[] cases, string? format = null, char separator = '.')
    {
        _bed.Write("t.csv", "id,v\n" + string.Concat(cases.Select((c, i) => $"{i},\"{c.Text}\"\n")));
        await _bed.LoadAsync(_bed.Source("things", "t.csv", [LoadBed.Map("id"), LoadBed.Typed("v", type, format, separator)]));
        var good = _bed.Rows("SELECT id, v FROM things").Select(r => r.Split('|')).ToDictionary(r => int.Parse(r[0]), r => r[1]);
        var bad = _bed.Rejects().Select(r => (int)r.Row - 2).ToHashSet();
        Assert.Equal(
            cases.Select(c => $"{c.Text} → {c.Value}"),
            cases.Select((c, i) => $"{c.Text} → {(bad.Contains(i) ? Bad : good.GetValueOrDefault(i, "lost"))}"));
    }
}
