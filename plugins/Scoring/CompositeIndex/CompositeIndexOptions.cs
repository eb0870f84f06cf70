using System.ComponentModel;

namespace Merit.Scoring.CompositeIndex;

/// <summary>How a composite index is made.</summary>
internal sealed class CompositeIndexOptions
{
    [Description("How a component's values become comparable: curve (the scorecard's own curve), min-max or z-score (over all campaigns scored together).")]
    public Normalisation Normalisation { get; set; } = Normalisation.Curve;
}

/// <summary>How a component's values become comparable.</summary>
internal enum Normalisation
{
    /// <summary>By the scorecard's curve: a campaign's points do not depend on its peers.</summary>
    Curve,

    /// <summary>The worst peer gets 0 and the best 100.</summary>
    MinMax,

    /// <summary>The peers' mean gets 50, and a standard deviation is worth 10.</summary>
    ZScore,
}
