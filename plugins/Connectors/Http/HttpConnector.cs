using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Merit.Connectors.Http.Asking;
using Merit.Connectors.Http.Describing;
using Merit.Connectors.Http.Records;
using Merit.Plugins.Connectors;

namespace Merit.Connectors.Http;

/// <summary>Reads a stream of an API as its description says.</summary>
internal sealed class HttpConnector(HttpOptions options) : IConnector, IChecks, IDiscovers
{
    public async IAsyncEnumerable<Chunk> ReadAsync(ReadRequest request, [EnumeratorCancellation] CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var file = Tell(() => DescriptionFile.Read(options, request.Directory));
        var stream = file.Stream;
        var state = ReadState.Of(request.State, file.Fingerprint);
        using var client = new ApiClient(file.Api, options.Stream, request.Clock, Values());
        if (stream.Key.Count > 0)
        {
            yield return new Changes(stream.Key);
        }

        yield return RecordRows.Of(options.Stream, [], stream, 1);
        var pages = new Pages(file, client, Address(file));
        var reached = state?.Reached;
        foreach (var slice in Slices(stream, reached, request))
        {
            if (slice.Days is { } days)
            {
                yield return new Restated(stream.Dates?.Column ?? "", days.From, days.To);
            }

            long row = 1;
            await foreach (var (place, records) in TellAsync(pages.ReadAsync(slice.Values, slice.Name, stop), stop))
            {
                yield return RecordRows.Of($"{options.Stream}, {place}", records, stream, row);
                row += records.Count;
                reached = stream.Cursor is { } cursor ? Later(reached, records, stream.Fields[cursor].Path is { Length: > 0 } path ? path : cursor) : reached;
            }

            // Pages may come in any order, so that a state is sure only when all of them have.
            if (slice.Days is { } done)
            {
                reached = done.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                yield return new Checkpoint(new ReadState(file.Fingerprint, reached).Save(), done.From, done.To);
            }
        }

        if (stream.Cursor is not null && reached is not null)
        {
            yield return new Checkpoint(new ReadState(file.Fingerprint, reached).Save());
        }
    }

    public async Task<IReadOnlyList<WrongSetting>> CheckAsync(ReadRequest request, CancellationToken stop)
    {
        try
        {
            var file = DescriptionFile.Read(options, request.Directory);
            using var client = new ApiClient(file.Api, options.Stream, request.Clock, Values());
            var slice = Slices(file.Stream, null, request).Last();
            await foreach (var _ in new Pages(file, client, Address(file)).ReadAsync(slice.Values, slice.Name, stop))
            {
                break;
            }

            return [];
        }
        catch (WrongDescriptionException e)
        {
            return [e.Setting];
        }
        catch (ConnectorException e)
        {
            return [new WrongSetting(e.NextStep.Contains("'secrets'", StringComparison.Ordinal) ? "secrets" : null, e.Message, e.NextStep)];
        }
        catch (Exception e) when (e is UriFormatException or HttpRequestException)
        {
            return [new WrongSetting("address", $"The address cannot be asked: {e.Message.TrimEnd('.')}.")];
        }
    }

    public Task<IReadOnlyList<SourceStream>> DiscoverAsync(ReadRequest request, CancellationToken stop)
    {
        var file = Tell(() => DescriptionFile.Read(options, request.Directory));
        return Task.FromResult<IReadOnlyList<SourceStream>>([.. file.Api.Streams.Select(s => new SourceStream(s.Key, [.. s.Value.Fields.Select(f => new StreamColumn(f.Key, f.Value.Type))])
        {
            Key = s.Value.Key, Cursor = s.Value.Cursor ?? s.Value.Dates?.Column, Selected = string.Equals(s.Key, options.Stream, StringComparison.Ordinal),
        })]);
    }

    private string Address(DescriptionFile file) => Template.Fill(options.Address ?? file.Api.Address, Values());

    private Dictionary<string, string> Values() => new(
        options.Settings.Select(s => KeyValuePair.Create($"settings.{s.Key}", s.Value)).Concat(options.Secrets.Select(s => KeyValuePair.Create($"secrets.{s.Key}", s.Value))), StringComparer.Ordinal);

