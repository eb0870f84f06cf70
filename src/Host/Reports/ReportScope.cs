using Merit.Host.Measures;
using Merit.Host.Reports.Tags;
using Merit.Host.Reports.Templates;
using Merit.Host.Reports.Wording;
using Merit.Host.Workspaces;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Reports;

/// <summary>What one report is about, and how its tags ask.</summary>
internal sealed class ReportScope(Workspace workspace, IMeasures measures, ReportInputs inputs, Voice voice, DateOnly today)
{
    public Workspace Workspace { get; } = workspace;

    public ReportInputs Inputs { get; } = inputs;

    public Voice Voice { get; } = voice;

    public Period Period { get; init; } = Period.All;

    public Comparison Compare { get; init; }

    /// <summary>The report's campaign type, or null for all.</summary>
    public string? Type { get; init; }

    /// <summary>The report's own filters.</summary>
    public IReadOnlyList<Filter> Where { get; init; } = [];

    public string? Model { get; init; }

    /// <summary>What placeholders of the template stand for.</summary>
    public Placeholders Values { get; init; } = Placeholders.None;

    /// <summary>Whether campaigns are known to have types here. Where they are not, a report of a type covers everything, and says so.</summary>
    public bool HasTypes => measures.Schema.Table("campaigns") is { Loaded: true } campaigns && campaigns.Column("type") is { Loaded: true };

    /// <summary>All filters of the report: its own, and its type.</summary>
    public IReadOnlyList<Filter> Filters => Type is not null && HasTypes ? [.. Where, new Filter("type", FilterOperator.Equal, [Type])] : Where;

    public bool Loads(string table) => measures.Schema.Table(table) is { Loaded: true };

    /// <summary>Whether a table has a column: an older version of the warehouse may not.</summary>
    public bool Has(string table, string column) => measures.Schema.Table(table)?.Column(column) is { Loaded: true };

    /// <summary>The attribution models that were run, in the order of merit.yaml.</summary>
    public IReadOnlyList<string> Models => measures.Schema.Models;

    /// <summary>Whether a model gives every conversion to all that took part in it.</summary>
    public bool TakesPart(string model) => measures.Schema.Participation.Contains(model, StringComparer.Ordinal);

    /// <summary>Hears every answer, for what its author should know.</summary>
    public Action<Answer>? Answered { get; set; }

    public Answer Ask(Request request)
    {
        var answer = measures.Ask(request);
        Answered?.Invoke(answer);
        return answer;
    }

    /// <summary>The days that a period's figures are compared with; null where the report compares with none, or nothing was before.</summary>
    public Period? Before(Period period) => Compare switch
    {
        Comparison.Previous => PeriodMath.Previous(period, today),
        Comparison.YearAgo => PeriodMath.YearAgo(period, today),
        _ => null,
    };

    /// <summary>The request of a tag: the report's period, filters and model, and what the tag says instead or in addition.</summary>
    public Request Question(TagArguments arguments, IReadOnlyList<string> metrics, IReadOnlyList<string> by) => new()
    {
        Metrics = metrics,
        By = by,
        Period = arguments.Text("period") is { } period ? Parse.Period(period, arguments.At) : Period,
        Where = [.. Filters, .. arguments.Text("where") is { } where ? Questions.Filters(where, arguments.At) : []],
        Sort = arguments.List("sort"),
        Limit = arguments.Count("limit"),
        Model = arguments.Text("model") ?? Model,
    };

    /// <summary>Reads periods and filters as every part of Merit does.</summary>
    public Questions Parse { get; } = new(workspace, today);
}
