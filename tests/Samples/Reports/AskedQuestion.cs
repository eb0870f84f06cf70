namespace Merit.Samples.Tests.Reports;

/// <summary>A question that a tag of a template asks, as a program puts it.</summary>
/// <param name="Metrics">The metrics.</param>
/// <param name="By">The dimensions.</param>
internal sealed record AskedQuestion(IReadOnlyList<string> Metrics, params IReadOnlyList<string> By)
{
    public string Period { get; init; } = "all";

    public IReadOnlyList<string> Where { get; init; } = [];

    public string? Compare { get; init; }

    public bool Total { get; init; }

    public IReadOnlyList<string> Sort { get; init; } = [];

    public string? Limit { get; init; }

    public string? Model { get; init; }

    /// <summary>Whether every figure of the answer has to stand in the files; else the page chooses among them.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether they stand in several files, such as one for each type.</summary>
    public bool IsScattered { get; init; }

    /// <summary>What names the figures where neither a heading nor a row does: the days they are of, say.</summary>
    public string Named { get; init; } = "";

    public string Address
    {
        get
        {
            string?[] parts =
            [
                $"metrics={Escaped(string.Join(',', Metrics))}", By.Count > 0 ? $"by={Escaped(string.Join(',', By))}" : null, $"period={Period}", .. Where.Select(w => $"where={Escaped(w)}"),
                Compare is null ? null : $"compare={Compare}", Total ? "total=true" : null, Sort.Count > 0 ? $"sort={Escaped(string.Join(',', Sort))}" : null, Limit is null ? null : $"limit={Limit}", Model is null ? null : $"model={Model}",
            ];
            return "api/query?" + string.Join('&', parts.OfType<string>());
        }
    }

    private static string Escaped(string text) => Uri.EscapeDataString(text);
}
