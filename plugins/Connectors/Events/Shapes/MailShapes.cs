using System.Text.Json;
using static Merit.Connectors.Events.Shapes.MailEvent;

namespace Merit.Connectors.Events.Shapes;

/// <summary>How senders of e-mail tell what happened, each as its documentation has it.</summary>
internal static class MailShapes
{
    /// <summary>The events in what one sender sent at a time; null where it is none of theirs.</summary>
    public static IEnumerable<MailEvent?> Read(Shape shape, JsonElement body) => shape switch
    {
        Shape.Sendgrid => [Sendgrid(body)],
        Shape.Brevo => [Brevo(body)],
        Shape.Mailchimp => Mailchimp(body),
        Shape.Mandrill => Mandrill(body),
        Shape.Postmark => [Postmark(body)],
        _ => [Mailgun(body)],
    };

    // twilio.com/docs/sendgrid/for-developers/tracking-events/event
    private static MailEvent? Sendgrid(JsonElement body) => Text(body, "event") is not { } kind ? null : new MailEvent
    {
        Kind = kind switch
        {
            "processed" => "sent", "open" => "opened", "click" => "clicked", "bounce" or "dropped" => "bounced",
            "spamreport" => "complained", "unsubscribe" or "group_unsubscribe" => "unsubscribed", _ => kind,
        },
        Id = Text(body, "sg_event_id"),
        Email = Text(body, "email"),
        OccurredAt = Seconds(Text(body, "timestamp")),
        Campaign = Text(body, "singlesend_name") ?? Text(body, "marketing_campaign_name") ?? Text(body, "category"),
        MessageId = Text(body, "sg_message_id"),
        Url = Text(body, "url"),
        Reason = Text(body, "reason") ?? Text(body, "response"),
        ByMachine = Text(body, "sg_machine_open") is "true",
    };

    // developers.brevo.com/docs/marketing-webhooks and /transactional-webhooks. The id is the webhook's own.
    private static MailEvent? Brevo(JsonElement body) => Text(body, "event") is not { } kind ? null : new MailEvent
    {
        Kind = kind switch
        {
            "request" or "sent" => "sent", "delivered" => "delivered", "opened" or "unique_opened" or "proxy_open" or "unique_proxy_open" => "opened", "click" => "clicked",
            "hard_bounce" or "soft_bounce" or "invalid_email" or "invalid" or "blocked" or "error" => "bounced", "spam" or "complaint" => "complained", "unsubscribe" or "unsubscribed" => "unsubscribed", _ => kind,
        },
        Email = Text(body, "email"),
        OccurredAt = Seconds(Text(body, "ts_event") ?? Text(body, "ts")),
        Campaign = Text(body, "campaign name") ?? Text(body, "camp_id") ?? Text(body, "tags") ?? Text(body, "tag"),
        MessageId = Text(body, "message-id"),
        Url = Text(body, "URL") ?? Text(body, "link"),
        Reason = Text(body, "reason"),
        ByMachine = kind is "proxy_open" or "unique_proxy_open",
    };

    // mailchimp.com/developer/marketing/guides/sync-audience-data-webhooks: fields of a form such as data[email]. And per recipient, what reports/{id}/email-activity gives.
    private static IEnumerable<MailEvent?> Mailchimp(JsonElement body)
    {
        if (body.ValueKind is JsonValueKind.Object && body.TryGetProperty("activity", out var activity) && activity.ValueKind is JsonValueKind.Array)
        {
            return activity.EnumerateArray().Select(a => Text(a, "action") is not { } action ? null : new MailEvent
            {
                Kind = action switch { "open" => "opened", "click" => "clicked", "bounce" => "bounced", _ => action },
                Email = Text(body, "email_address"),
                OccurredAt = Utc(Text(a, "timestamp")),
                Campaign = Text(body, "campaign_id"),
                Url = Text(a, "url"),
                Reason = Text(a, "type"),
            });
        }

        return [Text(body, "type") is not { } kind ? null : new MailEvent
        {
            Kind = kind switch { "unsubscribe" => Text(body, "data[reason]") is "abuse" ? "complained" : "unsubscribed", "cleaned" => Text(body, "data[reason]") is "abuse" ? "complained" : "bounced", "subscribe" => "subscribed", _ => kind },
            Email = Text(body, "data[email]"),
            OccurredAt = Utc(Text(body, "fired_at")),
            Campaign = Text(body, "data[campaign_id]"),
            Reason = Text(body, "data[reason]"),
        }];
    }

