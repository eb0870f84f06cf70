using Merit.Metrics.Requests;
using Merit.Metrics.Semantics;

namespace Merit.Metrics.Planning;

/// <summary>What of a request is known before its metrics are: whether time matters, what it is grouped by, and which names its columns may still take.</summary>
internal sealed class QuestionShape
{
    public const string Part = "part";
    public const string Total = "is total";
    public const string Rows = "rows";

    /// <summary>The dimension whose groups are the attribution models: every one asks the whole question anew.</summary>
    public const string ModelDimension = "model";

    private static readonly string[] Campaign = ["campaign", "campaign_id", "campaign_name", "campaigns.campaign_id"];

    private readonly Request request;
    private readonly HashSet<string> taken = new(StringComparer.Ordinal) { Part, Total, Rows };

    public QuestionShape(Request request)
    {
        this.request = request;
        By = [.. request.By.Where(id => !IsModel(id)).Select(id => (id, Name(id)))];
    }

    public string? Model => request.Model;

    /// <summary>Whether the answer has a group for every attribution model.</summary>
    public bool ByModel => request.By.Any(IsModel);

    /// <summary>The dimensions that rows are grouped by, with their columns in the statement.</summary>
    public IReadOnlyList<(string Id, string Column)> By { get; }

    public bool HasTimeGroups => By.Any(b => TimeGrains.Of(b.Id) is not null);

    /// <summary>Whether there are groups of the same days.</summary>
    public bool HasOtherGroups => By.Any(b => TimeGrains.Of(b.Id) is null);

    public IReadOnlyList<string> AllColumns => [.. By.Select(b => b.Column)];

    public IReadOnlyList<string> OtherColumns => [.. By.Where(b => TimeGrains.Of(b.Id) is null).Select(b => b.Column)];

    /// <summary>The columns that say how long after its cohort began a row happened.</summary>
    public IReadOnlyList<string> AgeColumns => [.. By.Where(b => Ages.Of(b.Id) is not null).Select(b => b.Column)];

    /// <summary>Whether a row without a date cannot be placed.</summary>
    public bool NeedsTime => HasTimeGroups || request.Period is not { From: null, To: null } || request.Where.Any(f => TimeGrains.Of(f.Dimension) is not null);

    /// <summary>Whether all days asked about have begun.</summary>
    public bool IsOver(DateOnly today) => request.Period.To is { } end && end <= today.AddDays(1);

    public static bool IsModel(string dimension) => string.Equals(dimension, ModelDimension, StringComparison.Ordinal);

    /// <summary>The columns that dimensions are grouped by under, or null where one is not grouped by. A campaign's name stands for the campaign.</summary>
    public IReadOnlyList<string>? ColumnsOf(IReadOnlyList<string> dimensions)
    {
        var found = dimensions.Select(wanted => By.Where(b => IsSame(b.Id, wanted)).Select(b => b.Column).ToList()).ToList();
        return found.TrueForAll(columns => columns.Count > 0) ? [.. found.SelectMany(c => c)] : null;
    }

    /// <summary>A name no other column or part of the statement has.</summary>
    public string Name(string wanted)
    {
        var name = wanted;
        for (var i = 2; !taken.Add(name); i++)
        {
            name = $"{wanted} {i}";
        }

        return name;
    }

    private static bool IsSame(string dimension, string wanted) =>
        string.Equals(dimension, wanted, StringComparison.Ordinal) || (Campaign.Contains(dimension, StringComparer.Ordinal) && Campaign.Contains(wanted, StringComparer.Ordinal));
}
