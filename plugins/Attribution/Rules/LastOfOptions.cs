using System.ComponentModel;

namespace Merit.Attribution.Rules;

/// <summary>Channels a last touch is never looked for in, unless there is no other.</summary>
internal sealed class LastNonDirectOptions
{
    [Description("Channels that are passed over: direct unless given.")]
    public IReadOnlyList<string> Except { get; set; } = ["direct"];
}

/// <summary>Channels that were paid for.</summary>
internal sealed class LastPaidOptions
{
    [Description("Channels that were paid for; GA4's paid channel groups, display, cross-network and affiliates unless given.")]
    public IReadOnlyList<string> Channels { get; set; } =
        ["paid-search", "paid-social", "paid-shopping", "paid-video", "paid-other", "display", "cross-network", "audio", "affiliates"];
}
