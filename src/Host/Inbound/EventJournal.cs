using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;

namespace Merit.Host.Inbound;

/// <summary>An event on its way into the journal.</summary>
/// <param name="Id">What tells it from others: one that is there already is not written again.</param>
/// <param name="Body">What was sent.</param>
internal sealed record InboundEvent(string Id, JsonObject Body);

/// <summary>
/// What one endpoint took in: a file for each day (UTC) under <c>inbound/NAME/</c>, one JSON object a line, only ever added to. What was appended is on the disk when
/// <see cref="Append"/> returns; a line that a crash left half written counts for nothing, and was never answered for. A file is open only while it is written, so that
/// somebody can be taken out of it meanwhile (<see cref="JournalRewriting"/>).
/// </summary>
internal sealed class EventJournal : IDisposable
{
    /// <summary>The folder of all journals, in the workspace's.</summary>
    public const string Folder = "inbound";

    // Whoever asks again does so within days.
    private const int DaysRemembered = 30;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _turn = new();
    private readonly string _folder;
    private readonly string _endpoint;
    private readonly TimeProvider _clock;
    private readonly Dictionary<DateOnly, HashSet<UInt128>> _seen = [];
    private FileStream? _own;

    private EventJournal(string folder, string endpoint, TimeProvider clock) => (_folder, _endpoint, _clock) = (folder, endpoint, clock);

    /// <summary>Opens an endpoint's journal; MRT6016 where another process has it.</summary>
    /// <param name="directory">The workspace's folder.</param>
    /// <param name="endpoint">The endpoint's name.</param>
    /// <param name="clock">The time.</param>
    public static EventJournal Open(string directory, string endpoint, TimeProvider clock)
    {
        var journal = new EventJournal(Path.Combine(directory, Folder, endpoint), endpoint, clock);
        try
        {
            Directory.CreateDirectory(journal._folder);

            // A file opened for itself alone is the one lock that the system takes back from whoever is killed.
            journal._own = new FileStream(Path.Combine(journal._folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            journal.Remember();
            using var whole = journal.Begin(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
            return journal;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            journal.Dispose();
            throw new MeritException(InboundRules.CannotKeep.Here(journal._folder, refused.Message.TrimEnd('.')), refused);
        }
    }

    /// <summary>Writes events down, all of them or, after an exception, none that is not there already; gives how many were new.</summary>
    public int Append(IReadOnlyList<InboundEvent> events)
    {
        lock (_turn)
        {
            var now = _clock.GetUtcNow().UtcDateTime;
            var day = DateOnly.FromDateTime(now);
            var lines = new StringBuilder();
            List<UInt128> added = [];
            foreach (var each in events)
            {
                var mark = Mark(each.Id);
                if (_seen.Values.Any(s => s.Contains(mark)) || added.Contains(mark))
                {
                    continue;
                }

                added.Add(mark);
                var line = new JsonObject { ["event_id"] = each.Id, ["received_at"] = now.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture), ["endpoint"] = _endpoint, ["event"] = each.Body.DeepClone() };
                lines.Append(line.ToJsonString(Json)).Append('\n');
            }

            if (added.Count > 0)
            {
                Write(day, Encoding.UTF8.GetBytes(lines.ToString()));
                Seen(day).UnionWith(added);
            }

            return added.Count;
        }
    }

    public void Dispose() => _own?.Dispose();

    private void Write(DateOnly day, byte[] lines)
    {
        try
        {
            using var file = Begin(day);
            var before = file.Seek(0, SeekOrigin.End);
            try
            {
                file.Write(lines);
                file.Flush(flushToDisk: true);
            }
            catch (IOException)
            {
                Undo(file, before);
                throw;
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new MeritException(InboundRules.CannotKeep.Here(_folder, refused.Message.TrimEnd('.')), refused);
        }
    }

    // A disk that is full took a part of it, which nobody was told is kept.
    private static void Undo(FileStream file, long before)
    {
        try
        {
            file.SetLength(before);
        }
        catch (IOException)
        {
            // The half line is passed over when it is read, and the next append begins a line of its own.
        }
    }

    private FileStream Begin(DateOnly day)
    {
        var file = new FileStream(Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}.ndjson")), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 1);
        if (file.Length > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            if (file.ReadByte() is not '\n')
            {
                file.WriteByte((byte)'\n');
            }
        }

        foreach (var old in _seen.Keys.Where(d => d < day.AddDays(-DaysRemembered)).ToList())
        {
            _seen.Remove(old);
        }

        return file;
    }

    private void Remember()
    {
        var first = DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime).AddDays(-DaysRemembered);
        foreach (var path in Directory.EnumerateFiles(_folder, "*.ndjson"))
        {
            if (!DateOnly.TryParseExact(Path.GetFileNameWithoutExtension(path), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day < first)
            {
                continue;
            }

            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file, Encoding.UTF8);
            while (reader.ReadLine() is { } line)
            {
                if (IdOf(line) is { } id)
                {
                    Seen(day).Add(Mark(id));
                }
            }
        }
    }

    // Only a whole line counts: a half one was not answered for, and whoever sent it asks again.
    private static string? IdOf(string line)
    {
        try
        {
            return line.Length > 0 && JsonNode.Parse(line) is JsonObject entry && entry["event_id"] is JsonValue id ? id.GetValue<string>() : null;
        }
        catch (Exception half) when (half is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private HashSet<UInt128> Seen(DateOnly day)
    {
        if (!_seen.TryGetValue(day, out var seen))
        {
            _seen[day] = seen = [];
        }

        return seen;
    }

    private static UInt128 Mark(string id) => BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
