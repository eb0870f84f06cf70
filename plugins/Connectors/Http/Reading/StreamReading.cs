using System.Runtime.CompilerServices;
using System.Text.Json;
using Merit.Connectors.Http.Asking;
using Merit.Connectors.Http.Describing;
using Merit.Connectors.Http.Records;
using Merit.Plugins.Connectors;

namespace Merit.Connectors.Http.Reading;

/// <summary>One read of a stream: whole, by days, by what changed, or for each record of another.</summary>
internal sealed class StreamReading(DescriptionFile file, HttpOptions options, ReadRequest request, ApiClient client)
{
    private readonly StreamDescription _stream = file.Stream;
    private readonly ReadState? _state = ReadState.Of(request.State, file.Fingerprint);
    private long _row = 1;

    /// <summary>All that is to be read.</summary>
    public async IAsyncEnumerable<Chunk> ReadAsync([EnumeratorCancellation] CancellationToken stop)
    {
        if (_stream.Key.Count > 0)
        {
            yield return new Changes(_stream.Key);
        }

        yield return RecordRows.Of(options.Stream, _stream, new Page("", [], default), Values(), 1);
        await foreach (var chunk in _stream switch
        {
            { Dates: { } dates } => ByDaysAsync(dates, stop),
            { Cursor: not null } => ByChangesAsync(stop),
            _ => WholeAsync(stop),
        })
        {
            yield return chunk;
        }
    }

    /// <summary>Asks for the first page of the last part, to see whether one may.</summary>
    public async Task TryAsync(CancellationToken stop)
    {
        var slice = _stream.Dates is { } dates ? Slices.Days(file, dates, null, request).Select(d => Slices.Of((d.To, d.To), dates.Format, Values())).LastOrDefault() : new Slice(Values(), "", null);
        var asked = _stream.ForEach is { } parent ? file.Other(parent) : file;
        if (slice is not null)
        {
            await foreach (var _ in Pages(asked.Stream, asked.Stream.Fields).ReadAsync(slice.Values, slice.Name, isOfDays: false, stop))
            {
                break;
            }
        }
    }

