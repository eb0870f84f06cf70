using Merit.Plugins.Attribution;

namespace Merit.Attribution.Rules;

/// <summary>All credit to the touch right before the conversion.</summary>
internal sealed class LastTouch : IRuleModel
{
    public Term Weigh(Touch touch) => touch.If(touch.Position.Is(touch.Count), 1, 0);
}
