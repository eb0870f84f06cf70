using static Merit.Diagnostics.Severity;

namespace Merit.Diagnostics.Rules;

/// <summary>What can go wrong with schedules and deliveries.</summary>
public static class DeliveryRules
{
    /// <summary>A time that is none.</summary>
    public static readonly DiagnosticRule NotCron = new(
        "MRT4050", Error,
        "'{0}' names no times: {1}.",
        "Write five fields, as cron reads them: minute, hour, day of the month, month, day of the week; \"0 8 * * mon\" is every Monday at 8:00.");

    /// <summary>A recipient nobody declared.</summary>
    public static readonly DiagnosticRule NoRecipient = new(
        "MRT4051", Error,
        "There is no recipient '{0}'.",
        "Declare it under 'recipients' in merit.yaml; {1}");

    /// <summary>A recipient without exactly one way to reach it.</summary>
    public static readonly DiagnosticRule RecipientKind = new(
        "MRT4052", Error,
        "The recipient '{0}' is reached in {1}.",
        "Give it one of 'mail' (addresses), 'folder' (a path) or 'webhook' (an address).");

    /// <summary>Mail without a server.</summary>
    public static readonly DiagnosticRule NoMailServer = new(
        "MRT4053", Error,
        "The recipient '{0}' gets mail, but merit.yaml names no server to hand it to.",
        "Add 'mail' with host, from, and user and password where the server asks for them.");

    /// <summary>A secret in the file.</summary>
    public static readonly DiagnosticRule SecretWritten = new(
        "MRT4054", Error,
        "'{0}' is a secret, and must not stand in the file.",
        "Write ${{NAME}} and put the value into the environment or into .env.");

    /// <summary>An address that is none.</summary>
    public static readonly DiagnosticRule NoAddress = new(
        "MRT4055", Error,
        "'{0}' is not an address of {1}.",
        "Write one such as {2}.");

    /// <summary>A signing secret where nothing is signed.</summary>
    public static readonly DiagnosticRule NotSigned = new(
        "MRT4056", Error,
        "Messages to '{0}' cannot be signed.",
        "Leave out 'secret'; only feishu and dingtalk know one.");

    /// <summary>A schedule nobody declared.</summary>
    public static readonly DiagnosticRule NoSchedule = new(
        "MRT4057", Error,
        "There is no schedule '{0}'.",
        "{1}");

    /// <summary>A report without anybody to send it to.</summary>
    public static readonly DiagnosticRule NobodyToSendTo = new(
        "MRT4058", Error,
        "The report '{0}' names no recipients.",
        "Say who gets it: --to NAME, or 'recipients' in its front matter or in merit.yaml.");

    /// <summary>A delivery that failed.</summary>
    public static readonly DiagnosticRule NotDelivered = new(
        "MRT4059", Error,
        "{0} did not reach '{1}', in {2}: {3}.",
        "Mend that, and send it with 'merit deliver'.");

    /// <summary>A delivery of which nothing is known.</summary>
    public static readonly DiagnosticRule PerhapsDelivered = new(
        "MRT4060", Warning,
        "Whether {0} reached '{1}' is not known: {2}.",
        "It is not sent again by itself, so that nobody gets it twice. Ask there, and send it with 'merit deliver' if it is missing.");

    /// <summary>Reports that were held back.</summary>
    public static readonly DiagnosticRule HeldBack = new(
        "MRT4061", Error,
        "{0} held back: {1}.",
        "The recipients were told. Mend the data and load them, then send it with 'merit deliver'.");

    /// <summary>Another run is at work.</summary>
    public static readonly DiagnosticRule AlreadyRunning = new(
        "MRT4062", Warning,
        "Schedules of this workspace are being run already.",
        "Nothing was started: what is due is done by that run, or by the next.");

    /// <summary>The journal cannot be read or written.</summary>
    public static readonly DiagnosticRule CannotKeep = new(
        "MRT4063", Error,
        "'{0}' cannot be kept: {1}.",
        "Nothing is sent that cannot be written down. Make room, or give this user the right to write there.");

    /// <summary>The same name for two schedules.</summary>
    public static readonly DiagnosticRule SameSchedule = new(
        "MRT4064", Error,
        "There are two schedules '{0}'.",
        "Rename the one under 'schedules', or take the 'schedule' out of the report.");

    /// <summary>An occasion whose run failed.</summary>
    public static readonly DiagnosticRule RunFailed = new(
        "MRT4065", Error,
        "The schedule '{0}' failed.",
        "Mend what is said above; 'merit schedule run {0}' runs it now.");

    /// <summary>A recipient for each member, where there are no members.</summary>
    public static readonly DiagnosticRule NotASeries = new(
        "MRT4071", Error,
        "'{0}' gets reports that are made for each member of a dimension; '{1}' is one for all.",
        "Give its template 'for_each', or send it to other recipients.");

    /// <summary>A member without an address.</summary>
    public static readonly DiagnosticRule NoAddressOf = new(
        "MRT4072", Warning,
        "'{0}' has no address for '{1}': the report '{2}' is sent to nobody.",
        "Add the address under 'each' in merit.yaml, or in the data where a column holds it.");

    /// <summary>Several addresses where one is meant.</summary>
    public static readonly DiagnosticRule SeveralAddresses = new(
        "MRT4073", Error,
        "In {0} stand {2} addresses for '{1}', and which of them is theirs is not known: the report '{3}' is sent to nobody.",
        "Mend the data so that there is one, or write the addresses under 'each' in merit.yaml.");

    /// <summary>A recipient for each member, where there is no report.</summary>
    public static readonly DiagnosticRule NotForEach = new(
        "MRT4074", Error,
        "'{0}' gets reports that are made for each member of a dimension, and nothing else.",
        "Name another recipient here.");

    /// <summary>A past delivery that cannot be sent again.</summary>
    public static readonly DiagnosticRule NotAgain = new(
        "MRT4075", Error,
        "This cannot be sent again: {0}.",
        "Send it with 'merit deliver REPORT --to NAME'.");
}
