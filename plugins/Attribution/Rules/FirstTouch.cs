using Merit.Plugins.Attribution;

namespace Merit.Attribution.Rules;

/// <summary>All credit to the touch that opened the journey.</summary>
internal sealed class FirstTouch : IRuleModel
{
    public Term Weigh(Touch touch) => touch.If(touch.Position.Is(1), 1, 0);
}
