using System.ComponentModel;

namespace Merit.Connectors.Events;

/// <summary>Whose events they are.</summary>
internal enum Shape
{
    Plain,
    Sendgrid,
    Brevo,
    Mailchimp,
    Mandrill,
    Mailgun,
    Postmark,
}

/// <summary>What a source of e-mail events fills.</summary>
internal enum Reading
{
    EmailEvents,
    Touchpoints,
}

/// <summary>Which events, and how they are written.</summary>
internal sealed class InboundOptions
{
    [Description("The endpoint under 'inbound' of merit.yaml whose events are read; scans for visits by short addresses.")]
    public string Endpoint { get; set; } = "";

    [Description("Instead of an endpoint: files of such events, JSON or a JSON object a line, relative to the workspace; * and ? stand for parts of a name.")]
    public IReadOnlyList<string> Path { get; set; } = [];

    [Description("Who writes them: sendgrid, brevo, mailchimp, mandrill, mailgun or postmark for events of e-mail; plain (unless given) for fields of your own, each a column of text.")]
    public Shape Shape { get; set; }

    [Description("Of plain events: the fields that are columns, also while no event has them; all that occur unless given.")]
    public IReadOnlyList<string> Fields { get; set; } = [];

    [Description("What events of e-mail fill: email-events, all of them (unless given), or touchpoints, the clicks.")]
    public Reading Reading { get; set; }
}
