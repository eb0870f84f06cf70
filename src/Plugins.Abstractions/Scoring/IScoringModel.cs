namespace Merit.Plugins.Scoring;

/// <summary>Turns components into one score per subject.</summary>
/// <remarks>Sees all peers at once, because an index may normalise over them. Gives one score per subject, in their order.</remarks>
public interface IScoringModel
{
    /// <summary>Scores the peers by a card.</summary>
    IReadOnlyList<Score> Score(Scorecard card, IReadOnlyList<Subject> peers);
}

/// <summary>What is scored, and how: the components of a campaign type.</summary>
/// <param name="Id">The card's id, such as <c>lead-gen</c>.</param>
/// <param name="Version">Grows when weights or curves change, so that scores of two versions are not compared.</param>
/// <param name="Components">The components; weights are positive and need not sum to 100.</param>
public sealed record Scorecard(string Id, int Version, IReadOnlyList<Component> Components);

/// <summary>One component of a card.</summary>
/// <param name="Id">Its id within the card.</param>
/// <param name="Weight">Its weight, positive.</param>
/// <param name="Curve">Turns the component's value into 0 to 100.</param>
public sealed record Component(string Id, double Weight, Curve Curve);

/// <summary>Something to be scored: normally a campaign.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Values">The value of each component in the card's order; null where there is none.</param>
public sealed record Subject(string Id, IReadOnlyList<double?> Values);

/// <summary>A score and everything it is made of.</summary>
/// <param name="Subject">The subject's id.</param>
/// <param name="Value">0 to 100, or null where nothing could be scored.</param>
/// <param name="Contributions">One per component, in the card's order.</param>
/// <param name="Notes">What a reader should be told, such as which components were missing.</param>
public sealed record Score(string Subject, double? Value, IReadOnlyList<Contribution> Contributions, IReadOnlyList<Note> Notes)
{
    /// <summary>Other figures the model wants shown beside the score, by name (the geometric mean of an index, say).</summary>
    public IReadOnlyDictionary<string, double> Beside { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);
}

/// <summary>What one component brought to a score.</summary>
/// <param name="Component">The component's id.</param>
/// <param name="Value">Its value, null where missing.</param>
/// <param name="Points">The curve's answer, 0 to 100, null where missing.</param>
/// <param name="Weight">The weight it counted with after missing components were left out, 0 to 1.</param>
/// <param name="Amount">Points × weight, null where missing: these sum to the score.</param>
public sealed record Contribution(string Component, double? Value, double? Points, double Weight, double? Amount);
