using System.Globalization;
using Merit.Host.Measures.Formatting;
using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Tags;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Wording;

/// <summary>How a report speaks: its words, figures and dates in one language.</summary>
internal sealed class Voice(Words words, FigureFormat format)
{
    public Words Words { get; } = words;

    public FigureFormat Format { get; } = format;

    public DateText Dates { get; } = new(words);

    public string Label(MetricColumn metric) => Words.Choose(metric.Label, metric.LabelZh);

    public string Meaning(MetricColumn metric) => Words.Choose(metric.Description, metric.DescriptionZh);

    public string Label(DimensionColumn dimension) => Words.Choose(dimension.Label, dimension.LabelZh);

    public string Labels(IEnumerable<MetricColumn> metrics) => Words.List([.. metrics.Select((m, i) => i == 0 ? Label(m) : Inside(Label(m)))]);

    /// <summary>A label inside a sentence: "new leads"; one in capitals (CPL, URL) stays as it is.</summary>
    public string Inside(string label) =>
        Words.IsChinese || label.Length == 0 || (label.Length > 1 && char.IsUpper(label[1])) ? label : char.ToLowerInvariant(label[0]) + label[1..];

    /// <summary>Why there is no value, a clause without a full stop; empty where there is one.</summary>
    public string Reason(NoValue reason)
    {
        var sentence = Format.Reason(reason).TrimEnd('.', '。');
        return Words.IsChinese || sentence.Length == 0 ? sentence : char.ToLowerInvariant(sentence[0]) + sentence[1..];
    }

    public GridCell Cell(Figure figure, MetricColumn metric) =>
        Figure(figure.Value, metric) with { Reason = figure.Value is null ? Reason(figure.Reason) : "" };

    /// <summary>A value of a metric that no question gave as it is: a part of one, say.</summary>
    public GridCell Figure(double? value, MetricColumn metric) => new(Format.Text(value, metric)) { Value = value, Unit = metric.Unit };

    /// <summary>A value of a unit.</summary>
    public GridCell Figure(double? value, Unit unit) => new(Format.Text(value, unit)) { Value = value, Unit = unit };

    public Inline Inline(Figure figure, MetricColumn metric) =>
        new(Format.Text(figure, metric)) { Reason = figure.Value is null ? Reason(figure.Reason) : "", Numeric = true, Cell = Cell(figure, metric), Label = Label(metric) };

    /// <summary>A group's value: a campaign, a channel, a month.</summary>
    public string Group(object? value, DimensionColumn dimension) => value switch
    {
        null => Words["group.none"],
        "(unattributed)" => Words["group.unattributed"],
        string type when dimension.Id is "type" => CampaignType(type),
        string path when dimension.Id is "journeys.path" => path.Replace(" > ", " → ", StringComparison.Ordinal),
        string text => text,
        DateOnly day => Dates.Bucket(day, dimension.Id),
        DateTime time => Dates.Day(DateOnly.FromDateTime(time)),
        bool flag => Words[flag ? "flag.yes" : "flag.no"],
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>A group's cell.</summary>
    public GridCell GroupCell(object? value, DimensionColumn dimension) => new(Group(value, dimension)) { Day = value as DateOnly? };

    /// <summary>A campaign type as a reader says it; a type of the workspace's own is its own name.</summary>
    public string CampaignType(string type) => Words.Find("type." + type) ?? type;

    /// <summary>A row's name: its groups joined.</summary>
    public string Groups(AnswerRow row, IReadOnlyList<DimensionColumn> dimensions) =>
        string.Join(" · ", row.Dimensions.Select((value, i) => Group(value, dimensions[i])));
}
