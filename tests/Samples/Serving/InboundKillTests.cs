using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Serving;

/// <summary><c>merit serve</c> killed while events come in: what it answered for is loaded, all of it, once.</summary>
public sealed class InboundKillTests : IDisposable
{
    private const string Secret = "a-secret-of-this-test-alone-0123456789";

    private const int Kills = 3;

    private const int Senders = 4;

    private readonly TemporaryWorkspace _workspace = new();

    private readonly ConcurrentDictionary<string, bool> _sent = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, bool> _answered = new(StringComparer.Ordinal);

    [Fact]
    public async Task Nothing_that_was_answered_for_is_lost_and_nothing_is_there_twice()
    {
        _workspace.Write("merit.yaml", """
            name: Kill
            currency: EUR
            timezone: UTC
            inbound:
              endpoints: { signup: { secret: "${SIGNUP}", rate: 100000 } }
            sources:
              signups: { connector: inbound, endpoint: signup, fields: [email], into: touchpoints, columns: { touch_id: event_id, contact_id: email, occurred_at: received_at, kind: { constant: form } } }
            """);
        _workspace.Write(".env", $"SIGNUP={Secret}\n");
        var random = new Random(20260302);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var site = Serve();
            var until = _answered.Count + random.Next(60, 200);
            await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => SendAsync(site, sender, kill, until)));
        }

        var kept = Directory.EnumerateFiles(_workspace.PathOf("inbound/signup"), "*.ndjson").SelectMany(File.ReadLines).Select(Id).OfType<string>().ToList();
        Assert.Empty(_answered.Keys.Except(kept, StringComparer.Ordinal));
        Assert.Equal(kept.Count, kept.Distinct(StringComparer.Ordinal).Count());

        // Whoever was not answered asks again; so do those who were.
        using (var last = Serve())
        {
            foreach (var (id, _) in _sent)
            {
                Assert.Equal(202, await PostAsync(last, id));
            }

            Assert.DoesNotContain(Secret, await last.EndAsync(), StringComparison.Ordinal);
        }

        MeritProcess.Run(_workspace.Folder, "load").Fine();
        var touches = QueryAnswer.Ask(_workspace.Folder, "touches", "touchpoints.touch_id", "all").Rows;
        Assert.Equal(_sent.Keys.Order(StringComparer.Ordinal), touches.Select(t => t["touchpoints.touch_id"]?.GetValue<string>() ?? "").Order(StringComparer.Ordinal));
        Assert.All(touches, t => Assert.Equal(1, t["touches"]?.GetValue<double>()));
        Assert.DoesNotContain(Directory.EnumerateFiles(_workspace.Folder, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != ".env"), f => File.ReadAllText(f, Encoding.Latin1).Contains(Secret, StringComparison.Ordinal));
    }

    public void Dispose() => _workspace.Dispose();

    private ServedSite Serve() => ServedSite.Of(_workspace, new Dictionary<string, string>(StringComparer.Ordinal), "--workers", "1");

    // A line that is not whole is no event.
    private static string? Id(string line) => line.EndsWith('}') && JsonNode.Parse(line) is { } entry ? entry["event_id"]?.GetValue<string>() : null;

    // Sends until so many are answered in all, then kills, whatever the others have under way.
    private async Task SendAsync(ServedSite site, int sender, int kill, int until)
    {
        for (var n = 0; ; n++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"k{kill}-s{sender}-{n}");
            _sent[id] = true;
            try
            {
                if (await PostAsync(site, id) != 202)
                {
                    continue;
                }
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException or TaskCanceledException)
            {
                return;
            }

            _answered[id] = true;
            if (_answered.Count >= until)
            {
                site.Process.Kill();
            }
        }
    }

    private static async Task<int> PostAsync(ServedSite site, string id)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"event_id":"{{id}}","email":"{{id}}@example.com"}""");
        var time = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, "in/signup") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("X-Merit-Timestamp", time);

        // The signature as the page of the documentation has it, not as the host computes it.
        byte[] signed = [.. Encoding.UTF8.GetBytes(time + "."), .. body];
        request.Headers.Add("X-Merit-Signature", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed)));
        using var answer = await site.Client.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
