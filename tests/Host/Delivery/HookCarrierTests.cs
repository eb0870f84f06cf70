using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Merit.Diagnostics;
using Merit.Host.Delivery;
using Merit.Host.Delivery.Carriers;
using Merit.Host.Plugins;
using Merit.Host.Tests.Schedules;

namespace Merit.Host.Tests.Delivery;

/// <summary>Webhooks, at a server that fails, stalls, hangs up and asks for patience.</summary>
public sealed class HookCarrierTests : IDisposable
{
    private static readonly Parcel Parcel = new()
    {
        Key = "monday@2026/团队", Schedule = "monday", Occasion = DateTimeOffset.UnixEpoch, Workspace = "Guide", Subject = "Leads & <more>",
        Reports = [new MadeReport("lead-gen", "Lead *generation*", ["All days"], [new DigestLine("", "1 campaign: grow."), new DigestLine("Cost", "¥10,000")], "# Lead generation\n", [])],
    };

    private readonly TemporaryFolder _folder = new();
    private readonly SetClock _clock = new(DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_123));

    [Theory]
    [InlineData("slack", "blocks.1.text.text", "*Lead ∗generation∗*: All days\n1 campaign: grow.\n*Cost*: ¥10,000")]
    [InlineData("slack", "text", "Leads &amp; &lt;more&gt;")]
    [InlineData("feishu", "msg_type", "interactive")]
    [InlineData("feishu", "card.elements.0.content", "**Lead ∗generation∗**: All days\n1 campaign: grow.\n**Cost**: ¥10,000")]
    [InlineData("dingtalk", "markdown.title", "Leads & <more>")]
    [InlineData("dingtalk", "msgtype", "markdown")]
    [InlineData("wecom", "markdown.content", "## Leads & ‹more›\n**Lead ∗generation∗**: All days\n1 campaign: grow.\n**Cost**: ¥10,000")]
    [InlineData("teams", "attachments.0.content.body.3.text", "**Cost**: ¥10,000")]
    [InlineData("teams", "attachments.0.contentType", "application/vnd.microsoft.card.adaptive")]
    [InlineData("json", "reports.0.markdown", "# Lead generation\n")]
    [InlineData("json", "key", "monday@2026/团队")]
    public async Task Each_gets_what_it_understands(string kind, string path, string text)
    {
        await using var server = await HookServer.StartAsync();

        Assert.Equal(DeliveryState.Delivered, (await Send(server, kind)).State);

        JsonNode? at = Assert.Single(server.Got).Body;
        foreach (var step in path.Split('.'))
        {
            at = int.TryParse(step, out var index) ? at?[index] : at?[step];
        }

        Assert.Equal(text, at?.GetValue<string>());
    }

    [Fact]
    public async Task What_is_signed_is_signed_as_the_chat_asks()
    {
        await using var server = await HookServer.StartAsync();
        await Send(server, "feishu", "verysecret-key");
        await Send(server, "dingtalk", "verysecret-key", key: "other");

        using var feishu = new HMACSHA256(Encoding.UTF8.GetBytes("1700000000\nverysecret-key"));
        using var dingtalk = new HMACSHA256(Encoding.UTF8.GetBytes("verysecret-key"));
        Assert.Equal(Convert.ToBase64String(feishu.ComputeHash([])), server.Got[0].Body["sign"]?.GetValue<string>());
        Assert.Equal("1700000000", server.Got[0].Body["timestamp"]?.GetValue<string>());
        Assert.Equal($"1700000000123|{Convert.ToBase64String(dingtalk.ComputeHash(Encoding.UTF8.GetBytes("1700000000123\nverysecret-key")))}", server.Got[1].Signed);
    }

    [Fact]
    public async Task What_asks_for_patience_or_fails_for_a_while_is_tried_again()
    {
        await using var server = await HookServer.StartAsync();
        server.Then(429, "slow down", ("Retry-After", "30")).Then(503).Then(200, "ok");

        var became = await Send(server, "slack");

        Assert.Equal((DeliveryState.Delivered, 3), (became.State, became.Attempt));
        Assert.Equal([30, 10], _clock.Waits.Select(w => w.TotalSeconds));
        Assert.Single(server.Got.Select(g => g.Key).Distinct());
    }

    [Theory]
    [InlineData("feishu", """{"code":9499,"msg":"too many request"}""", "Delivered")]
    [InlineData("feishu", """{"code":19021,"msg":"sign match fail"}""", "Failed")]
    [InlineData("wecom", """{"errcode":45009,"errmsg":"api freq out of limit"}""", "Delivered")]
    [InlineData("dingtalk", """{"errcode":310000,"errmsg":"keywords not in content"}""", "Failed")]
    [InlineData("dingtalk", "<html>", "Delivered")]
    public async Task A_refusal_inside_a_fine_answer_is_understood(string kind, string answer, string state)
    {
        await using var server = await HookServer.StartAsync();
        server.Then(200, answer);

        Assert.Equal(state, $"{(await Send(server, kind)).State}");
    }

    [Fact]
    public async Task A_chat_that_stalls_or_hangs_up_may_have_taken_it_and_gets_no_second_one()
    {
        await using var server = await HookServer.StartAsync();
        server.ThenStalls().ThenHangsUp();

        Assert.Equal(DeliveryState.Unknown, (await Send(server, "teams", seconds: 2)).State);
        Assert.Equal(DeliveryState.Unknown, (await Send(server, "teams", key: "other")).State);
        Assert.Equal(DeliveryState.Unknown, (await Send(server, "teams")).State);
        Assert.Equal(2, server.Got.Count);
    }

    [Fact]
    public async Task A_program_that_stalls_is_asked_again_under_the_same_key()
    {
        await using var server = await HookServer.StartAsync();
        server.ThenStalls().ThenHangsUp();

        Assert.Equal(DeliveryState.Delivered, (await Send(server, "json", seconds: 5)).State);
        Assert.Equal(3, server.Got.Count);
        Assert.Single(server.Got.Select(g => g.Key).Distinct());
    }

    [Theory]
    [InlineData(404)]
    [InlineData(302)]
    public async Task Where_nobody_listens_nothing_is_tried_again_and_no_secret_is_told(int status)
    {
        await using var server = await HookServer.StartAsync();
        server.Then(status, $"no {server.Address}", ("Location", "https://example.org/"));

        var became = await Send(server, "slack");

        Assert.Equal((DeliveryState.Failed, 1), (became.State, server.Got.Count));
        Assert.Contains("***", became.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("verysecret", File.ReadAllText(Path.Combine(_folder.Path, "deliveries.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_message_is_cut_where_the_chat_would_refuse_it()
    {
        var longer = Parcel with { Reports = [Parcel.Reports[0] with { Findings = [.. Enumerable.Range(0, 300).Select(i => new DigestLine("", $"第{i}个渠道的投资回报率"))] }] };

        var content = HookBody.Of("wecom", longer)["markdown"]?["content"]?.GetValue<string>() ?? "";

        Assert.InRange(Encoding.UTF8.GetByteCount(content), 3500, 4096);
        Assert.EndsWith("…", content, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<DeliveryEntry> Send(HookServer server, string kind, string? secret = null, string key = "", int seconds = 60)
    {
        var recipient = new HookRecipient(kind) { Name = "team", At = new Place("merit.yaml"), Address = server.Address.AbsoluteUri, SigningSecret = secret };
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(seconds) };
        return await new Dispatch(new DeliveryJournal(_folder.Path), _clock).SendAsync(Parcel with { Key = Parcel.Key + key }, "team", new HookCarrier(recipient, client, _clock), Secrets.Of(recipient).Hide, CancellationToken.None);
    }
}