    // One question without days; else one for each slice of days not yet answered for good, up to today in the source's zone.
    private IEnumerable<Slice> Slices(StreamDescription stream, string? reached, ReadRequest request)
    {
        var values = Values();
        if (stream.Dates is not { } dates)
        {
            values["from"] = reached is null ? stream.Start : Earlier(reached, request.Lookback, stream.Cursor is { } cursor ? stream.Fields[cursor].Format : null);
            yield return new Slice(values, "", null);
            yield break;
        }

        var first = DateOnly.ParseExact(dates.First, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(request.Clock.GetUtcNow(), request.Zone).DateTime);
        
        // The day of the last read was not over then.
        var back = Math.Max(1, request.Lookback is { } lookback ? (int)Math.Ceiling(lookback.TotalDays) : dates.Restated);
        var from = reached is null ? first : DateOnly.ParseExact(reached, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(1 - back);
        for (var day = from < first ? first : from; day <= today; day = day.AddDays(dates.Days))
        {
            var to = day.AddDays(dates.Days - 1) < today ? day.AddDays(dates.Days - 1) : today;
            yield return new Slice(
                new Dictionary<string, string>(values, StringComparer.Ordinal) { ["from"] = day.ToString(dates.Format, CultureInfo.InvariantCulture), ["to"] = to.ToString(dates.Format, CultureInfo.InvariantCulture) },
                string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} to {to:yyyy-MM-dd}, "), (day, to));
        }
    }

    private static string Earlier(string reached, TimeSpan? lookback, string? format)
    {
        if (lookback is not { } time)
        {
            return reached;
        }

        return format is "epoch_s" or "epoch_ms" && long.TryParse(reached, CultureInfo.InvariantCulture, out var count)
            ? (count - (long)(format is "epoch_s" ? time.TotalSeconds : time.TotalMilliseconds)).ToString(CultureInfo.InvariantCulture)
            : DateTimeOffset.TryParse(reached, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? (at - time).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : reached;
    }

    private static string? Later(string? reached, IReadOnlyList<JsonElement> records, string path) => records.Select(r => JsonPath.Text(r, path)).OfType<string>()
        .Aggregate(reached, (latest, value) => latest is null || Compare(value, latest) > 0 ? value : latest);

    private static int Compare(string a, string b) =>
        decimal.TryParse(a, NumberStyles.Number, CultureInfo.InvariantCulture, out var x) && decimal.TryParse(b, NumberStyles.Number, CultureInfo.InvariantCulture, out var y) ? x.CompareTo(y)
        : DateTimeOffset.TryParse(a, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var s) && DateTimeOffset.TryParse(b, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var t) ? s.CompareTo(t)
        : string.CompareOrdinal(a, b);

    private static async IAsyncEnumerable<T> TellAsync<T>(IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var each = items.GetAsyncEnumerator(stop);
        while (true)
        {
            bool more;
            try
            {
                more = await each.MoveNextAsync();
            }
            catch (WrongDescriptionException e)
            {
                throw new ConnectorException(e.Setting.Message, e.Setting.NextStep, e);
            }

            if (!more)
            {
                yield break;
            }

            yield return each.Current;
        }
    }

    private static T Tell<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (WrongDescriptionException e)
        {
            throw new ConnectorException(e.Setting.Message, e.Setting.NextStep, e);
        }
    }

    private sealed record Slice(IReadOnlyDictionary<string, string> Values, string Name, (DateOnly From, DateOnly To)? Days);
}

/// <summary>How far a stream was read, by which description.</summary>
internal sealed record ReadState(string Description, string Reached)
{
    public static ReadState? Of(string? saved, string description)
    {
        var state = saved is null ? null : JsonSerializer.Deserialize<ReadState>(saved);
        return state is null || string.Equals(state.Description, description, StringComparison.Ordinal)
            ? state
            : throw new ConnectorException("The description of the API has changed since the last load.", "Run 'merit load --full' to read everything by it.");
    }

    public string Save() => JsonSerializer.Serialize(this);
}
