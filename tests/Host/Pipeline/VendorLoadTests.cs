using System.Text;
using System.Text.Json;
using Merit.Diagnostics;
using Merit.Host.Pipeline;
using Merit.Host.Workspaces;
using Merit.Tests;

namespace Merit.Host.Tests.Pipeline;

/// <summary>A vendor's stream, from merit.yaml to a metric: with settings and secrets alone, and with a mapping that says otherwise.</summary>
public sealed class VendorLoadTests : SmallWorkspace
{
    private const string Secret = "pat-s3cret-of-acme";

    private const string Deals = """
        {"total": 2, "results": [
          {"id": "1", "properties": {"hs_object_id": "1", "amount": "1000.50", "createdate": "2025-03-01T02:00:00Z", "hs_lastmodifieddate": "2025-03-05T02:00:00Z", "closedate": "2025-03-05T02:00:00Z", "dealstage": "x", "hs_is_closed": "true", "hs_is_closed_won": "true", "hubspot_owner_id": "o 🎉", "dealtype": "newbusiness"}},
          {"id": "2", "properties": {"hs_object_id": "2", "amount": null, "createdate": "2025-03-02T02:00:00Z", "hs_lastmodifieddate": "2025-03-06T02:00:00Z", "dealstage": "y", "hs_is_closed": "false", "hubspot_owner_id": "عمر"}}]}
        """;

