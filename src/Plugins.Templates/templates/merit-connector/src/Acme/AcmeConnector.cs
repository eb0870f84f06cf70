using System.Globalization;
using System.Runtime.CompilerServices;
using Merit.Plugins.Connectors;

namespace Acme;

/// <summary>Reads the calls of a log that only grows: everything the first time, later what has been added since.</summary>
internal sealed class AcmeConnector(AcmeOptions options) : IConnector, IChecks, IDiscovers
{
    private const int PageSize = 5_000;

    public Task<IReadOnlyList<WrongSetting>> CheckAsync(ReadRequest request, CancellationToken stop) => Task.FromResult<IReadOnlyList<WrongSetting>>(
        File.Exists(PathOf(request)) ? [] : [new WrongSetting("path", $"There is no file '{options.Path}'.", "Write its path as seen from the workspace.")]);

    public Task<IReadOnlyList<SourceStream>> DiscoverAsync(ReadRequest request, CancellationToken stop) => Task.FromResult<IReadOnlyList<SourceStream>>(
    [
        new SourceStream("calls", [new("id", ValueKind.Text), new("at", ValueKind.Timestamp), new("from", ValueKind.Text), new("line", ValueKind.Text), new("seconds", ValueKind.Integer)])
        {
            Key = ["id"],
            Cursor = "at",
            Selected = true,
        },
    ]);

    public async IAsyncEnumerable<Chunk> ReadAsync(ReadRequest request, [EnumeratorCancellation] CancellationToken stop)
    {
        var file = PathOf(request);
        if (!File.Exists(file))
        {
            throw new ConnectorException($"There is no file '{options.Path}'.", "Write its path as seen from the workspace.");
        }

        // A call that is noted again takes the place of the one with its id. Said first, before any row.
        yield return new Changes(["id"]);
        var known = long.Parse(request.State ?? "0", CultureInfo.InvariantCulture);
        var (line, page, numbers) = (0L, new List<Call>(), new List<long>());
        await foreach (var text in WholeLinesAsync(file, stop))
        {
            if (++line <= known)
            {
                continue;
            }

            if (Call.Of(text) is { } call)
            {
                page.Add(call);
                numbers.Add(line);
            }
            else
            {
                yield return new Reject(options.Path, line, null, "This line is not a call.", text);
            }

            if (page.Count == PageSize)
            {
                yield return Page(page, numbers);
                (page, numbers) = ([], []);
            }
        }

        // The last page, empty or not, says which columns there are.
        yield return Page(page, numbers);

        // Everything up to here is given: the next read begins behind it.
        yield return new Checkpoint(Math.Max(line, known).ToString(CultureInfo.InvariantCulture));
    }

    private Rows Page(List<Call> calls, List<long> numbers) => new(
        options.Path,
        [
            new TextColumn("id", [.. calls.Select(c => c.Id)]),
            new TimestampColumn("at", [.. calls.Select(c => (DateTime?)c.At)]),
            new TextColumn("from", [.. calls.Select(c => c.From.Length == 0 ? null : c.From)]),
            new TextColumn("line", [.. calls.Select(c => c.Line)]),
            new IntegerColumn("seconds", [.. calls.Select(c => (long?)c.Seconds)]),
        ],
        numbers);

    private string PathOf(ReadRequest request) => Path.Combine(request.Directory, options.Path);

    // A line without its end is still being written: it is read the next time.
    private static async IAsyncEnumerable<string> WholeLinesAsync(string file, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var ended = stream.Length == 0 || EndsALine(stream);
        using var reader = new StreamReader(stream);
        var line = await reader.ReadLineAsync(stop);
        while (line is not null)
        {
            var next = await reader.ReadLineAsync(stop);
            if (next is not null || ended)
            {
                yield return line;
            }

            line = next;
        }
    }

    private static bool EndsALine(FileStream stream)
    {
        stream.Seek(-1, SeekOrigin.End);
        var last = stream.ReadByte();
        stream.Seek(0, SeekOrigin.Begin);
        return last == '\n';
    }
}
