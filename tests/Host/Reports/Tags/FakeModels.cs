using Merit.Host.Measures;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;
using Merit.Metrics.Schema;
using Merit.Metrics.Tables;

namespace Merit.Host.Tests.Reports.Tags;

/// <summary>Answers what is asked of models from a few rows: places, changes and returns are worked out here by themselves.</summary>
internal sealed class FakeModels(params (string? Channel, double Cost, (string Model, double Revenue)[] Credit)[] channels) : IMeasures
{
    public const string Usual = "u-shaped";

    public string[] Participation { get; init; } = [];

    public (string Channel, string Model, double Low, double High)[] Intervals { get; init; } = [];

    public List<Request> Asked { get; } = [];

    public WarehouseSchema Schema => new(
        [.. Canonical.Tables.Select(t => new TableSchema(t.Name, [.. t.Columns.Select(c => new ColumnSchema(c.Name, c.Type, Loaded: true))], Loaded: true) { Key = t.Key })],
        [.. channels.SelectMany(c => c.Credit).Select(c => c.Model).Distinct()])
    {
        Participation = Participation,
    };

    public Answer Ask(Request request)
    {
        Asked.Add(request);
        IEnumerable<AnswerRow> rows = request switch
        {
            { By: ["channel", "model"] } => channels.SelectMany(c => c.Credit.Select(m => new AnswerRow([c.Channel, m.Model], [.. request.Metrics.Select(metric => Of(metric, c.Channel, m.Model))]))),
            { By: ["model"] } => Schema.Models.Select(m => new AnswerRow([m], [.. request.Metrics.Select(_ => new Figure(channels.Sum(c => Revenue(c.Channel, m)), NoValue.None))])),
            { By: ["channel", "credit_intervals.model"] } => Intervals.Select(i => new AnswerRow([i.Channel, i.Model], [new Figure(i.Low, NoValue.None), new Figure(i.High, NoValue.None)])),
            { By: ["journeys.first_channel", "journeys.last_channel"] } => [new AnswerRow(["email", "ads"], [new Figure(3, NoValue.None)]), new AnswerRow(["ads", "ads"], [new Figure(5, NoValue.None)])],
            { By: ["channel"] } => channels.Select(c => new AnswerRow([c.Channel], [new Figure(c.Cost, NoValue.None)])),
            _ => throw new InvalidOperationException($"Nothing is known by {string.Join(", ", request.By)}."),
        };
        return new Answer(
            request, [.. request.By.Select(d => new DimensionColumn(d, d, d, ColumnType.Text))],
            [.. request.Metrics.Select(m => new MetricColumn(m, m, m, m switch { "attributed_revenue" => Unit.Money, "attributed_roi" or "attributed_revenue_change" => Unit.Percent, _ => Unit.Number }, false) { Additive = m is "attributed_conversions" or "journeys" })],
            [.. rows], request.Total ? new AnswerRow([null], [new Figure(channels.Sum(c => c.Cost), NoValue.None)]) : null);
    }

    private double Revenue(string? channel, string model) => channels.Single(c => c.Channel == channel).Credit.FirstOrDefault(c => c.Model == model).Revenue;

    private Figure Of(string metric, string? channel, string model)
    {
        var (revenue, cost) = (Revenue(channel, model), channels.Single(c => c.Channel == channel).Cost);
        return new Figure(metric switch
        {
            "attributed_conversions" or "attributed_revenue" => revenue,
            "attributed_revenue_rank" or "attributed_conversions_rank" => 1 + channels.Count(c => c.Channel is not "(unattributed)" && Revenue(c.Channel, model) > revenue),
            "attributed_revenue_change" => (revenue - Revenue(channel, Usual)) / Revenue(channel, Usual),
            "attributed_roi" => cost == 0 ? null : (revenue - cost) / cost,
            "attributed_cpa" => revenue == 0 ? null : cost / revenue,
            _ => revenue - Revenue(channel, Usual),
        }, NoValue.None);
    }
}
