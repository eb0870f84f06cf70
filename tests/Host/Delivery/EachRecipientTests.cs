using Merit.Host.Commands;
using Merit.Host.Delivery;
using Merit.Host.Tests.Pipeline;
using Merit.Tests;
using MimeKit;

namespace Merit.Host.Tests.Delivery;

/// <summary>Of a report made for each owner, every owner's own reaches them and nobody else.</summary>
public sealed class EachRecipientTests : SmallWorkspace, IDisposable
{
    private const string Leads = "id,day,campaign,tier,who,mail\n1,2025-03-01,a,gold,Ada,ada@example.com\n2,2025-03-02,a,gold,Li Wei,li@example.com\n3,2025-03-03,b,tin,Li Wei,li@example.com\n4,2025-03-03,b,tin,Nobody,\n";

    private readonly MailListener _server = new();

    public EachRecipientTests()
    {
        _folder.Write("leads.csv", Leads);
        _folder.Write("reports/sheet.md", "---\ntitle: Sheet of ${item}\nfor_each: { by: lead_owner, having: new_leads }\n---\n{{metrics \"new_leads\"}}\n{{table \"new_leads\" by=\"lead_owner\"}}\n");
        Recipients("owners: { each: { Ada: ada@example.com, Li Wei: [li@example.com, wei@example.com] } }");
    }

    void IDisposable.Dispose()
    {
        _server.Dispose();
        Dispose();
    }

    [Fact]
    public async Task Each_gets_their_own_and_nothing_of_others()
    {
        await Load();

        Assert.Equal(ExitCode.Fine, await Merit("deliver", "sheet", "--to", "owners"));

        Assert.Equal(["ada@example.com: Sheet of Ada", "li@example.com, wei@example.com: Sheet of Li Wei"], Mails().Select(m => $"{string.Join(", ", m.To.Mailboxes.Select(b => b.Address))}: {Subject(m).Split(" · ")[0]}").Order(StringComparer.Ordinal));
        Assert.All(Mails(), m => Assert.DoesNotContain(Subject(m).Contains("Ada", StringComparison.Ordinal) ? "Li Wei" : "Ada", $"{m.TextBody}{m.HtmlBody}{string.Join(' ', m.Attachments.Select(Text))}", StringComparison.Ordinal));
        Assert.Contains("MRT4072: 'owners' has no address for 'Nobody'", Notes, StringComparison.Ordinal);
        Assert.Contains("Delivered to 2 of 2 recipients.", Notes, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Failed, await Merit("deliver", "mine", "--to", "owners"));
        Assert.Equal(2, Mails().Count);
        Assert.Contains("MRT4071: 'owners' gets reports that are made for each member of a dimension; 'mine' is one for all.", Notes, StringComparison.Ordinal);

        // Sent again, it says what has changed of their own alone.
        _folder.Write("leads.csv", Leads + "5,2025-03-04,a,gold,Li Wei,li@example.com\n");
        await Load();

        await Merit("deliver", "sheet", "--to", "owners", "--item", "Li Wei");

        Assert.Equal(3, Mails().Count);
        var again = Mails()[^1];
        Assert.Equal("li@example.com", again.To.Mailboxes.First().Address);
        Assert.Contains("New leads was 2, is 3", again.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", again.TextBody, StringComparison.Ordinal);
        Assert.Equal(["Ada", "Li Wei", "Li Wei"], new SentReports(Path.Combine(_folder.Path, ".merit")).All().Select(s => s.Item).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_column_may_hold_the_address_and_where_it_holds_two_nobody_gets_it()
    {
        Recipients("owners: { each: leads.mail }");
        _folder.Write("leads.csv", Leads + "5,2025-03-04,a,gold,Ada,ada.office@example.com\n6,2025-03-04,a,gold,Li Wei,no address\n");
        await Load();

        Assert.Equal(ExitCode.Failed, await Merit("deliver", "sheet", "--to", "owners"));

        Assert.Equal("li@example.com", Assert.Single(Assert.Single(Mails()).To.Mailboxes).Address);
        Assert.Contains("MRT4073: In leads.mail stand 2 addresses for 'Ada'", Notes, StringComparison.Ordinal);
        Assert.Contains("MRT4072: 'owners' has no address for 'Nobody'", Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_made_for_each_is_refused_by_check()
    {
        Recipients("owners: { each: { Ada: ada@example.com } }", "schedules: { monday: { cron: \"0 8 * * mon\", reports: [mine, sheet], recipients: owners } }\nalerts: { many: { when: new_leads > 1, recipients: owners } }");
        Assert.Equal(ExitCode.Failed, await Merit("check"));
        Assert.Contains("MRT4074: 'owners' gets reports", Notes, StringComparison.Ordinal);
        Assert.Contains("'mine' is one for all", Notes, StringComparison.Ordinal);
        Assert.DoesNotContain("'sheet' is one for all", Notes, StringComparison.Ordinal);
    }

    private async Task Load() => Assert.Equal(ExitCode.Fine, await Merit("load"));

    private void Recipients(string recipients, string more = "") => _folder.Write(
        "merit.yaml",
        Yaml.Replace("columns: { lead_id: id,", "columns: { lead_id: id, owner: who, mail: { from: mail, type: text },", StringComparison.Ordinal)
        + $"\nmail: {{ host: 127.0.0.1, port: {_server.Port}, encryption: none, from: merit@example.com }}\nrecipients:\n  {recipients}\n{more}\n");

    private List<MimeMessage> Mails() => [.. _server.Taken.Select(text => MimeMessage.Load(new MemoryStream(System.Text.Encoding.Latin1.GetBytes(text))))];

    private static string Subject(MimeMessage mail) => mail.Subject ?? "";

    private static string Text(MimeEntity part) => part is MimePart { Content: { } content } ? new StreamReader(content.Open()).ReadToEnd() : "";
}
