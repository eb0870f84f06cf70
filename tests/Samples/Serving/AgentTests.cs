using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Merit.Samples.Tests.Running;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Merit.Samples.Tests.Serving;

/// <summary>Assistants ask by the Model Context Protocol, over a process's own input and output and over HTTP, and are told the figures of <c>merit query</c>.</summary>
public sealed class AgentTests(AgentTests.TwoWays ways) : IClassFixture<AgentTests.TwoWays>
{
    public static TheoryData<bool> Ways { get; } = [true, false];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_assistant_is_told_what_it_can_ask(bool overHttp)
    {
        var tools = await (await ways.ClientAsync(overHttp)).ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["describe_metric", "explain", "list_metrics", "query"], tools.Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, t => Assert.True(t.ProtocolTool.Annotations is { ReadOnlyHint: true }));
        Assert.DoesNotContain("sql", string.Concat(tools.Select(t => t.JsonSchema.GetRawText())), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("list_metrics", (await ways.ClientAsync(overHttp)).ServerInstructions, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cost,cpl,attributed_revenue", "channel", "channel in (email, expo)", "previous", "-cost")]
    [InlineData("new_leads,mqls,roi", "campaign_name,month", "type = lead-gen", "none", "")]
    [InlineData("cac,customers", "", "", "year-ago", "")]
    public async Task It_is_told_the_figures_of_merit_query(string metrics, string by, string where, string compare, string sort)
    {
        List<string> command = ["query", "--metrics", metrics, "--period", "2025-Q2", "--total", "--format", "json"];
        command.AddRange(by.Length == 0 ? [] : ["--by", by]);
        command.AddRange(where.Length == 0 ? [] : ["--where", where]);
        command.AddRange(compare is "none" ? [] : ["--compare", compare]);
        command.AddRange(sort.Length == 0 ? [] : ["--sort", sort]);
        var expected = JsonNode.Parse(MeritHere.Run(ways.Folder, command).Fine().Output)?.AsArray() ?? [];
        var total = expected[^1]?.AsObject() ?? [];
        Assert.True(total.Remove("total"));
        foreach (var overHttp in new[] { true, false })
        {
            var (isError, told) = await AskAsync(overHttp, "query", new()
            {
                ["metrics"] = metrics.Split(','), ["by"] = by.Split(',', StringSplitOptions.RemoveEmptyEntries), ["period"] = "2025-Q2", ["where"] = where.Length == 0 ? Array.Empty<string>() : [where],
                ["compare"] = compare, ["total"] = true, ["sort"] = sort.Length == 0 ? null : new[] { sort },
            });
            var rows = told["rows"]?.AsArray() ?? [];

            Assert.False(isError, told.ToJsonString());
            Assert.Equal(expected.Count - 1, rows.Count);
            Assert.All(rows.Zip(expected), pair => Assert.True(JsonNode.DeepEquals(pair.First, pair.Second), $"{pair.First} {pair.Second}"));
            Assert.True(JsonNode.DeepEquals(told["total"], total), told.ToJsonString());
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Metrics_are_found_and_described(bool overHttp)
    {
        var (_, found) = await AskAsync(overHttp, "list_metrics", new() { ["search"] = "获客" });
        var (_, all) = await AskAsync(overHttp, "list_metrics", []);
        var (_, cpl) = await AskAsync(overHttp, "describe_metric", new() { ["metric"] = "cpl" });

        var ids = found["metrics"]?.AsArray().Select(m => m?["id"]?.GetValue<string>()).ToList() ?? [];
        Assert.Contains("cac", ids);
        Assert.True(ids.Count < (all["metrics"]?.AsArray().Count ?? 0));
        Assert.Equal("cost ÷ new_leads", cpl["formula"]?.GetValue<string>());
        Assert.True(cpl["lower_is_better"]?.GetValue<bool>());
    }

    [Fact]
    public async Task A_figure_is_explained_with_its_value_lineage_and_statement()
    {
        var (_, told) = await AskAsync(true, "explain", new() { ["metric"] = "cpl", ["period"] = "2025", ["where"] = new[] { "channel = expo" }, ["rows"] = 2 });
        var (_, again) = await AskAsync(false, "explain", new() { ["metric"] = "cpl", ["period"] = "2025", ["where"] = new[] { "channel = expo" }, ["rows"] = 2 });
        var expected = JsonNode.Parse(MeritHere.Run(ways.Folder, "explain", "cpl", "--period", "2025", "--where", "channel = expo", "--rows", "2", "--format", "json").Fine().Output);

        foreach (var part in new[] { "values", "lineage", "sql", "parameters", "rows", "facts" })
        {
            Assert.True(JsonNode.DeepEquals(expected?[part], told[part]), part);
            Assert.True(JsonNode.DeepEquals(expected?[part], again[part]), part);
        }

        Assert.All(told["rows"]?.AsArray() ?? [], r => Assert.Equal(2, r?["shown"]?.AsArray().Count));
        var (_, brief) = await AskAsync(true, "explain", new() { ["metric"] = "cpl" });
        Assert.All(brief["rows"]?.AsArray() ?? [], r => Assert.Empty(r?["shown"]?.AsArray() ?? []));
    }

    [Theory]
    [InlineData("query", "metrics", "csot", "MRT2203")]
    [InlineData("query", "metrics", "", "MRT5001")]
    [InlineData("query", "sql", "SELECT 1", "MRT5001")]
    [InlineData("explain", "metric", "csot", "MRT2203")]
    [InlineData("describe_metric", "metric", "csot", "MRT2203")]
    [InlineData("list_metrics", "limit", "3", "MRT5001")]
    public async Task What_is_wrong_is_told_with_its_code_so_that_it_can_be_put_right(string tool, string parameter, string value, string code)
    {
        foreach (var overHttp in new[] { true, false })
        {
            var (isError, told) = await AskAsync(overHttp, tool, new() { [parameter] = value });

            Assert.True(isError);
            Assert.Equal(code, told["code"]?.GetValue<string>());
            Assert.NotEqual("", told["detail"]?.GetValue<string>());
        }
    }

    [Fact]
    public async Task A_filter_that_is_no_filter_is_told()
    {
        var (isError, told) = await AskAsync(true, "query", new() { ["metrics"] = new[] { "cost" }, ["where"] = new[] { "1=1; DROP TABLE spend" } });

        Assert.True(isError);
        Assert.StartsWith("MRT22", told["code"]?.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "application/json", "https://stranger.example", HttpStatusCode.Forbidden)]
    [InlineData("POST", "text/plain", null, HttpStatusCode.BadRequest)]
    [InlineData("GET", null, null, HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", null, null, HttpStatusCode.MethodNotAllowed)]
    public async Task Only_programs_and_pages_of_this_site_may_send(string method, string? type, string? origin, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "mcp");
        request.Headers.TryAddWithoutValidation("Origin", origin);
        request.Content = type is null ? null : new StringContent("""{"jsonrpc":"2.0","id":1,"method":"tools/list"}""", Encoding.UTF8, type);

        using var answer = await ways.Site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"jsonrpc\":\"2.0\"")]
    [InlineData("{\"hello\":1}")]
    public async Task What_is_no_message_is_told(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await ways.Site.Client.PostAsync(new Uri("mcp", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("MRT5001", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<(bool IsError, JsonNode Told)> AskAsync(bool overHttp, string tool, Dictionary<string, object?> arguments)
    {
        var result = await (await ways.ClientAsync(overHttp)).CallToolAsync(tool, arguments, cancellationToken: TestContext.Current.CancellationToken);
        var text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        return (result.IsError is true, JsonNode.Parse(text) ?? throw new InvalidOperationException(text));
    }

    /// <summary>One workspace, asked over HTTP and by a process.</summary>
    public sealed class TwoWays : IAsyncDisposable
    {
        private readonly TemporaryWorkspace _workspace = LoadedOnce.Copy("guide", () => TemporaryWorkspace.Of("guide"));
        private readonly Lazy<Task<McpClient>> _process;
        private readonly Lazy<Task<McpClient>> _http;

        // A client takes a server that starts slowly on a busy machine for an old one.
        private static McpClientOptions Patient => new() { DiscoverProbeTimeout = TimeSpan.FromMinutes(2), InitializationTimeout = TimeSpan.FromMinutes(2) };

        public TwoWays()
        {
            Site = ServedSite.Of(_workspace);
            _process = new(() => McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
            {
                Name = "merit", Command = "dotnet", Arguments = [Path.Combine(AppContext.BaseDirectory, "merit.dll"), "mcp", "--project", Folder],
            }), Patient));
            _http = new(() => McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(Site.Client.BaseAddress ?? throw new InvalidOperationException(), "mcp"), TransportMode = HttpTransportMode.StreamableHttp }), Patient));
        }

        internal ServedSite Site { get; }

        internal string Folder => _workspace.Folder;

        internal Task<McpClient> ClientAsync(bool overHttp) => (overHttp ? _http : _process).Value;

        public async ValueTask DisposeAsync()
        {
            foreach (var client in new[] { _process, _http }.Where(c => c.IsValueCreated))
            {
                await (await client.Value).DisposeAsync();
            }

            Site.Dispose();
            _workspace.Dispose();
        }
    }
}
