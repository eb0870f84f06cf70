using Merit.Attribution.Rules;
using Merit.Plugins.Attribution;
using Merit.Plugins.Testing;

namespace Merit.Plugins.Tests.Conformance;

public sealed class FirstTouchConformance : RuleConformance
{
    protected override IRuleModel Make() => new FirstTouch();
}

public sealed class LastTouchConformance : RuleConformance
{
    protected override IRuleModel Make() => new LastTouch();
}

public sealed class LastNonDirectConformance : RuleConformance
{
    protected override IRuleModel Make() => LastOf.Except(["(direct)"], "except");
}

public sealed class LastPaidConformance : RuleConformance
{
    protected override IRuleModel Make() => LastOf.Among(["search", "social"], "channels");
}

public sealed class LinearConformance : RuleConformance
{
    protected override IRuleModel Make() => new Linear(new LinearOptions());
}

public sealed class UShapedConformance : RuleConformance
{
    protected override IRuleModel Make() => new EndWeights(new UShapedOptions());
}

public sealed class JShapedConformance : RuleConformance
{
    protected override IRuleModel Make() => new EndWeights(new JShapedOptions());
}

public sealed class InverseJConformance : RuleConformance
{
    protected override IRuleModel Make() => new EndWeights(new InverseJOptions());
}

public sealed class TimeDecayConformance : RuleConformance
{
    protected override IRuleModel Make() => new TimeDecay(new TimeDecayOptions());
}

public sealed class WShapedConformance : RuleConformance
{
    protected override IRuleModel Make() => new Milestones(new WShapedOptions(), Stage.Lead, Stage.Opportunity);
}

public sealed class FullPathConformance : RuleConformance
{
    protected override IRuleModel Make() => new Milestones(new FullPathOptions(), Stage.Lead, Stage.Opportunity, Stage.Conversion);
}

public sealed class CustomConformance : RuleConformance
{
    protected override IRuleModel Make() => new Places(new PlacesOptions { Start = [30, 20], End = [10] });
}

public sealed class ParticipationConformance : RuleConformance
{
    protected override IRuleModel Make() => new Participation();
}
