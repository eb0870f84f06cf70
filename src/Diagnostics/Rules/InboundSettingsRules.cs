using static Merit.Diagnostics.Severity;

namespace Merit.Diagnostics.Rules;

/// <summary>What can be wrong with <c>inbound</c> in merit.yaml.</summary>
public static class InboundSettingsRules
{
    /// <summary>An endpoint that anybody could send to, or that cannot be told how.</summary>
    public static readonly DiagnosticRule OneWay = new(
        "MRT1250", Error,
        "The endpoint '{0}' has {1} of telling who may send to it.",
        "Give it a 'secret' that requests are signed with, or a 'token' that they name, from the environment: secret: ${{SIGNUP_SECRET}}.");

    /// <summary>A secret that can be guessed.</summary>
    public static readonly DiagnosticRule ShortSecret = new(
        "MRT1251", Error,
        "The {0} of the endpoint '{1}' has {2} characters, which can be guessed.",
        "Use 16 or more, such as what 'openssl rand -hex 32' gives.");

    /// <summary>Not a site.</summary>
    public static readonly DiagnosticRule NoOrigin = new(
        "MRT1252", Error,
        "'{0}' is not a site as browsers name it.",
        "Write scheme and host, and nothing after it: https://www.example.com.");

    /// <summary>An address others cannot use.</summary>
    public static readonly DiagnosticRule NoAddress = new(
        "MRT1253", Error,
        "'{0}' is not the address of a web server.",
        "Write scheme and host, such as https://go.example.com.");

    /// <summary>A secret that a page would have to hold.</summary>
    public static readonly DiagnosticRule OriginsWithSecret = new(
        "MRT1254", Error,
        "The endpoint '{0}' is signed, so a page of a site cannot send to it: whoever reads the page would know the secret.",
        "Give it a 'token' instead of the 'secret', or leave out 'origins' and 'then'.");
}
