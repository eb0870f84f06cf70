using Merit.Plugins.Attribution;

namespace Merit.Attribution.Rules;

/// <summary>
/// Credit to the touches that brought the customer to each stage: the first one, and the latest at or before the lead was created, the opportunity was created and, for
/// the full path, the conversion. The other touches share the rest equally.
/// </summary>
/// <remarks>
/// A touch that brought the customer to several stages has the weights of all of them. A stage that was not reached, or before which no touch lies, gives its weight
/// to nobody, and the others keep their proportion; so does the rest where every touch brought a stage.
/// </remarks>
internal sealed class Milestones : IRuleModel
{
    private readonly MilestoneOptions _options;
    private readonly Stage[] _stages;

    /// <exception cref="ArgumentException">Neither the stages nor the rest weigh anything.</exception>
    public Milestones(MilestoneOptions options, params Stage[] stages)
    {
        // Every journey has a first touch: with a weight there, none is without any.
        if (options.Stage <= 0)
        {
            throw new ArgumentException("stage must be above 0.", nameof(options));
        }

        (_options, _stages) = (options, stages);
    }

    public Term Weigh(Touch touch)
    {
        IReadOnlyList<Test> milestones = [touch.Position.Is(1), .. _stages.Select(touch.LatestBefore)];
        var other = !milestones.Aggregate((one, next) => one | next);
        var weight = milestones.Select(m => touch.If(m, _options.Stage, 0)).Aggregate((one, next) => one + next);
        return weight + touch.If(other, _options.Rest / touch.CountWhere(other), 0);
    }
}
