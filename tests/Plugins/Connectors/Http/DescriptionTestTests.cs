using System.Text.RegularExpressions;
using Merit.Connectors.Http;
using Merit.Plugins.Connectors;
using Merit.Tests;

namespace Merit.Plugins.Tests.Connectors.Http;

/// <summary>Tests that descriptions bring along: a right one passes, and each mistake is found where it is.</summary>
public sealed partial class DescriptionTestTests : IDisposable
{
    private const string Api = """
        address: https://api.invalid
        authentication: { kind: client-credentials, token_address: "https://api.invalid/token", token_request: { client_id: a } }
        rate: { requests: 1, seconds: 3600 }
        retry: { attempts: 3, seconds: 3600 }
        streams:
          deals:
            path: "/{{settings.account}}/deals"
            query: { page: "{{page}}" }
            records: items
            paging: { kind: page, size: 2 }
            key: [id]
            fields: { id: {}, amount: { path: cents, type: decimal, divide: 100 }, at: { type: timestamp }, name: {} }
          days:
            path: /days
            query: { from: "{{from}}", to: "{{to}}" }
            key: [day]
            dates: { first: 2025-01-01, days: 31, restated: 0, column: day, format: yyyy-MM-dd }
            fields: { day: { type: date } }
        tests:
        """;

    private const string Sound = """
          - name: two pages
            stream: deals
            settings: { account: x1 }
            answers:
              - { to: /token, body: '{"access_token": "t"}' }
              - { to: /x1/deals?page=1, body: '{"items": [{"id": 1, "cents": 1250, "at": "2025-03-01T10:00:00Z", "name": "早"}, {"id": 2, "cents": null}]}' }
              - { status: 503 }
              - { to: page=2, body: '{"items": [{"id": 3, "cents": "5"}]}' }
            rows:
              - { id: 1, amount: 12.5, at: 2025-03-01 10:00, name: 早 }
              - { id: 2, amount: }
              - { id: 3, amount: 0.05, name: ~ }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("merit-described").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_right_one_passes_without_waiting_or_asking_anybody()
    {
        var test = Assert.Single(await Run(Sound));

        Assert.Equal(("two pages", "acme.yaml", 20), (test.Name, test.File, test.Line));
        Assert.Empty(test.Differences);

        // A token of before is no answer to this one's request for it.
        Assert.Empty(Assert.Single(await Run(Sound)).Differences);
    }

    [Theory]
    [InlineData("amount: 12.5,", "amount: 1250,", "amount of row 1: 12.5, not 1250")]
    [InlineData("id: 2, amount: }", "id: 2, amount: 0 }", "amount of row 2: nothing, not 0")]
    [InlineData("name: 早 }", "nmae: 早 }", "nmae of row 1: no field of that name; there are id, amount, at, name, not 早")]
    [InlineData("10:00, name", "10:01, name", "at of row 1: 2025-03-01T10:00:00, not 2025-03-01 10:01")]
    [InlineData("      - { id: 2, amount: }\n", "", "rows: 3, not 2; id of row 2: 2, not 3; amount of row 2: nothing, not 0.05")]
    [InlineData("to: page=2", "to: page=3", "request 4: https://api.invalid/x1/deals?page=2, not an address with page=3")]
    [InlineData("      - { to: page=2, body: '{\"items\": [{\"id\": 3, \"cents\": \"5\"}]}' }\n", "", "request 4: GET https://api.invalid/x1/deals?page=2, not none; the read: deals, page 2: the API answers with status 404., not rows")]
    [InlineData("\"cents\": \"5\"", "\"cents\": \"five\"", "amount of row 3: five, which is no value of its type, not 0.05")]
    [InlineData("[{\"id\": 3", "[{\"id\": 2}, {\"id\": 3", "request 5: GET https://api.invalid/x1/deals?page=3, not none; the read: deals, page 3: the API answers with status 404., not rows")]
    public async Task What_is_not_as_expected_is_told(string right, string wrong, string told)
    {
        Assert.Contains(right, Sound, StringComparison.Ordinal);

        var test = Assert.Single(await Run(Sound.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Equal(told, string.Join("; ", test.Differences.Select(d => $"{d.What}: {d.Found}, not {d.Expected}")));
    }

    [Theory]
    [InlineData("stream: deals", "stream: deels", "acme.yaml: the test 'two pages' is of 'deels', which is no stream.")]
    [InlineData("name: two pages", "name: ''", "acme.yaml has a test without a name.")]
    [InlineData("stream: deals", "stream: deals\n    today: yesterday", "The test 'two pages' is of 'yesterday', which is no day.")]
    public async Task One_that_cannot_be_run_is_refused(string right, string wrong, string told) =>
        Assert.Equal(told, (await Assert.ThrowsAsync<ConnectorException>(() => Run(Sound.Replace(right, wrong, StringComparison.Ordinal)))).Message);

    [Fact]
    public async Task The_day_it_is_can_be_set()
    {
        var days = """
              - name: to today
                stream: days
                today: 2025-02-03
                answers:
                  - { to: token, body: '{"access_token": "t"}' }
                  - { to: "from=2025-01-01&to=2025-01-31", body: '[{"day": "2025-01-30"}]' }
                  - { to: "from=2025-02-01&to=2025-02-03", body: '[{"day": "2025-02-03"}]' }
                rows: [{ day: 2025-01-30 }, { day: 2025-02-03 }]
            """;

        Assert.Empty(Assert.Single(await Run(days, "days")).Differences);
    }

    [Fact]
    public async Task The_one_of_the_documentation_passes()
    {
        var page = File.ReadAllText(Repository.PathTo("docs", "sources.md"));
        var described = Described().Match(page).Groups["text"].Value;
        await File.WriteAllTextAsync(Path.Combine(_folder, "acme.yaml"), described, TestContext.Current.CancellationToken);
        var options = new HttpOptions
        {
            Describe = "acme.yaml", Stream = "deals", Settings = new Dictionary<string, string> { ["account"] = "42" }, Secrets = new Dictionary<string, string> { ["token"] = "none" },
        };

        Assert.Empty(Assert.Single(await new HttpConnector(options).TestAsync(new ReadRequest("deals", _folder), TestContext.Current.CancellationToken)).Differences);
    }

    private async Task<IReadOnlyList<SourceTest>> Run(string tests, string stream = "deals")
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "acme.yaml"), Api + "\n" + tests + "\n", TestContext.Current.CancellationToken);
        var options = new HttpOptions { Describe = "acme.yaml", Stream = stream, Settings = new Dictionary<string, string> { ["account"] = "y2" } };
        return await new HttpConnector(options).TestAsync(new ReadRequest("deals", _folder), TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("^`connectors/acme.yaml`:\n```yaml\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Described();
}
