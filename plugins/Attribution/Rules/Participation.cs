using Merit.Plugins.Attribution;

namespace Merit.Attribution.Rules;

/// <summary>The whole conversion to every channel that took part: what each helped to bring, not a division of it. Credits add up to more than there was.</summary>
/// <remarks>The touches of one channel share its credit, so that a channel is never given a conversion twice.</remarks>
internal sealed class Participation : IParticipationModel
{
    public Term Weigh(Touch touch) => 1 / touch.SameChannelCount;
}
