using Merit.Plugins.Attribution;

namespace Merit.Attribution.Rules;

/// <summary>The nearer to the conversion, the more credit: a touch's weight is 2^(−age ÷ half-life), its age counted in days to the conversion.</summary>
internal sealed class TimeDecay(TimeDecayOptions options) : IRuleModel
{
    public Term Weigh(Touch touch) => touch.Pow(2, 0 - (touch.AgeDays / options.HalfLife));
}
