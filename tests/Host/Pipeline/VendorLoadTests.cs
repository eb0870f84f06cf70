using System.Net;
using System.Text;
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
    public async Task Every_stream_of_every_vendor_fits_the_data_model()
    {
        // Nothing to read anywhere; whether the mappings' tables, columns and expressions hold is seen all the same.
        using var server = new OneAnswer("""{"access_token": "t0ken-of-all", "accessToken": "t0ken-of-all", "expires_in": 3600, "api_domain": "ADDRESS", "instance_url": "ADDRESS", "errorCode": 0, "header": {"status": 0}}""");
        var sources = Directory.EnumerateFiles(Repository.PathTo("plugins", "Connectors", "Http", "Vendors"), "*.yaml").Order(StringComparer.Ordinal).SelectMany(f => Sources(f, server.Address)).ToList();
        Assert.True(sources.Count > 35, $"There are only {sources.Count} streams.");
        _folder.Write("merit.yaml", $"name: Vendors\ncurrency: USD\ntimezone: UTC\nsources:\n{string.Concat(sources)}");
        _folder.Write("metrics/own.csx", "");
        _folder.Write("reports/mine.md", "---\ntitle: Mine\n---\n{{metrics \"cost\"}}\n");
        Assert.True(await Merit("load") == 0, Notes);
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

    // Each stream as a source, with every setting that must be given.
    private static IEnumerable<string> Sources(string file, string address)
    {
        var lines = File.ReadAllLines(file);
        var vendor = Path.GetFileNameWithoutExtension(file);
        string Given(string section) => string.Join(", ", lines.SkipWhile(l => l != $"{section}:").Skip(1).TakeWhile(l => l.StartsWith("  ", StringComparison.Ordinal)).Select(l => l.Trim().Split(':')[0]).Select(k => $"{k}: {Value(k)}"));
        string Value(string key) => key switch { "since" => "2025-06-01", "customer" => "\"1234567890\"", "manager" => "\"\"", "account" or "advertiser" or "user" => "\"12\"", "domain" or "accounts" or "cloud" => $"\"{address}\"", "version" or "currency" or "conversion" or "report" => "\"\"", "contacts" => "influencedContacts", _ => "something" };
        var own = lines.First(l => l.StartsWith("address:", StringComparison.Ordinal)).Contains("{{", StringComparison.Ordinal) ? "" : $", address: \"{address}\"";
        return lines.SkipWhile(l => l != "streams:").Where(l => l.Length > 3 && l[..2] == "  " && char.IsLetter(l[2])).Select(l => l.Trim().TrimEnd(':'))
            .Select(stream => $"  {vendor}_{stream}: {{ connector: http, vendor: {vendor}, stream: {stream}{own}, settings: {{ {Given("settings")} }}, secrets: {{ {Given("secrets")} }} }}\n");
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

    /// <summary>A server with one answer to everything.</summary>
    private sealed class OneAnswer : IDisposable
    {
        private readonly HttpListener _listener;

        public OneAnswer(string answer)
        {
            (_listener, Address) = LoopbackListener.Start();
            _ = Task.Run(() => ServeAsync(Encoding.UTF8.GetBytes(answer.Replace("ADDRESS", Address, StringComparison.Ordinal))));
        }

        public string Address { get; }

        public void Dispose() => _listener.Close();

        private async Task ServeAsync(byte[] answer)
        {
            while (_listener.IsListening)
            {
                try
                {
                    var context = await _listener.GetContextAsync();
                    context.Response.ContentLength64 = answer.Length;
                    context.Response.Close(answer, willBlock: true);
                }
                catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
            }
        }
    }
}
