// What became of mails. A mail counts once for each recipient, however often it was opened; what machines open and click is no reader's doing.

Metric("mails_sent", CountDistinct(email_events.mail_id).Where(email_events.kind.In("sent", "delivered", "bounced")))
    .Label("Mails sent", zh: "邮件发送数")
    .Describe("Mails handed over, one for each recipient.", zh: "已发出的邮件，每位收件人计一封。");

Metric("mails_delivered", CountDistinct(email_events.mail_id).Where(email_events.kind == "delivered"))
    .Label("Mails delivered", zh: "邮件送达数")
    .Describe("Mails that the recipients' servers took.", zh: "收件服务器已接收的邮件。");

Metric("mails_opened", CountDistinct(email_events.mail_id).Where(email_events.kind == "opened" & (!email_events.by_machine.HasValue | !email_events.by_machine)))
    .Label("Mails opened", zh: "邮件打开数")
    .Describe("Mails opened by a reader at least once; those only a machine opened are left out.", zh: "至少被读者打开一次的邮件，仅由程序自动打开的不计。");

Metric("mails_clicked", CountDistinct(email_events.mail_id).Where(email_events.kind == "clicked" & (!email_events.by_machine.HasValue | !email_events.by_machine)))
    .Label("Mails clicked", zh: "邮件点击数")
    .Describe("Mails in which a reader followed a link at least once.", zh: "读者至少点击过一次链接的邮件。");

Metric("mails_bounced", CountDistinct(email_events.mail_id).Where(email_events.kind == "bounced"))
    .Label("Mails bounced", zh: "邮件退信数")
    .Describe("Mails that did not arrive.", zh: "未能送达的邮件。").LowerIsBetter();

Metric("mails_unsubscribed", CountDistinct(email_events.mail_id).Where(email_events.kind == "unsubscribed"))
    .Label("Mails unsubscribed from", zh: "邮件退订数")
    .Describe("Mails after which the recipient wanted no more.", zh: "收件人据此退订的邮件。").LowerIsBetter();

Metric("mails_complained", CountDistinct(email_events.mail_id).Where(email_events.kind == "complained"))
    .Label("Mails called spam", zh: "被标为垃圾邮件的邮件数")
    .Describe("Mails that the recipient called spam.", zh: "被收件人标为垃圾邮件的邮件。").LowerIsBetter();

Metric("mail_open_rate", metrics.mails_opened / metrics.mails_delivered)
    .Label("Open rate of mails", zh: "邮件打开率")
    .Describe("Mails opened ÷ mails delivered.", zh: "邮件打开数 ÷ 邮件送达数。").As(Percent);

Metric("mail_click_rate", metrics.mails_clicked / metrics.mails_delivered)
    .Label("Click rate of mails", zh: "邮件点击率")
    .Describe("Mails clicked ÷ mails delivered.", zh: "邮件点击数 ÷ 邮件送达数。").As(Percent);

Metric("mail_bounce_rate", metrics.mails_bounced / metrics.mails_sent)
    .Label("Bounce rate of mails", zh: "邮件退信率")
    .Describe("Mails bounced ÷ mails sent.", zh: "邮件退信数 ÷ 邮件发送数。").As(Percent).LowerIsBetter();

Metric("mail_unsubscribe_rate", metrics.mails_unsubscribed / metrics.mails_delivered)
    .Label("Unsubscribe rate of mails", zh: "邮件退订率")
    .Describe("Mails unsubscribed from ÷ mails delivered.", zh: "邮件退订数 ÷ 邮件送达数。").As(Percent).LowerIsBetter();
