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

    /// <summary>A way of signing that needs more than is said.</summary>
    public static readonly DiagnosticRule SignerNeeds = new(
        "MRT1260", Error,
        "The endpoint '{0}' takes requests signed as {1}, and lacks {2}.",
        "Write what is missing, or leave out 'signed' where requests are signed as docs/inbound.md says.");

    /// <summary>A key nothing can be verified by.</summary>
    public static readonly DiagnosticRule NoVerificationKey = new(
        "MRT1261", Error,
        "The secret of the endpoint '{0}' is no verification key of SendGrid.",
        "Copy the Verification Key that SendGrid shows beside its signed event webhook, a line of base64 that begins with MFkw, into the environment.");
}
