using static Merit.Diagnostics.Severity;

namespace Merit.Diagnostics.Rules;

/// <summary>What can be wrong with tagged links.</summary>
public static class LinkRules
{
    /// <summary>A campaign that is not loaded.</summary>
    public static readonly DiagnosticRule UnknownCampaign = new(
        "MRT1240", Error,
        "'{0}' is no campaign of this workspace.",
        "{1}");

    /// <summary>Nothing to look the campaign up in.</summary>
    public static readonly DiagnosticRule CampaignsNotLoaded = new(
        "MRT1241", Warning,
        "Whether '{0}' is a campaign cannot be told: no campaigns are loaded.",
        "Give the campaign this utm_campaign where it comes from, and run 'merit load'.");

    /// <summary>An address that leads nowhere.</summary>
    public static readonly DiagnosticRule NoPage = new(
        "MRT1242", Error,
        "'{0}' is not the address of a page.",
        "Write it in full, such as https://www.example.com/offer.");

    /// <summary>An address with tags of its own.</summary>
    public static readonly DiagnosticRule TaggedAlready = new(
        "MRT1243", Error,
        "The address {0} carries {1} already, and a link with two of them is read differently by every tool.",
        "Leave it out of the address: it is added.");

    /// <summary>A value that would count as one of its own.</summary>
    public static readonly DiagnosticRule Spelling = new(
        "MRT1244", Error,
        "{0} is '{1}': with capitals or blanks it counts as another value than the same without.",
        "Write '{2}'.");

    /// <summary>A link no rule knows.</summary>
    public static readonly DiagnosticRule NoChannel = new(
        "MRT1245", Warning,
        "No channel rule knows the source '{0}' with the medium '{1}': touches by this link would be '{2}'.",
        "Use a medium that says what it is (cpc, social, email, display, referral, affiliate, sms, …), give the campaign a channel, or add a rule under 'channels.custom' in merit.yaml.");

    /// <summary>A link whose touches belong to no campaign.</summary>
    public static readonly DiagnosticRule NotGiven = new(
        "MRT1246", Warning,
        "Touches by this link would be given to no campaign: {0}.",
        "{1}");

    /// <summary>A value a link needs.</summary>
    public static readonly DiagnosticRule Missing = new(
        "MRT1247", Error,
        "The link has no {0}.",
        "{1}");

    /// <summary>Short addresses that begin nowhere.</summary>
    public static readonly DiagnosticRule NoShortAddress = new(
        "MRT1249", Error,
        "merit.yaml does not say under which address others reach its short addresses.",
        "Name it: inbound: {{ address: https://go.example.com }}.");

    /// <summary>A link that is too long for a code.</summary>
    public static readonly DiagnosticRule TooLongForCode = new(
        "MRT1248", Error,
        "The link is too long for a QR code: {0} characters.",
        "Shorten the address, or declare the link under 'inbound.links' in merit.yaml: its code then holds a short address that leads there.");
}
