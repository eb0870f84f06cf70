namespace Merit.Metrics.Language;

/// <summary>What scripts declare and what was left out because it is wrong itself. Whoever speaks of it makes no mistake of their own.</summary>
/// <param name="Ids">The ids that are known.</param>
/// <param name="Families">Ids of funnels and cohorts, which make metrics of several ids.</param>
/// <param name="Unnamed">Whether there may be others, of ids that are made up while scripts run.</param>
public sealed record LeftOut(IReadOnlyCollection<string> Ids, IReadOnlyCollection<string> Families, bool Unnamed)
{
    /// <summary>Nothing.</summary>
    public static LeftOut Nothing { get; } = new([], [], Unnamed: false);

    /// <summary>Whether anything was.</summary>
    public bool IsAnything => Unnamed || Ids.Count + Families.Count > 0;

    /// <summary>Whether a name that nobody seems to declare may be one of these.</summary>
    public bool Explains(string? name) =>
        name is not null && (Unnamed || Ids.Contains(name, StringComparer.Ordinal) || Families.Any(f => name.StartsWith(f + "_", StringComparison.Ordinal) || name == f));

    /// <summary>Both.</summary>
    public LeftOut And(LeftOut other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new LeftOut([.. Ids, .. other.Ids], [.. Families, .. other.Families], Unnamed || other.Unnamed);
    }
}
