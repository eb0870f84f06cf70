namespace Merit.Plugins.Attribution;

/// <summary>A rule whose weights are the credit itself: the host does not divide them, and they may add up to more than the conversion.</summary>
/// <remarks>
/// It answers "what did this take part in", never "what did this earn": such credits are not conserved, every surface that shows them says so, and they cannot be the
/// model attributed metrics use by default. A weight lies between 0 and 1, and every journey gives at least one whole conversion.
/// </remarks>
public interface IParticipationModel : IRuleModel;
