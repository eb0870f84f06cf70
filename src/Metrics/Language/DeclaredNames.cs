namespace Merit.Metrics.Language;

/// <summary>What scripts declare by its name, as it is read in their text, whether or not they can run.</summary>
/// <param name="Ids">Ids of metrics, scorecards, parameters, dimensions, segments and models.</param>
/// <param name="Families">Ids of funnels and cohorts.</param>
/// <param name="Unnamed">Whether others are declared whose ids are made up while scripts run.</param>
public sealed record DeclaredNames(IReadOnlyList<string> Ids, IReadOnlyList<string> Families, bool Unnamed)
{
    /// <summary>None.</summary>
    public static DeclaredNames None { get; } = new([], [], Unnamed: false);

    internal LeftOut NotIn(Definitions found)
    {
        var known = SoundPart.Ids(found).ToHashSet(StringComparer.Ordinal);
        return new LeftOut(
            Ids.Where(id => !known.Contains(id)).ToHashSet(StringComparer.Ordinal),
            Families.Where(f => !known.Any(id => id.StartsWith(f + "_", StringComparison.Ordinal))).ToHashSet(StringComparer.Ordinal),
            Unnamed);
    }
}
