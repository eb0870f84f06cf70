using Merit.Metrics.Requests;

namespace Merit.Metrics.Planning;

/// <summary>What of a request is known before its metrics are: whether time matters, and which names its columns may still take.</summary>
internal sealed class QuestionShape(Request request)
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal) { Part, Total, Rows };

    public const string Part = "part";
    public const string Total = "is total";
    public const string Rows = "rows";

    public string? Model => request.Model;

    public bool HasTimeGroups { get; } = request.By.Any(id => TimeGrains.Of(id) is not null);

    /// <summary>Whether a row without a date cannot be placed.</summary>
    public bool NeedsTime => HasTimeGroups || request.Period is not { From: null, To: null } || request.Where.Any(f => TimeGrains.Of(f.Dimension) is not null);

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
}
