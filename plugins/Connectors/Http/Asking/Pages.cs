using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Merit.Connectors.Http.Describing;
using Merit.Connectors.Http.Records;
using Merit.Plugins.Connectors;

namespace Merit.Connectors.Http.Asking;

/// <summary>The pages of one question, one after the other.</summary>
internal sealed class Pages(DescriptionFile file, ApiClient client, string address)
{
    private readonly PagingDescription _paging = file.Stream.Paging;

    /// <summary>The records page by page.</summary>
    public async IAsyncEnumerable<(string Place, IReadOnlyList<JsonElement> Records)> ReadAsync(IReadOnlyDictionary<string, string> values, string slice, [EnumeratorCancellation] CancellationToken stop)
    {
        long seen = 0;
        string? next = null;
        HashSet<string> asked = new(StringComparer.Ordinal);
        for (var page = 0; ; page++)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{slice}page {page + 1}");
            var answer = await client.AskAsync(() => Make(values, page, seen, next), place, stop);
            var found = answer.ValueKind == JsonValueKind.Undefined ? null : JsonPath.Find(answer, file.Stream.Records);
            IReadOnlyList<JsonElement> records = found switch
            {
                null => [],
                { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray()],
                _ => throw new ConnectorException($"{place}: what stands at '{file.Stream.Records}' of the answer is no list of records.", "Check 'records' in the description."),
            };
            yield return (place, records);
            seen += records.Count;
            if (Next(answer, records) is not { } following)
            {
                yield break;
            }

            if (_paging.Limit is { } limit && seen >= limit)
            {
                throw new ConnectorException(
                    string.Create(CultureInfo.InvariantCulture, $"{place}: the API gives {limit} records this way and no more, but there are more."),
                    "Page by key-set, or by shorter slices of days, in the description.");
            }

            // An API that sends one in a circle would never end.
            if (_paging.Kind is PagingKind.Cursor or PagingKind.NextLink or PagingKind.KeySet && !asked.Add(following))
            {
                throw new ConnectorException($"{place}: the API names a page again that was read before.", "This is a fault of the API; try again later.");
            }

            next = following;
        }
    }

    // What the next page is asked by; null at the end.
    private string? Next(JsonElement answer, IReadOnlyList<JsonElement> records)
    {
        var more = _paging.More is not { } path || answer.ValueKind == JsonValueKind.Undefined ? (bool?)null : JsonPath.Text(answer, path) is "true" or "True" or "1";
        return _paging.Kind switch
        {
            PagingKind.None => null,
            PagingKind.Cursor or PagingKind.NextLink => more is false || answer.ValueKind == JsonValueKind.Undefined || JsonPath.Text(answer, _paging.Next) is not { Length: > 0 } next ? null : next,
            _ when !(more ?? records.Count >= _paging.Size) || records.Count == 0 => null,
            PagingKind.KeySet => JsonPath.Text(records[^1], file.Stream.Fields[_paging.Column].Path is { Length: > 0 } column ? column : _paging.Column),
            _ => "next",
        };
    }

    private Call Make(IReadOnlyDictionary<string, string> given, int page, long seen, string? next)
    {
        var values = new Dictionary<string, string>(given, StringComparer.Ordinal)
        {
            ["page"] = (_paging.First + page).ToString(CultureInfo.InvariantCulture),
            ["offset"] = seen.ToString(CultureInfo.InvariantCulture),
            ["size"] = _paging.Size.ToString(CultureInfo.InvariantCulture),
            ["cursor"] = next ?? "",
            ["last"] = next ?? "",
        };
        if (_paging.Kind != PagingKind.NextLink || next is null)
        {
            return Call.Of(file.Api, file.Stream, address, values);
        }

        // Whoever answers must not send what signs one in to another server.
        var link = new Uri(new Uri(address.TrimEnd('/') + "/"), next);
        return link.GetLeftPart(UriPartial.Authority) == new Uri(address).GetLeftPart(UriPartial.Authority)
            ? new Call(file.Stream.Method, link, null, values)
            : throw new ConnectorException("The API names a next page on another server.", "This is a fault of the API, or its 'address' is not the one it uses.");
    }
}
