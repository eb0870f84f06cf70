using Merit.Plugins.Attribution;

namespace Merit.Attribution.Rules;

/// <summary>The same credit to every touch; a channel touched twice counts twice.</summary>
internal sealed class Linear : IRuleModel
{
    public Term Weigh(Touch touch) => 1;
}
