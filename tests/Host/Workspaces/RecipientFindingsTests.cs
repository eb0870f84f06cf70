using Merit.Host.Delivery;

namespace Merit.Host.Tests.Workspaces;

public sealed class RecipientFindingsTests
{
    [Theory]
    [InlineData("recipients: { a: { folder: x, mail: a@example.com } }", "MRT4052", "2 ways")]
    [InlineData("recipients: { a: { as: slack } }", "MRT4052", "no way")]
    [InlineData("recipients: { a: { mail: lead } }", "MRT4055", "'lead'")]
    [InlineData("recipients: { a: { webhook: \"${HOOK}\", as: slack, secret: \"${KEY}\" } }", "MRT4056", "slack")]
    [InlineData("recipients: { a: { webhook: https://example.com/verysecret } }", "MRT4054", "webhook")]
    [InlineData("recipients: { a: { webhook: \"${KEY}\" } }", "MRT4055", "${KEY}")]
    [InlineData("recipients: { a: { webhook: \"${HOOK}\", as: slcak } }", "MRT10", "slack")]
    [InlineData("mail: { host: h, from: me@example.com, password: verysecret }", "MRT4054", "password")]
    [InlineData("mail: { host: h, from: me }", "MRT4055", "Merit <merit@example.com>")]
    [InlineData("schedules: { a: { cron: \"0 8 * *\" } }", "MRT4050", "has 4 fields")]
    [InlineData("schedules: { a: { reports: [x] } }", "MRT10", "cron")]
    [InlineData("reports: [ { template: overview, schedule: \"0 25 * * *\" } ]", "MRT4050", "0 25 * * *")]
    public void What_is_wrong_is_told_without_secrets(string yaml, string code, string said)
    {
        var findings = Loading.Findings(Loading.Head + yaml, null, ("HOOK", "https://example.com/verysecret"), ("KEY", "verysecret"));

        Assert.Contains(findings, f => f.Contains(code, StringComparison.Ordinal) && f.Contains(said, StringComparison.Ordinal));
        Assert.DoesNotContain(findings, f => f.Contains("verysecret", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_right_is_read()
    {
        var workspace = Loading.Load(
            Loading.Head + """
            recipients:
              leads: { mail: [a@example.com, B <b@example.com>] }
              archive: { folder: sent }
              team: { webhook: "${HOOK}", as: feishu, secret: "${KEY}" }
            mail: { host: smtp.example.com, encryption: tls, user: me, password: "${KEY}", from: Merit <merit@example.com> }
            schedules:
              monday: { cron: "0 8 * * mon", timezone: Europe/Berlin, load: false, max_age: 2d, reports: [overview], recipients: [leads, team] }
            reports:
              - { template: lead-gen, schedule: "0 9 1 * *", recipients: archive }
            """,
            environment: [("HOOK", "https://example.com/verysecret"), ("KEY", "verysecret")]);

        Assert.Equal(["mail", "folder", "feishu"], workspace.Recipients.Select(r => r.Kind));
        Assert.Equal((465, MailEncryption.Tls), (workspace.Mail?.Port, workspace.Mail?.Encryption));
        var monday = Assert.Single(workspace.Schedules);
        Assert.Equal(("Europe/Berlin", false, TimeSpan.FromDays(2)), (monday.Timing.Zone?.Id, monday.Timing.Loads, monday.Timing.MaxAge));
        Assert.Equal(("0 9 1 * *", true), (workspace.Reports[0].Timing?.Cron, workspace.Reports[0].Timing?.Loads));
    }
}
