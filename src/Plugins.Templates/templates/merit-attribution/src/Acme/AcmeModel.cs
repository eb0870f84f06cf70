using Merit.Plugins.Attribution;

namespace Acme;

/// <summary>Weighs a touch by its place in the journey, to a power: later touches count more.</summary>
/// <remarks>The weight is a tree, which Merit renders to SQL and divides by the journey's sum; so credits add up by themselves.</remarks>
internal sealed class AcmeModel(AcmeOptions options) : IRuleModel
{
    public Term Weigh(Touch touch) => touch.Pow(touch.Position, options.Power);
}
