namespace Merit.Plugins.Attribution;

/// <summary>An attribution model that is a rule: each touch of a journey gets a weight, and the host divides by the journey's sum.</summary>
/// <remarks>
/// Called once, while planning; the returned tree is rendered to the engine's language and evaluated by the same tree in explanations. A journey whose weights sum to
/// zero, or a negative or non-finite weight, fails the run with a diagnostic that names the model and a journey.
/// </remarks>
public interface IRuleModel
{
    /// <summary>The unnormalised weight of a touch, as a tree over the touch's leaves.</summary>
    Term Weigh(Touch touch);
}
