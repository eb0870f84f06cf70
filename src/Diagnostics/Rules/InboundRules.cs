using static Merit.Diagnostics.Severity;

namespace Merit.Diagnostics.Rules;

/// <summary>What can be wrong with events that are sent to <c>merit serve</c>.</summary>
public static class InboundRules
{
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
