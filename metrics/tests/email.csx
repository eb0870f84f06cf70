Test("what became of mails", t => t
    .Given(
        email_events.Row(occurred_at: "2025-01-02", kind: "sent", mail_id: "a"), email_events.Row(occurred_at: "2025-01-02", kind: "delivered", mail_id: "a"), email_events.Row(occurred_at: "2025-01-02", kind: "delivered", mail_id: "b"),
        email_events.Row(occurred_at: "2025-01-02", kind: "bounced", mail_id: "c"), email_events.Row(occurred_at: "2025-01-02", kind: "delivered", mail_id: "d"), email_events.Row(occurred_at: "2025-01-02", kind: "delivered", mail_id: "e"))
    .Given(
        email_events.Row(occurred_at: "2025-01-03", kind: "opened", mail_id: "a"), email_events.Row(occurred_at: "2025-01-03", kind: "opened", mail_id: "a", by_machine: false), email_events.Row(occurred_at: "2025-01-03", kind: "opened", mail_id: "b", by_machine: true),
        email_events.Row(occurred_at: "2025-01-03", kind: "clicked", mail_id: "a"), email_events.Row(occurred_at: "2025-01-03", kind: "unsubscribed", mail_id: "d"), email_events.Row(occurred_at: "2025-01-03", kind: "complained", mail_id: "e"))
    .Expect(metrics.mails_sent, 5).Expect(metrics.mails_delivered, 4).Expect(metrics.mails_opened, 1).Expect(metrics.mails_clicked, 1).Expect(metrics.mails_bounced, 1).Expect(metrics.mails_unsubscribed, 1).Expect(metrics.mails_complained, 1)
    .Expect(metrics.mail_open_rate, 0.25).Expect(metrics.mail_click_rate, 0.25).Expect(metrics.mail_bounce_rate, 0.2).Expect(metrics.mail_unsubscribe_rate, 0.25));