    // mailchimp.com/developer/transactional/docs/webhooks: a form whose field mandrill_events holds a list.
    private static IEnumerable<MailEvent?> Mandrill(JsonElement body)
    {
        if (Text(body, "mandrill_events") is { } list)
        {
            using var document = JsonDocument.Parse(list);
            return [.. document.RootElement.ValueKind is JsonValueKind.Array ? document.RootElement.EnumerateArray().Select(One).ToList() : [null]];
        }

        return [One(body)];

        static MailEvent? One(JsonElement one) => Text(one, "event") is not { } kind ? null : new MailEvent
        {
            Kind = kind switch { "send" => "sent", "open" => "opened", "click" => "clicked", "hard_bounce" or "soft_bounce" or "reject" => "bounced", "spam" => "complained", "unsub" => "unsubscribed", "deferral" => "deferred", _ => kind },
            Email = Text(one, "msg", "email"),
            OccurredAt = Seconds(Text(one, "ts")),
            Campaign = Text(one, "msg", "tags"),
            MessageId = Text(one, "msg", "_id"),
            Url = Text(one, "url"),
            Reason = Text(one, "msg", "bounce_description") ?? Text(one, "msg", "diag"),
        };
    }

    // postmarkapp.com/developer/webhooks: one event a request; the names of what it is about differ from kind to kind.
    private static MailEvent? Postmark(JsonElement body) => Text(body, "RecordType") is not { } kind ? null : new MailEvent
    {
        Kind = kind switch
        {
            "Delivery" => "delivered", "Bounce" => Text(body, "Type") is "Transient" ? "deferred" : "bounced", "Open" => "opened", "Click" => "clicked", "SpamComplaint" => "complained",
            "SubscriptionChange" => (Text(body, "SuppressSending"), Text(body, "SuppressionReason")) switch { ("true", "ManualSuppression" or null) => "unsubscribed", ("true", _) => "suppressed", _ => "subscribed" },
            _ => kind,
        },
        Id = kind is "Bounce" or "SpamComplaint" && Text(body, "ID") is { } id ? $"{kind}-{id}" : null,
        Email = Text(body, "Recipient") ?? Text(body, "Email"),
        OccurredAt = Utc(Text(body, "DeliveredAt") ?? Text(body, "BouncedAt") ?? Text(body, "ReceivedAt") ?? Text(body, "ChangedAt")),
        Campaign = Text(body, "Tag"),
        MessageId = Text(body, "MessageID"),
        Url = Text(body, "OriginalLink"),
        Reason = Text(body, "Description") ?? Text(body, "SuppressionReason"),
    };

    // documentation.mailgun.com/docs/mailgun/user-manual/webhooks/webhook-payloads: the event stands in event-data.
    private static MailEvent? Mailgun(JsonElement body)
    {
        var data = body.ValueKind is JsonValueKind.Object && body.TryGetProperty("event-data", out var inner) ? inner : body;
        return Text(data, "event") is not { } kind ? null : new MailEvent
        {
            Kind = kind switch { "accepted" => "sent", "failed" or "rejected" => "bounced", _ => kind },
            Id = Text(data, "id"),
            Email = Text(data, "recipient"),
            OccurredAt = Seconds(Text(data, "timestamp")),
            Campaign = Text(data, "campaigns", "name") ?? Text(data, "campaigns") ?? Text(data, "tags"),
            MessageId = Text(data, "message", "headers", "message-id"),
            Url = Text(data, "url"),
            Reason = Text(data, "delivery-status", "description") ?? Text(data, "delivery-status", "message") ?? Text(data, "reason"),
            ByMachine = Text(data, "client-info", "bot") is { Length: > 0 },
        };
    }
}