    private async IAsyncEnumerable<Chunk> ByDaysAsync(DatesDescription dates, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var days in Slices.Days(file, dates, _state?.Reached, request))
        {
            Stack<(DateOnly From, DateOnly To)> todo = new([days]);
            while (todo.TryPop(out var part))
            {
                var slice = Slices.Of(part, dates.Format, Values());
                yield return new Restated(dates.Column, part.From, part.To);
                TooMuchException? tooMuch = null;
                await using var pages = Pages(_stream, _stream.Fields).ReadAsync(slice.Values, slice.Name, isOfDays: true, stop).GetAsyncEnumerator(stop);
                while (true)
                {
                    try
                    {
                        if (!await pages.MoveNextAsync())
                        {
                            break;
                        }
                    }
                    catch (TooMuchException e)
                    {
                        tooMuch = e;
                        break;
                    }

                    yield return Rows(pages.Current, slice.Values);
                }

                if (tooMuch is null)
                {
                    continue;
                }

                // What was read of it so far is told anew with its halves, the earlier first.
                var halves = Slices.Halves(part).Reverse().ToList();
                halves.ForEach(todo.Push);
                if (halves.Count == 0)
                {
                    throw new ConnectorException(tooMuch.Message, "The API gives too much for a single day: ask for fewer columns or fewer campaigns, in a description of your own.", tooMuch);
                }
            }

            yield return new Checkpoint(new ReadState(file.Fingerprint, Slices.Text(days.To)).Save(), days.From, days.To);
        }
    }

    private async IAsyncEnumerable<Chunk> ByChangesAsync([EnumeratorCancellation] CancellationToken stop)
    {
        var former = _state?.Reached is { Length: > 0 } reached ? reached : null;
        var reach = Reach.Of(_stream, former, request.Zone) ?? throw new InvalidOperationException("The stream has no cursor.");
        var values = Values();
        values["from"] = former is null ? Template.Fill(_stream.Start, values) : reach.From(former, request.Lookback, _stream.CursorFormat);

        // What was deleted and is there again comes with the rows, which count after this.
        if (former is not null && _stream.Deleted is { } gone)
        {
            await foreach (var page in Pages(gone, _stream.Fields).ReadAsync(values, "deleted, ", isOfDays: false, stop))
            {
                yield return Removed([.. page.Records.Select(r => JsonPath.Text(r, gone.Id))]);
            }
        }

        await foreach (var page in Pages(_stream, _stream.Fields).ReadAsync(values, "", isOfDays: false, stop))
        {
            reach.Take(page.Records);
            var there = page;
            if (_stream.Removed is { } removed)
            {
                var field = _stream.Fields[removed.Field];
                var isGone = page.Records.ToLookup(r => removed.Values.Contains(RecordRows.Text(removed.Field, field, r, page.Answer, values) ?? "", StringComparer.Ordinal));
                there = page with { Records = [.. isGone[false]] };
                if (isGone[true].Any())
                {
                    yield return new Removed([.. RecordRows.Of("", _stream, page with { Records = [.. isGone[true]] }, values, 1).Columns.Where(c => _stream.Key.Contains(c.Name, StringComparer.Ordinal))]);
                }
            }

            yield return Rows(there, values);
        }

        // Pages may come in any order, so that a state is sure only when all of them have.
        if (reach.Value(client.Began) is { } now)
        {
            yield return new Checkpoint(new ReadState(file.Fingerprint, now).Save());
        }
    }

    private async IAsyncEnumerable<Chunk> WholeAsync([EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var values in EachAsync(stop))
        {
            await foreach (var page in Pages(_stream, _stream.Fields).ReadAsync(values, values.TryGetValue("each", out var each) ? $"{each}, " : "", isOfDays: false, stop))
            {
                var rows = Rows(page, values);
                yield return rows;
                if (_stream.Key.Count > 0)
                {
                    yield return new Present([.. rows.Columns.Where(c => _stream.Key.Contains(c.Name, StringComparer.Ordinal))]);
                }
            }
        }

        if (_stream.Key.Count > 0)
        {
            yield return new Present([.. RecordRows.Of("", _stream, new Page("", [], default), Values(), 1).Columns.Where(c => _stream.Key.Contains(c.Name, StringComparer.Ordinal))]);
            yield return new Checkpoint(new ReadState(file.Fingerprint, "").Save());
        }
    }

    private async IAsyncEnumerable<Dictionary<string, string>> EachAsync([EnumeratorCancellation] CancellationToken stop)
    {
        if (_stream.ForEach is not { } parent)
        {
            yield return Values();
            yield break;
        }

        var other = file.Other(parent).Stream;
        await foreach (var page in Pages(other, other.Fields).ReadAsync(Values(other), $"{parent}, ", isOfDays: false, stop))
        {
            foreach (var record in page.Records)
            {
                var values = Values();
                foreach (var (name, field) in other.Fields)
                {
                    values[$"each.{name}"] = RecordRows.Text(name, field, record, page.Answer, values) ?? "";
                }

                values["each"] = other.Key.Count > 0 ? $"{parent} {values[$"each.{other.Key[0]}"]}" : parent;
                yield return values;
            }
        }
    }

    private Rows Rows(Page page, IReadOnlyDictionary<string, string> values)
    {
        var rows = RecordRows.Of($"{options.Stream}, {page.Place}", _stream, page, values, _row);
        _row += page.Records.Count;
        return rows;
    }

    private Removed Removed(List<string?> ids)
    {
        var key = _stream.Key[0];
        return new Removed([.. RecordRows.Keys(key, _stream.Fields[key], ids)]);
    }

    private Pages Pages(RequestDescription asked, IReadOnlyDictionary<string, FieldDescription> fields) => new(asked, fields, client, options.Address ?? file.Api.Address, request.Clock);

    private Dictionary<string, string> Values(StreamDescription? stream = null)
    {
        var asked = (stream ?? _stream).Fields.Where(f => f.Value is { Value: null, Ask: not "" } && !f.Value.Path.StartsWith('^')).Select(f => Asked(f.Key, f.Value, (stream ?? _stream).FieldsAre)).Distinct(StringComparer.Ordinal).ToList();
        return new Dictionary<string, string>(file.Values, StringComparer.Ordinal)
        {
            ["from"] = Template.Fill((stream ?? _stream).Start, file.Values),
            ["today"] = Slices.Text(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(request.Clock.GetUtcNow(), request.Zone).DateTime)),
            ["zone"] = request.Zone.Id,
            ["fields"] = string.Join(',', asked),
            ["fields.json"] = JsonSerializer.Serialize(asked),
        };
    }

    private static string Asked(string name, FieldDescription field, PartOfPath part)
    {
        var path = field.Ask ?? (field.Path.Length == 0 ? name : field.Path.Split('|')[0].Trim());
        return field.Ask is not null ? path
            : part switch { PartOfPath.First => path.Split('.', '[')[0], PartOfPath.Last => path[(path.LastIndexOf('.') + 1)..], _ => path };
    }
}
