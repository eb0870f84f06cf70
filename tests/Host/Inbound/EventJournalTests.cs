using System.Text.Json.Nodes;
using Merit.Diagnostics;
using Merit.Host.Inbound;

namespace Merit.Host.Tests.Inbound;

public sealed class EventJournalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private readonly StoppedClock _clock = new();

    [Fact]
    public void Whatever_was_answered_for_is_there_once_however_often_it_is_cut_off()
    {
        // As a kill leaves it: what was appended is whole; what was under way is there up to any byte, and its sender asks again.
        var random = new Random(20260302);
        HashSet<string> answered = [];
        for (var round = 0; round < 40; round++)
        {
            List<string> underWay = [];
            using (var journal = Open())
            {
                for (var i = random.Next(4); i >= 0; i--)
                {
                    var ids = Ids(random);
                    journal.Append([.. ids.Select(Event)]);
                    answered.UnionWith(ids);
                }

                underWay = Ids(random);
                var before = Length();
                var fresh = journal.Append([.. underWay.Select(Event)]);
                Assert.Equal(underWay.Distinct(StringComparer.Ordinal).Count(id => !answered.Contains(id)), fresh);
                Cut(before + random.NextInt64(Length() - before + 1));
            }

            using var again = Open();
            again.Append([.. underWay.Select(Event)]);
            answered.UnionWith(underWay);
            _clock.Move(TimeSpan.FromHours(random.Next(9)));
        }

        Assert.Equal(answered.Order(StringComparer.Ordinal), Kept().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void One_process_at_a_time_writes_a_journal()
    {
        using var first = Open();
        Assert.Equal("MRT6016", Assert.Throws<MeritException>(() => Open()).Diagnostics[0].Code);
        first.Append([Event("a")]);
        Assert.Equal(["a"], Kept());
    }

    [Fact]
    public void Days_have_files_of_their_own_and_long_ago_is_forgotten()
    {
        using var journal = Open();
        Assert.Equal(1, journal.Append([Event("a")]));
        _clock.Move(TimeSpan.FromDays(30));
        Assert.Equal(0, journal.Append([Event("a")]));
        _clock.Move(TimeSpan.FromDays(2));
        Assert.Equal(1, journal.Append([Event("b")]));
        Assert.Equal(1, journal.Append([Event("a")]));
        Assert.Equal(["2026-03-02.ndjson", "2026-04-03.ndjson"], Directory.EnumerateFiles(Path.Combine(_folder.Path, "inbound", "x"), "*.ndjson").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private EventJournal Open() => EventJournal.Open(_folder.Path, "x", _clock);

    private static InboundEvent Event(string id) => new(id, new JsonObject { ["v"] = "ü\n" + id });

    private static List<string> Ids(Random random) => [.. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => $"e{random.Next(400)}")];

    private string Newest() => Directory.EnumerateFiles(Path.Combine(_folder.Path, "inbound", "x"), "*.ndjson").Max(StringComparer.Ordinal) ?? "";

    private long Length() => new FileInfo(Newest()).Length;

    private void Cut(long length)
    {
        using var file = new FileStream(Newest(), FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.SetLength(length);
    }

    private IEnumerable<string> Kept() => Directory.EnumerateFiles(Path.Combine(_folder.Path, "inbound", "x"), "*.ndjson").SelectMany(f =>
    {
        using var file = new FileStream(f, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Split('\n').Select(Id).OfType<string>().ToList();
    });

    private static string? Id(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonNode.Parse(line)?["event_id"]?.GetValue<string>();
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
