using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Merit.Connectors.Http;
using Merit.Connectors.Http.Describing;
using Merit.Connectors.Http.Reading;
using Merit.Plugins.Connectors;
using Merit.Plugins.Testing;
using Answer = Merit.Plugins.Tests.Connectors.Http.MisbehavingServer.Answer;
using Asked = Merit.Plugins.Tests.Connectors.Http.MisbehavingServer.Asked;

namespace Merit.Plugins.Tests.Connectors.Http.Vendors;

/// <summary>A vendor's API as its documentation tells it, on the loopback. It misbehaves where a test says so.</summary>
internal abstract class VendorServer : IDisposable
{
    public const string Secret = "s3cret/of+account";

    private readonly MisbehavingServer _server = new();
    private int _issued;

    protected VendorServer() => _server.Answers = Serve;

    /// <summary>The vendor's short name.</summary>
    public abstract string Vendor { get; }

    /// <summary>The stream tests read.</summary>
    public abstract string Stream { get; }

    /// <summary>Columns of it that rows are compared by.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>Rows there are, in those columns, as they should come.</summary>
    public abstract IReadOnlyList<string> Expected { get; }

    public HastyClock Clock { get; } = new();

    /// <summary>Answers instead of the vendor where it is not null: the number of the question for data, from 1, and the question.</summary>
    public Func<int, Asked, Answer?>? Disturb { get; set; }

    /// <summary>What the server takes for the time, where it says so.</summary>
    public DateTime? Time { get; set; }

    /// <summary>Questions for data so far.</summary>
    public int Count { get; private set; }

    /// <summary>Whether signing in gives a token that ends.</summary>
    public virtual bool HasTokens => true;

    /// <summary>Whether an answer is one page of several.</summary>
    public virtual bool HasPages => true;

    /// <summary>Whether the documentation tells a wrong secret from other refusals.</summary>
    public virtual bool TellsWrongSecret => true;

    /// <summary>Rows enough for several questions and pages.</summary>
    public virtual int Plenty => 450;

    /// <summary>The vendor's own words for "later", which may come with status 200.</summary>
    public abstract Answer Busy { get; }

    /// <summary>The vendor's own words for "no", with a secret in them.</summary>
    public abstract Answer Refusal { get; }

    public IReadOnlyList<Asked> Questions => _server.Requests;

    public string Address => _server.Address;

    protected abstract Dictionary<string, string> Settings { get; }

    protected abstract Dictionary<string, string> Secrets { get; }

    protected string Token => $"t0ken-{_issued}";

    /// <summary>Fills the source with so many rows more.</summary>
    public abstract void Fill(int count);

    /// <summary>Changes a row that is there.</summary>
    public abstract void Change();

    /// <summary>Puts odd texts and nothing into rows; as expected, too.</summary>
    public abstract void BeOdd();

    /// <summary>The last token is worth nothing any more.</summary>
    public void Expire() => _issued++;

    /// <summary>A state after everything.</summary>
    public string Future => new ReadState(DescriptionFile.Read(Options(Stream, null, Secret), "/").Fingerprint, Never).Save();

    /// <summary>A time after everything, as the vendor writes it.</summary>
    protected virtual string Never => "2099-01-01T00:00:00Z";

    public HttpConnector Make(string? stream = null, string? describe = null, string secret = Secret) => new(Options(stream ?? Stream, describe, secret));

    private HttpOptions Options(string stream, string? describe, string secret) => new()
    {
        Vendor = describe is null ? Vendor : "",
        Describe = describe ?? "",
        Stream = stream,
        Address = FixedAddress ? Address : null,
        Settings = Settings,
        Secrets = Secrets.ToDictionary(s => s.Key, s => s.Value == Secret ? secret : s.Value),
    };

    public ReadRequest Request(string folder = "/") => new(Vendor, folder) { Clock = Clock };

    /// <summary>The rows of a read, in the columns they are compared by.</summary>
    public IReadOnlyList<string> Rows(KnownRows known) => [.. known.Rows.Select(Projected).Order(StringComparer.Ordinal)];

    public void Dispose()
    {
        _server.Dispose();
        Clock.RunOut();
    }

    /// <summary>Whether the vendor's address is one for all, so that tests must set another.</summary>
    protected virtual bool FixedAddress => false;

    protected abstract bool IsToken(Asked asked);

    protected virtual Answer Grant(Asked asked) => throw new InvalidOperationException("No token is given.");

    protected abstract bool IsSignedIn(Asked asked);

    protected abstract Answer Unauthorized { get; }

    protected abstract Answer Data(Asked asked);

    protected static Answer Json(object value, int status = 200) => new(JsonSerializer.Serialize(value), status);

    protected static string Number(decimal? value) => value?.ToString("G29", CultureInfo.InvariantCulture) ?? "∅";

    /// <summary>What the vendor answers when nothing is wrong.</summary>
    public Answer Undisturbed(Asked asked) => Data(asked);

    /// <summary>An answer with fields in every object that no documentation names.</summary>
    public static Answer Strange(Answer answer) => JsonNode.Parse(answer.Body.Length == 0 ? "null" : answer.Body) is { } found ? answer with { Body = Strange(found).ToJsonString() } : answer;

    private static JsonNode Strange(JsonNode node)
    {
        foreach (var inner in node switch { JsonObject named => named.Select(p => p.Value), JsonArray list => list, _ => [] })
        {
            _ = inner is null ? null : Strange(inner);
        }

        if (node is JsonObject grown)
        {
            grown["zz_new"] = JsonNode.Parse("""{ "name": "新 🎁 جديد", "values": [null, 1.5, { "id": "x" }] }""");
            grown["zz_nothing"] = null;
        }

        return node;
    }

    private Answer Serve(Asked asked)
    {
        var answer = Answered(asked);
        return Time is { } time ? answer with { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Date"] = time.ToString("R", CultureInfo.InvariantCulture) } } : answer;
    }

    private Answer Answered(Asked asked)
    {
        if (IsToken(asked))
        {
            _issued++;
            return Grant(asked);
        }

        if (!IsSignedIn(asked))
        {
            return Unauthorized;
        }

        Count++;
        return Disturb?.Invoke(Count, asked) ?? Data(asked);
    }

    private string Projected(string row)
    {
        var cells = row.Split('|').Select(c => c.Split('=', 2)).Where(c => c.Length == 2).ToDictionary(c => c[0], c => c[1], StringComparer.Ordinal);
        return string.Join('|', Columns.Select(c => cells[c] is var cell && decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Number(number) : cells[c]));
    }
}
