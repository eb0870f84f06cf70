using static Merit.Diagnostics.Severity;

namespace Merit.Diagnostics.Rules;

/// <summary>What can go wrong while <c>merit serve</c> answers.</summary>
public static class ServeRules
{
    /// <summary>An address that others can reach.</summary>
    public static readonly DiagnosticRule OpenAddress = new(
        "MRT6001", Error,
        "Merit does not serve on {0}: others could reach it, and there is nobody they could sign in as.",
        "Leave out --address: it serves on 127.0.0.1, to this machine alone. Or give an address of this machine, and add users ('merit users add') or keys ('merit keys add').");

    /// <summary>The port is in use.</summary>
    public static readonly DiagnosticRule PortInUse = new(
        "MRT6002", Error,
        "Port {0} cannot be used: {1}.",
        "Name another with --port, or let the system choose one: --port 0.");

    /// <summary>A question took too long.</summary>
    public static readonly DiagnosticRule TooLong = new(
        "MRT6003", Error,
        "The answer was not there after {0} seconds, so the process at work on it was ended; another has taken its place.",
        "Ask for less (a shorter period, fewer dimensions), or allow more seconds with MERIT_QUESTION_SECONDS.");

    /// <summary>A question took too much memory.</summary>
    public static readonly DiagnosticRule TooLarge = new(
        "MRT6004", Error,
        "The process at work on the answer took more than {0} MiB of memory, so it was ended; another has taken its place.",
        "Ask for less (a shorter period, fewer dimensions), or allow more MiB with MERIT_WORKER_MEMORY.");

    /// <summary>A worker is no more.</summary>
    public static readonly DiagnosticRule Died = new(
        "MRT6005", Error,
        "The process at work on the answer ended by itself; another has taken its place.",
        "Ask again. If it happens again, ask the same with 'merit query', which says more.");

    /// <summary>All are at work.</summary>
    public static readonly DiagnosticRule Busy = new(
        "MRT6006", Error,
        "All {0} processes that answer questions have been busy for {1} seconds.",
        "Try again in a moment, or start Merit with more of them: --workers.");

    /// <summary>A worker that cannot be started.</summary>
    public static readonly DiagnosticRule NoWorker = new(
        "MRT6007", Error,
        "No process that answers questions can be started: {0}.",
        "Make sure that 'merit version' works on this machine, and that memory is left.");

    /// <summary>A request that names another host.</summary>
    public static readonly DiagnosticRule ForeignHost = new(
        "MRT6008", Error,
        "The request names a host that Merit does not serve.",
        "Use the address that 'merit serve' printed.");

    /// <summary>Nothing is there.</summary>
    public static readonly DiagnosticRule NoPage = new(
        "MRT6009", Error,
        "There is no page at this address.",
        "Begin at the overview, which leads to all others.");

    /// <summary>A page of another site sends a request.</summary>
    public static readonly DiagnosticRule ForeignPage = new(
        "MRT6030", Error,
        "A page of another site sent the request.",
        "Let a program ask, or a page of Merit itself.");
}
