using static Merit.Diagnostics.Severity;

namespace Merit.Diagnostics.Rules;

/// <summary>What can be wrong with events that are sent to <c>merit serve</c>, and with how merit.yaml declares where.</summary>
public static class InboundRules
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

    /// <summary>An endpoint that is not there.</summary>
    public static readonly DiagnosticRule NoEndpoint = new(
        "MRT6010", Error,
        "Nothing is taken in here.",
        "Send to an address that merit.yaml declares under 'inbound'; 'merit serve' reads it when it starts.");

    /// <summary>A request nobody answers for.</summary>
    public static readonly DiagnosticRule NotSigned = new(
        "MRT6011", Error,
        "The request is refused: {0}.",
        "Sign the body as docs/inbound.md says, or name the endpoint's token; see that both clocks are right.");

    /// <summary>A page of another site.</summary>
    public static readonly DiagnosticRule ForeignOrigin = new(
        "MRT6012", Error,
        "Pages of this site may not send here.",
        "Name the site under 'origins' of the endpoint in merit.yaml.");

    /// <summary>A request that is too large.</summary>
    public static readonly DiagnosticRule TooLarge = new(
        "MRT6013", Error,
        "The request has more than {0} bytes.",
        "Send fewer events at once, or allow more with 'size' of the endpoint in merit.yaml.");

    /// <summary>Too many requests.</summary>
    public static readonly DiagnosticRule TooMany = new(
        "MRT6014", Error,
        "More than {0} requests a minute.",
        "Send the same again after the seconds that Retry-After names, or allow more with 'rate' of the endpoint in merit.yaml.");

    /// <summary>A body that is no event.</summary>
    public static readonly DiagnosticRule NotUnderstood = new(
        "MRT6015", Error,
        "What was sent is no event: neither a JSON object, nor a list or lines of them, nor the fields of a form.",
        "Send it in UTF-8 as application/json, application/x-ndjson or application/x-www-form-urlencoded.");

    /// <summary>A disk that does not take it.</summary>
    public static readonly DiagnosticRule CannotKeep = new(
        "MRT6016", Error,
        "Events cannot be kept in {0}: {1}.",
        "Make room there, give Merit the right to write, and let one 'merit serve' at a time take in events of a workspace. What was not answered with 202 is to be sent again.");
}
