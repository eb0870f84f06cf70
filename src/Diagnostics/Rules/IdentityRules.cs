using static Merit.Diagnostics.Severity;

namespace Merit.Diagnostics.Rules;

/// <summary>Which records are one person, and people who are forgotten.</summary>
public static class IdentityRules
{
    /// <summary>One key named twice.</summary>
    public static readonly DiagnosticRule KeyTwice = new(
        "MRT1320", Error,
        "'identity' names the key '{0}' twice.",
        "Name each column once; the order says which counts first.");

    /// <summary>A key or hashed column nobody fills.</summary>
    public static readonly DiagnosticRule NotFilled = new(
        "MRT1321", Warning,
        "'identity' names the column '{0}', which no source fills.",
        "Map it in the sources that know it: {1}");

    /// <summary>A country where there are no phone numbers.</summary>
    public static readonly DiagnosticRule CountryOfNoPhone = new(
        "MRT1322", Error,
        "The key '{0}' is no phone number, and has no use for 'country'.",
        "Leave it out, or say 'as: phone'.");

    /// <summary>Hashing without a secret.</summary>
    public static readonly DiagnosticRule NoSecret = new(
        "MRT1323", Error,
        "'hash' cannot keep values from being found out: {0}.",
        "Put 16 characters or more that nobody can guess into the environment or .env, and name them: secret: ${{IDENTITY_SECRET}}.");

    /// <summary>A key or hashed column that is no text.</summary>
    public static readonly DiagnosticRule NoText = new(
        "MRT1324", Error,
        "'identity' names the column '{0}', which does not hold text.",
        "Name columns of text; leave 'type' out of its mapping.");

    /// <summary>Ids of contacts that are hashed in one column and not in the other.</summary>
    public static readonly DiagnosticRule HalfHashed = new(
        "MRT1325", Error,
        "The values of '{0}' are ids of contacts, and would be hashed in one column but not in 'contact_id'.",
        "Hash contact_id too, or say 'contact: false' of the key.");

    /// <summary>The id itself as a key.</summary>
    public static readonly DiagnosticRule ContactIsNoKey = new(
        "MRT1326", Error,
        "'{0}' cannot be a key of 'identity': records with the same id are one person anyway.",
        "Leave it out. Where ids of two systems must not be taken for each other, tell them apart in the mapping: {{ sql: \"'crm:' || id\" }}.");

    /// <summary>Nobody of that id or address.</summary>
    public static readonly DiagnosticRule NoSuchPerson = new(
        "MRT1327", Error,
        "No row of the warehouse names {0}.",
        "Give a contact's id as it stands in contact_id, or --email with an address that a table holds.");

    /// <summary>An address several people have.</summary>
    public static readonly DiagnosticRule SeveralPeople = new(
        "MRT1328", Error,
        "{0} belongs to {1} people: {2}.",
        "Name one of them by id.");

    /// <summary>The list was made with another secret.</summary>
    public static readonly DiagnosticRule OtherSecret = new(
        "MRT1329", Error,
        "The people who are forgotten cannot be told: their list was made with another 'identity: secret'.",
        "Give the workspace the secret it had. Without it, they would come back.");

    /// <summary>The list is damaged.</summary>
    public static readonly DiagnosticRule ListUnreadable = new(
        "MRT1330", Error,
        "The list of people who are forgotten cannot be read: {0}.",
        "Take it from the repository or a backup. Without it, they would come back.");

    /// <summary>The list cannot be written.</summary>
    public static readonly DiagnosticRule ListUnwritable = new(
        "MRT1331", Error,
        "The list of people who are forgotten cannot be written: {0}.",
        "Make it and the workspace's folder writable; nobody was forgotten.");

    /// <summary>Something is still there.</summary>
    public static readonly DiagnosticRule NotRemoved = new(
        "MRT1332", Error,
        "A version without the person is published, but what was before it could not be removed: {0}.",
        "Make .merit writable and run 'merit load': it ends what was begun.");

    /// <summary>A file Merit wrote for people names somebody who is forgotten.</summary>
    public static readonly DiagnosticRule StillNamed = new(
        "MRT1333", Warning,
        "This file was made before and still names the person.",
        "Delete it, or make it anew with 'merit run'; what was sent is where it was sent to.");

    /// <summary>A journal of events somebody cannot be taken out of.</summary>
    public static readonly DiagnosticRule JournalHeld = new(
        "MRT1334", Error,
        "The person could not be taken out of the journals of inbound events: {0}.",
        "Make the folder 'inbound' writable, see that no other program holds its files, and run 'merit load': it ends what was begun.");
}
