using System.Buffers.Binary;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Workers.Protocol;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;
using Merit.Metrics.Schema;

namespace Merit.Host.Tests.Workers;

public sealed class WireTests
{
    [Fact]
    public async Task An_answer_arrives_as_it_was()
    {
        var answer = new Answer(
            new Request
            {
                Metrics = ["cost", "cpl"],
                By = ["campaign", "month"],
                Period = new Period(new DateOnly(2025, 1, 1), new DateOnly(2026, 1, 1), "2025", PeriodKind.Year),
                Where = [new Filter("channel", FilterOperator.NotIn, ["电子邮件", null])],
                Compare = Comparison.YearAgo,
                Total = true,
                Sort = ["-cost"],
                Limit = 7,
                Model = "u-shaped",
            },
            [new DimensionColumn("campaign", "Campaign", "活动", ColumnType.Text), new DimensionColumn("month", "Month", "月", ColumnType.Date)],
            [new MetricColumn("cost", "Cost", "成本", Unit.Money, LowerIsBetter: true) { Additive = true, Description = "x", Deprecated = "spend" }],
            [
                new AnswerRow(["a\"\u0000<b>", new DateOnly(2025, 2, 1)], [new Figure(0, NoValue.None) { Compared = 0.1 + 0.2, Unfinished = true }]),
                new AnswerRow([null, new DateTime(2025, 2, 1, 3, 4, 5, DateTimeKind.Utc).AddTicks(7)], [new Figure(null, NoValue.DivisionByZero) { ComparedReason = NoValue.NotSet }]),
                new AnswerRow([long.MaxValue, true], [new Figure(double.NegativeInfinity, NoValue.None)]),
                new AnswerRow([79228162514264337593543950335m, 1e-300], [new Figure(double.NaN, NoValue.None)]),
            ],
            new AnswerRow([null, null], [new Figure(-1.5, NoValue.None)]));

        var arrived = (await Through(Reply.Of(answer)))?.Read<Answer>();

        Assert.Equivalent(answer, arrived, strict: true);
        Assert.Equal(answer.Rows.SelectMany(r => r.Dimensions).Select(d => d?.GetType()), arrived?.Rows.SelectMany(r => r.Dimensions).Select(d => d?.GetType()));
    }

    [Fact]
    public async Task A_question_arrives_as_what_it_is()
    {
        var question = new FiguresQuestion { Metrics = ["cost"], Where = ["channel = email"], Compare = Comparison.Previous, Total = true };

        Assert.Equivalent(question, Assert.IsType<FiguresQuestion>(await Through<Question>(question)), strict: true);
    }

    [Fact]
    public async Task A_finding_arrives_with_its_rule_and_place()
    {
        var finding = ScriptRules.NeverEnds.At(new Place("metrics/a.csx", 3, 4), "10");

        var told = Assert.Throws<MeritException>(() => Read(Reply.Of([finding])));
        Assert.Equal(finding, Assert.Single(told.Diagnostics));
        Assert.True((await Through(Reply.Of([finding])))?.Spent);
    }

    private static void Read(Reply reply) => reply.Read<Answer>();

    [Fact]
    public async Task Several_messages_follow_one_another()
    {
        using var stream = new MemoryStream();
        await Wire.WriteAsync<Question>(stream, new FiguresQuestion { Metrics = ["a"] });
        await Wire.WriteAsync<Question>(stream, new FiguresQuestion { Metrics = ["b"] });
        stream.Position = 0;

        Assert.Equal(["a"], Assert.IsType<FiguresQuestion>(await Wire.ReadAsync<Question>(stream)).Metrics);
        Assert.Equal(["b"], Assert.IsType<FiguresQuestion>(await Wire.ReadAsync<Question>(stream)).Metrics);
        Assert.Null(await Wire.ReadAsync<Question>(stream));
    }

    [Theory]
    [InlineData(new byte[0], 0)]
    [InlineData(new byte[] { 0, 0 }, 2)]
    [InlineData(new byte[] { 0, 0, 0, 9, (byte)'{' }, 5)]
    [InlineData(new byte[] { 0, 0, 0, 1, (byte)'x' }, 5)]
    [InlineData(new byte[] { 0xff, 0xff, 0xff, 0xff, 0 }, 5)]
    [InlineData(new byte[] { 0x7f, 0xff, 0xff, 0xff, 0 }, 5)]
    public async Task What_is_no_message_is_the_end(byte[] bytes, int length)
    {
        Assert.Equal(length, bytes.Length);
        using var stream = new MemoryStream(bytes);

        Assert.Null(await Wire.ReadAsync<Reply>(stream));
    }

    [Fact]
    public async Task The_length_stands_first()
    {
        using var stream = new MemoryStream();
        await Wire.WriteAsync(stream, Reply.Of([]));

        Assert.Equal(stream.Length - sizeof(int), BinaryPrimitives.ReadInt32BigEndian(stream.GetBuffer()));
    }

    private static async Task<T?> Through<T>(T message)
        where T : class
    {
        using var stream = new MemoryStream();
        await Wire.WriteAsync(stream, message);
        stream.Position = 0;
        return await Wire.ReadAsync<T>(stream);
    }
}
