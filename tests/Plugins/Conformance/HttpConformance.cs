using System.Globalization;
using System.Text.Json;
using Merit.Connectors.Http;
using Merit.Plugins.Connectors;
using Merit.Plugins.Testing;
using Merit.Plugins.Tests.Connectors.Http;

namespace Merit.Plugins.Tests.Conformance;

public sealed class HttpConformance : ConnectorConformance, IDisposable
{
    private const string Token = "t0ken-secret";

    private readonly string _folder = Directory.CreateTempSubdirectory("merit-http").FullName;
    private readonly MisbehavingServer _server = new();
    private readonly SortedDictionary<int, (string Name, DateTime At)> _records = [];
    private int _changes;

    public HttpConformance()
    {
        for (var id = 1; id <= 5; id++)
        {
            _records[id] = ("n", new DateTime(2025, 1, 1, id, 0, 0, DateTimeKind.Utc));
        }

        File.WriteAllText(Path.Combine(_folder, "acme.yaml"), """
            authentication: { kind: key, query: key, value: "{{secrets.token}}" }
            streams:
              things:
                path: /things
                query: { since: "{{from}}", page: "{{page}}" }
                records: items
                paging: { kind: page, size: 2 }
                key: [id]
                cursor: at
                fields:
                  id: { type: integer }
                  name: {}
                  at: { type: timestamp }
            """);
        _server.Answers = r =>
        {
            if (r.Query("key") is not Token)
            {
                return new($$"""{"message": "bad key {{r.Query("key")}}"}""", 401);
            }

            var since = r.Query("since") is { Length: > 0 } from ? DateTime.Parse(from, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) : DateTime.MinValue;
            var page = int.Parse(r.Query("page") ?? "1", CultureInfo.InvariantCulture);
            return new(JsonSerializer.Serialize(new { items = _records.Where(x => x.Value.At >= since).Skip(2 * (page - 1)).Take(2).Select(x => new { id = x.Key, name = x.Value.Name, at = x.Value.At }) }));
        };
    }

    protected override ReadRequest Request => base.Request with { Directory = _folder, Clock = new HastyClock(), Lookback = TimeSpan.FromHours(2) };

    protected override IReadOnlyList<string> Secrets => [Token, "wr0ng-secret"];

    public void Dispose()
    {
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    protected override IConnector Make() => Make(Token);

    protected override (IConnector Connector, string Option)? MakeWrong() => (Make("wr0ng-secret"), "secrets");

    protected override Task<bool> ChangeAsync()
    {
        var at = new DateTime(2025, 2, ++_changes, 0, 0, 0, DateTimeKind.Utc);
        _records[10 + _changes] = ("new", at);
        _records[_changes] = ("changed", at.AddMinutes(1));
        return Task.FromResult(true);
    }

    protected override Task<bool> RestateAsync()
    {
        _records[4] = ("restated", _records[4].At);
        return Task.FromResult(true);
    }

    private HttpConnector Make(string token) => new(new HttpOptions { Describe = "acme.yaml", Stream = "things", Address = _server.Address, Secrets = new Dictionary<string, string> { ["token"] = token } });
}
