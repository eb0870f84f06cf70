using Merit.Plugins.Connectors;

namespace Merit.Connectors.Http.Describing;

/// <summary>A description, or what a source says beside it, that cannot be followed, with the option at fault.</summary>
internal sealed class WrongDescriptionException : Exception
{
    public WrongDescriptionException(string option, string message, string nextStep)
        : base(message) => Setting = new(option, message, nextStep);

    public WrongSetting Setting { get; }
}
