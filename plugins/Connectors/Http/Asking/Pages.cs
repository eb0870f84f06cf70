using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Merit.Connectors.Http.Describing;
using Merit.Connectors.Http.Records;
using Merit.Plugins.Connectors;

namespace Merit.Connectors.Http.Asking;

/// <summary>The pages of one question, one after the other.</summary>
/// <param name="request">The question.</param>
/// <param name="fields">The columns of its records, where pages follow one another by one.</param>
/// <param name="client">Who asks.</param>
/// <param name="address">The API's address, its template unfilled.</param>
/// <param name="clock">The time.</param>
internal sealed class Pages(RequestDescription request, IReadOnlyDictionary<string, FieldDescription> fields, ApiClient client, string address, TimeProvider clock)
{
    private readonly PagingDescription _paging = request.Paging;

    /// <summary>The records page by page.</summary>
    /// <param name="values">What templates are filled from.</param>
    /// <param name="slice">What part is asked for, for messages.</param>
    /// <param name="isOfDays">Whether fewer days can be asked for where an answer is too large.</param>
    /// <param name="stop">Asks to stop.</param>
    public async IAsyncEnumerable<Page> ReadAsync(IReadOnlyDictionary<string, string> values, string slice, bool isOfDays, [EnumeratorCancellation] CancellationToken stop)
    {
        long seen = 0;
        string? next = null;
        string? former = null;
        HashSet<string> asked = new(StringComparer.Ordinal);
        for (var page = 0; ; page++)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{slice}page {page + 1}");
            var answer = await client.AskAsync(known => Make(values, known, page, seen, next), place, a => Repeats(a, former), stop);
            var records = Records(answer, place);
            former = records.Count == 0 ? null : Print(records);
            seen += records.Count;
            if (_paging.Limit is { } limit && seen >= limit && (Next(answer, records, seen) is not null || (isOfDays && _paging.Total is null)))
            {
                throw TooMuch(place, limit, isOfDays);
            }

            yield return new Page(place, records, answer);
            if (Next(answer, records, seen) is not { } following)
            {
                yield break;
            }

            // An API that sends one in a circle would never end.
            if (_paging.Kind is PagingKind.Cursor or PagingKind.NextLink or PagingKind.KeySet && !asked.Add(following))
            {
                throw new ConnectorException($"{place}: the API names a page again that was read before.", "This is a fault of the API; try again later.");
            }

            next = following;
        }
    }

    private static Exception TooMuch(string place, int limit, bool isOfDays)
    {
        var message = string.Create(CultureInfo.InvariantCulture, $"{place}: the API gives {limit} records this way and no more, but there are more");
        return isOfDays ? new TooMuchException($"{message}.") : new ConnectorException($"{message}.", "Page by key-set, or by shorter slices of days, in the description.");
    }

    private List<JsonElement> Records(JsonElement answer, string place)
    {
        if (answer.ValueKind == JsonValueKind.Undefined)
        {
            return [];
        }

        List<JsonElement> records = [];
        foreach (var found in JsonPath.All(answer, request.Records).Where(f => f.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)))
        {
            records.AddRange(found.ValueKind == JsonValueKind.Array
                ? found.EnumerateArray()
                : throw new ConnectorException($"{place}: what stands at '{request.Records}' of the answer is no list of records.", "Check 'records' in the description."));
        }

        return records;
    }

    // The same full page twice is a server's mistake: what should stand there is still to come.
    private string? Repeats(JsonElement answer, string? former)
    {
        if (former is null || _paging.Kind is PagingKind.None || answer.ValueKind == JsonValueKind.Undefined)
        {
            return null;
        }

        List<JsonElement> records = [.. JsonPath.All(answer, request.Records).Where(f => f.ValueKind == JsonValueKind.Array).SelectMany(f => f.EnumerateArray())];
        return records.Count > 0 && string.Equals(Print(records), former, StringComparison.Ordinal) ? "the API gives a page again that was read before" : null;
    }

    private static string Print(List<JsonElement> records) => $"{records.Count}|{records[0].GetRawText()}|{records[^1].GetRawText()}";

    // What the next page is asked by; null at the end.
    private string? Next(JsonElement answer, List<JsonElement> records, long seen)
    {
        var known = answer.ValueKind != JsonValueKind.Undefined;
        var more = _paging.More is { } path && known ? JsonPath.Text(answer, path) is not (null or "" or "false" or "False" or "0")
            : _paging.Total is { } total && known && long.TryParse(JsonPath.Text(answer, total), NumberStyles.None, CultureInfo.InvariantCulture, out var all) ? seen < all
            : (bool?)null;
        return _paging.Kind switch
        {
            PagingKind.None => null,
            PagingKind.Cursor or PagingKind.NextLink => more is false || !known || JsonPath.Text(answer, _paging.Next) is not { Length: > 0 } next ? null : next,
            _ when !(more ?? records.Count >= _paging.Size) || records.Count == 0 => null,
            PagingKind.KeySet => JsonPath.Text(records[^1], fields[_paging.Column].Path is { Length: > 0 } column ? column : _paging.Column),
            _ => "next",
        };
    }

    private Call Make(IReadOnlyDictionary<string, string> given, IReadOnlyDictionary<string, string> known, int page, long seen, string? next)
    {
        var values = Call.Moment(given, clock);
        foreach (var (name, value) in known)
        {
            values[name] = value;
        }

        values["page"] = (_paging.First + page).ToString(CultureInfo.InvariantCulture);
        values["offset"] = seen.ToString(CultureInfo.InvariantCulture);
        values["size"] = _paging.Size.ToString(CultureInfo.InvariantCulture);
        values["cursor"] = values["last"] = next ?? "";
        if (_paging.Kind != PagingKind.NextLink || next is null)
        {
            return Call.Of(request, address, values);
        }

        // Whoever answers must not send what signs one in to another server.
        var filled = Template.Fill(address, values);
        var link = new Uri(new Uri(filled.TrimEnd('/') + "/"), next);
        return link.GetLeftPart(UriPartial.Authority) == new Uri(filled).GetLeftPart(UriPartial.Authority)
            ? new Call(request, link, null, values)
            : throw new ConnectorException("The API names a next page on another server.", "This is a fault of the API, or its 'address' is not the one it uses.");
    }
}
