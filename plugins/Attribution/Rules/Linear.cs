using System.ComponentModel;
using Merit.Plugins.Attribution;

namespace Merit.Attribution.Rules;

/// <summary>The same credit to every touch, or to every channel of the journey.</summary>
internal sealed class Linear(LinearOptions options) : IRuleModel
{
    public Term Weigh(Touch touch) => options.Per is LinearUnit.Channel ? 1 / touch.SameChannelCount : 1;
}

/// <summary>What gets the same.</summary>
internal sealed class LinearOptions
{
    [Description("touch: a channel touched twice counts twice (unless given otherwise). channel: every channel of the journey gets the same, its touches share it.")]
    public LinearUnit Per { get; set; } = LinearUnit.Touch;
}

/// <summary>What gets the same.</summary>
internal enum LinearUnit
{
    /// <summary>Every touch.</summary>
    Touch,

    /// <summary>Every channel of the journey; its touches share it.</summary>
    Channel,
}