    [Fact]
    public async Task Settings_and_secrets_are_enough()
    {
        using var server = new OneAnswer(Deals);
        Write($"vendor: hubspot, stream: deals, address: \"{server.Address}\", secrets: {{ token: {Secret} }}");
        Assert.True(await Merit("load") == 0, Notes);
        Assert.Equal("deal_owner,deals,won\no 🎉,1,1000.5\nعمر,1,0\n", await Query());
        Assert.DoesNotContain(Secret, Notes, StringComparison.Ordinal);
        Assert.All(Directory.EnumerateFiles(Path.Combine(_folder.Path, ".merit"), "*", SearchOption.AllDirectories), f =>
            Assert.Equal(-1, File.ReadAllBytes(f).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Secret))));
    }

    [Fact]
    public async Task What_merit_yaml_says_of_a_column_counts()
    {
        using var server = new OneAnswer(Deals);
        Write($"vendor: hubspot, stream: deals, address: \"{server.Address}\", secrets: {{ token: {Secret} }}, columns: {{ owner: {{ constant: nobody }}, outcome: {{ sql: \"'won'\" }}, amount: {{ sql: \"coalesce(amount, '1')\" }} }}");
        Assert.True(await Merit("load") == 0, Notes);
        Assert.Equal("deal_owner,deals,won\nnobody,2,1001.5\n", await Query());
    }

    [Fact]
    public async Task Every_stream_of_every_vendor_fits_the_data_model_and_no_secret_is_kept()
    {
        // Nothing to read anywhere; whether the mappings' tables, columns and expressions hold is seen all the same. The server repeats whatever it is sent.
        using var server = new OneAnswer("""{"access_token": "t0ken-of-all", "accessToken": "t0ken-of-all", "expires_in": 3600, "api_domain": "ADDRESS", "instance_url": "ADDRESS", "errorCode": 0, "header": {"status": 0}, "said": SAID}""");
        var sources = Shipped(server.Address, _ => true);
        Assert.True(sources.Count > 35, $"There are only {sources.Count} streams.");
        WriteAll(sources);
        Assert.True(await Merit("load") == 0, Notes);
        NoSecret();
    }

    [Fact]
    public async Task What_every_vendor_says_of_an_error_is_told_without_the_secrets_in_it()
    {
        using var server = new OneAnswer(
            """{"access_token": "t0ken-of-all", "accessToken": "t0ken-of-all", "expires_in": 3600, "api_domain": "ADDRESS", "instance_url": "ADDRESS", "errorCode": 0, "header": {"status": 0}}""",
            """{"message": SAID, "message_cn": SAID, "errorMessage": SAID, "errorCode": 1, "code": 1, "header": {"status": 2, "desc": SAID, "failures": [{"message": SAID}]}, "error": {"message": SAID, "code": 100}, "0": {"message": SAID}}""");
        HashSet<string> vendors = new(StringComparer.Ordinal);
        WriteAll(Shipped(server.Address, vendors.Add));
        Assert.Equal(1, await Merit("load"));
        Assert.All(vendors, v => Assert.Contains($"The source '{v}_", Notes, StringComparison.Ordinal));
        Assert.Contains("***", Notes, StringComparison.Ordinal);
        NoSecret();
    }

    [Theory]
    [InlineData("vendor: hubspt, stream: deals", "There is no vendor 'hubspt'", "hubspot")]
    [InlineData("vendor: hubspot, stream: deal", "hubspot has no stream 'deal'", "deals")]
    [InlineData("vendor: hubspot, stream: deals", "'token' is missing", "secrets: { token")]
    [InlineData("vendor: hubspot, stream: deals, settings: { curency: USD }, secrets: { token: abcd }", "Nothing asks for 'curency'", "currency")]
    [InlineData("vendor: zoho, stream: deals, settings: { accounts: zoho.eu }, secrets: { client_id: a, client_secret: b, refresh_token: c }", "'accounts' is not written as it should be", "accounts.zoho.eu")]
    [InlineData("stream: deals", "Neither 'vendor' nor 'describe'", "hubspot")]
    [InlineData("vendor: hubspot, describe: x.yaml, stream: deals", "both say what to ask", "Give one of them")]
    [InlineData("describe: none.yaml, stream: deals", "There is no file none.yaml", "relative to the workspace")]
    [InlineData("describe: own.yaml, stream: deals", "makes 'amount' of 'cost', which is no field", "docs/sources.md")]
    public void What_an_author_gets_wrong_is_told_at_its_place_without_asking(string source, string message, string next)
    {
        _folder.Write("own.yaml", "streams: { deals: { path: /d, into: opportunities, columns: { opportunity_id: id, amount: cost }, fields: { id: {} } } }");
        Write(source);
        var told = Assert.Single(Findings());
        Assert.StartsWith("merit.yaml(5,", told, StringComparison.Ordinal);
        Assert.Contains("error MRT1230: The source 'crm' is set up wrongly: ", told, StringComparison.Ordinal);
        Assert.Contains(message, told, StringComparison.Ordinal);
        Assert.Contains(next, told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_description_that_names_no_table_leaves_it_to_merit_yaml()
    {
        _folder.Write("own.yaml", "streams: { deals: { path: /d, fields: { id: {} } } }");
        Write("describe: own.yaml, stream: deals");
        Assert.Contains("MRT1005: The key 'into'", Assert.Single(Findings()), StringComparison.Ordinal);
    }

    private IReadOnlyList<string> Findings()
    {
        var (catalog, _) = new Stages(AppContext.BaseDirectory, TimeProvider.System).Plugins(_folder.Path);
        return [.. Assert.Throws<MeritException>(() => WorkspaceLoader.Load(_folder.Path, catalog, new Dictionary<string, string>())).Diagnostics.Select(d => d.ToString())];
    }

    // Streams of all vendors as sources; whether one more of a vendor is wanted is asked each time.
    private static List<string> Shipped(string address, Func<string, bool> wants) => [.. Directory.EnumerateFiles(Repository.PathTo("plugins", "Connectors", "Http", "Vendors"), "*.yaml").Order(StringComparer.Ordinal)
        .SelectMany(f => Sources(f, address).Where(_ => wants(Path.GetFileNameWithoutExtension(f))))];

    private void WriteAll(List<string> sources)
    {
        _folder.Write("merit.yaml", $"name: Vendors\ncurrency: USD\ntimezone: UTC\nsources:\n{string.Concat(sources)}");
        _folder.Write("metrics/own.csx", "");
        _folder.Write("reports/mine.md", "---\ntitle: Mine\n---\n{{metrics \"cost\"}}\n");
    }

    // Neither in what is told nor in anything that is kept.
    private void NoSecret()
    {
        foreach (var secret in new[] { "s3cret-of-", "t0ken-of-all" })
        {
            Assert.DoesNotContain(secret, Notes + _data, StringComparison.Ordinal);
            Assert.All(Directory.EnumerateFiles(Path.Combine(_folder.Path, ".merit"), "*", SearchOption.AllDirectories), f => Assert.Equal(-1, File.ReadAllBytes(f).AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret))));
        }
    }

    // Each stream as a source, with every setting that must be given.
    private static IEnumerable<string> Sources(string file, string address)
    {
        var lines = File.ReadAllLines(file);
        var vendor = Path.GetFileNameWithoutExtension(file);
        string Given(string section, Func<string, string> value) => string.Join(", ", lines.SkipWhile(l => l != $"{section}:").Skip(1).TakeWhile(l => l.StartsWith("  ", StringComparison.Ordinal)).Select(l => l.Trim().Split(':')[0]).Select(k => $"{k}: {value(k)}"));
        string Value(string key) => key switch { "since" => "2025-06-01", "customer" => "\"1234567890\"", "manager" => "\"\"", "account" or "advertiser" or "user" => "\"12\"", "domain" or "accounts" or "cloud" => $"\"{address}\"", "version" or "currency" or "conversion" or "report" => "\"\"", "contacts" => "influencedContacts", _ => "something" };
        var own = lines.First(l => l.StartsWith("address:", StringComparison.Ordinal)).Contains("{{", StringComparison.Ordinal) ? "" : $", address: \"{address}\"";
        return lines.SkipWhile(l => l != "streams:").Where(l => l.Length > 3 && l[..2] == "  " && char.IsLetter(l[2])).Select(l => l.Trim().TrimEnd(':'))
            .Select(stream => $"  {vendor}_{stream}: {{ connector: http, vendor: {vendor}, stream: {stream}{own}, settings: {{ {Given("settings", Value)} }}, secrets: {{ {Given("secrets", k => $"s3cret-of-{vendor}-{k}")} }} }}\n");
    }

    private void Write(string source)
    {
        _folder.Write("merit.yaml", $"name: Vendor\ncurrency: USD\ntimezone: UTC\nsources:\n  crm: {{ connector: http, {source} }}\n");
        _folder.Write("metrics/own.csx", "Metric(\"deals\", Count(opportunities));\nMetric(\"won\", Sum(opportunities.amount).Where(opportunities.outcome == \"won\")).As(Money);\n");
    }

    private async Task<string> Query()
    {
        Assert.True(await Merit("query", "--metrics", "deals,won", "--by", "deal_owner", "--period", "2025", "--format", "csv", "--quiet") == 0, Notes);
        return _data.ToString();
    }

    /// <summary>A server with one answer to everything, and perhaps another one to all that is no question for a token.</summary>
    private sealed class OneAnswer : IDisposable
    {
        private readonly LoopbackServer _server;

        public OneAnswer(string answer, string? refusal = null) => _server = new LoopbackServer(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var said = $"{context.Request.Path}{context.Request.QueryString} {string.Join(' ', context.Request.Headers.Select(h => $"{h.Key}: {h.Value}"))} {await reader.ReadToEndAsync(context.RequestAborted)}";
            var isRefused = refusal is not null && context.Request.Path.Value?.Contains("oken", StringComparison.Ordinal) is false;
            var text = (isRefused ? refusal : answer)?.Replace("ADDRESS", $"http://{context.Request.Host}", StringComparison.Ordinal).Replace("SAID", JsonSerializer.Serialize(said), StringComparison.Ordinal) ?? "";
            await LoopbackServer.AnswerAsync(context, Encoding.UTF8.GetBytes(text), isRefused ? 400 : 200);
        });

        public string Address => _server.Address;

        public void Dispose() => _server.Dispose();
    }
}
