using static Merit.Diagnostics.Severity;

namespace Merit.Diagnostics.Rules;

/// <summary>Who may come in, and what they may see.</summary>
public static class AccessRules
{
    /// <summary>Nobody is signed in.</summary>
    public static readonly DiagnosticRule NotSignedIn = new(
        "MRT6031", Error,
        "Nobody is signed in.",
        "Sign in at /signin; a program sends its key as 'Authorization: Bearer KEY'.");

    /// <summary>A page for others.</summary>
    public static readonly DiagnosticRule NotAllowed = new(
        "MRT6032", Error,
        "This is for the role {0}, and you have the role {1}.",
        "Ask whoever administers Merit here for what you need.");

    /// <summary>A page that holds all rows.</summary>
    public static readonly DiagnosticRule OnlyWhole = new(
        "MRT6033", Error,
        "What is here is made of all rows, and you may see some of them only.",
        "Look at the same under Reports, from the data as they are now: there it is made of your rows.");

    /// <summary>Too many requests.</summary>
    public static readonly DiagnosticRule TooMany = new(
        "MRT6034", Error,
        "That is more than {0} in a minute.",
        "Wait for a minute.");

    /// <summary>A rule on rows that needs what is not known of a user.</summary>
    public static readonly DiagnosticRule NoAttribute = new(
        "MRT6035", Error,
        "The rule '{0}' says which rows you may see, and nobody has said what '{1}' is for you.",
        "Have it set: 'merit users set {2} --attribute {1}=VALUE'.");

    /// <summary>A rule on rows by something that does not always mean the same.</summary>
    public static readonly DiagnosticRule BadRowRule = new(
        "MRT6036", Error,
        "Rows cannot be ruled by '{0}'.",
        "Name campaign, campaign_name, type, channel, campaign_owner, lead_owner or deal_owner, a segment, a declared dimension, or a column with its table such as leads.source; no time, and no model.");

    /// <summary>A rule on rows that is no filter.</summary>
    public static readonly DiagnosticRule NoFilter = new(
        "MRT6037", Error,
        "The rule '{0}' is no filter: {1}",
        "Write a filter, such as \"campaign_owner = {{user.owner}}\" or \"channel in (email, expo)\".");

    /// <summary>Nobody of that name.</summary>
    public static readonly DiagnosticRule NoSuch = new(
        "MRT6038", Error,
        "There is no {0} '{1}'.",
        "Name one of those that 'merit {0}s list' shows: {2}");

    /// <summary>The name is taken.</summary>
    public static readonly DiagnosticRule Taken = new(
        "MRT6039", Error,
        "There is a {0} '{1}' already.",
        "Take another name, or remove it first: 'merit {0}s remove {1}'.");

    /// <summary>A password that is soon guessed.</summary>
    public static readonly DiagnosticRule WeakPassword = new(
        "MRT6040", Error,
        "The password cannot be taken: {0}.",
        "Take one of 12 characters or more, such as four words that do not belong together.");

    /// <summary>The file of users cannot be read or written.</summary>
    public static readonly DiagnosticRule Unreadable = new(
        "MRT6041", Error,
        "{0} cannot be used: {1}.",
        "Make sure that it is as 'merit users' wrote it and may be read and written here. Until then nobody is let in.");

    /// <summary>Passwords travel where others can read them.</summary>
    public static readonly DiagnosticRule Unprotected = new(
        "MRT6042", Warning,
        "Others reach {0} without encryption: passwords and figures can be read on the way.",
        "Put a server with a certificate before it, and name its address as access.address in merit.yaml, such as https://merit.example.com.");

    /// <summary>A form of another site, or an old one.</summary>
    public static readonly DiagnosticRule StaleForm = new(
        "MRT6043", Error,
        "The form is too old, or it is not one of this site.",
        "Open the page again and send the form once more.");

    /// <summary>Not the name and password of a user.</summary>
    public static readonly DiagnosticRule WrongPassword = new(
        "MRT6044", Error,
        "There is no user of this name with this password.",
        "Try again. Whoever administers Merit here can set another password: 'merit users passwd NAME'.");

    /// <summary>The provider with which users sign in is silent.</summary>
    public static readonly DiagnosticRule NoProvider = new(
        "MRT6047", Error,
        "{0}, with which users sign in, does not answer as a provider of OpenID Connect.",
        "Try again. If it stays so, see that access.openid in merit.yaml names the right address and that this machine can reach it.");

    /// <summary>A name that cannot be one.</summary>
    public static readonly DiagnosticRule BadName = new(
        "MRT6045", Error,
        "'{0}' cannot be the name of a {1}.",
        "Take letters, digits and . _ - @ +, at most 100 of them.");

    /// <summary>The record of who looked at what cannot be kept.</summary>
    public static readonly DiagnosticRule NotKept = new(
        "MRT6046", Error,
        "The record of who looks at what cannot be kept: {0}",
        "Nothing is shown until it can: see that there is room on the disk, and that .merit/audit may be written to.");
}
