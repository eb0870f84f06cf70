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

    /// <summary>Credit by bucket, on the days and by the filters asked for; none means that credit has no buckets.</summary>
    public (string? Channel, string Model, double[] Parts)[] Parts { get; init; } = [];

    /// <summary>Credit by bucket on all days.</summary>
    public (string? Channel, string Model, double[] Parts)[] AllParts { get; init; } = [];

    /// <summary>Conversions by bucket.</summary>
    public double[] Conversions { get; init; } = [];

    /// <summary>What models that learned give, and would give without each bucket.</summary>
    public (string Channel, string Model, double Whole, double[] Without)[] Learned { get; init; } = [];

    public List<Request> Asked { get; } = [];

    public WarehouseSchema Schema => new(
        [.. Canonical.Tables.Select(t => new TableSchema(t.Name, [.. t.Columns.Select(c => new ColumnSchema(c.Name, c.Type, Loaded: c.Name is not "bucket" || t.Name is not "credits" || Parts.Length > 0))], Loaded: true) { Key = t.Key })],
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
            { By: ["channel", "credit_intervals.model"] } => Learned.Select(l => new AnswerRow([l.Channel, l.Model], [new Figure(l.Whole, NoValue.None)])),
            { By: ["channel", "credit_buckets.model", "credit_buckets.bucket"] } => Learned.SelectMany(l => l.Without.Select((w, b) => new AnswerRow([l.Channel, l.Model, (long)b], [new Figure(w, NoValue.None)]))),
            { By: ["credits.bucket"] } => Conversions.Select((c, b) => new AnswerRow([(long)b], [new Figure(c, NoValue.None)])),
            { By: ["channel", "model", "credits.bucket"] } => (request is { Period: { From: null, To: null }, Where: [{ Dimension: "model" }] } && AllParts.Length > 0 ? AllParts : Parts)
                .Where(p => request.Where[^1].Values.Contains(p.Model)).SelectMany(p => p.Parts.Select((part, b) => new AnswerRow([p.Channel, p.Model, (long)b], [new Figure(part, NoValue.None)]))),
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
