using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Merit.Connectors.Http.Describing;

namespace Merit.Connectors.Http.Asking;

/// <summary>A request, its templates filled.</summary>
/// <param name="Asked">What it is made by.</param>
/// <param name="Address">Its whole address.</param>
/// <param name="Body">Its body, or null.</param>
/// <param name="Values">What templates are filled from.</param>
internal sealed record Call(RequestDescription Asked, Uri Address, JsonNode? Body, IReadOnlyDictionary<string, string> Values)
{
    public static Call Of(RequestDescription asked, string address, IReadOnlyDictionary<string, string> values)
    {
        var query = string.Join('&', asked.Query
            .Select(q => (q.Key, Value: Template.Fill(q.Value, values))).Where(q => q.Value.Length > 0)
            .Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value)}"));
        var path = Template.Fill(address, values).TrimEnd('/') + Template.Fill(asked.Path, values);
        return new Call(asked, new Uri(query.Length == 0 ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}"), Template.Fill(asked.Body, values), values);
    }

    /// <summary>What a request made now knows beside what it is about.</summary>
    public static Dictionary<string, string> Moment(IReadOnlyDictionary<string, string> values, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return new Dictionary<string, string>(values, StringComparer.Ordinal)
        {
            ["now_s"] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["now_ms"] = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            ["nonce"] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
            ["uuid"] = $"{Guid.NewGuid()}",
        };
    }

    public HttpRequestMessage Request(ApiDescription api, string? token)
    {
        var values = new Dictionary<string, string>(Values, StringComparer.Ordinal) { ["method"] = Asked.Method };
        var address = Address;
        var body = Body?.DeepClone();
        if (token is not null && api.Authentication.Query is { } parameter)
        {
            address = new Uri($"{address}{(address.Query.Length == 0 ? '?' : '&')}{Uri.EscapeDataString(parameter)}={Uri.EscapeDataString(token)}");
        }

        if (token is not null && api.Authentication.Body is { } field)
        {
            body = Put(body, field, token);
        }

        var text = body?.ToJsonString();
        var request = new HttpRequestMessage(new HttpMethod(Asked.Method), address) { Content = text is null ? null : new StringContent(text, Encoding.UTF8, "application/json") };
        (values["path"], values["body"]) = (address.PathAndQuery, text ?? "");
        foreach (var (name, value) in api.Headers.Concat(Asked.Headers).Select(h => (h.Key, Template.Fill(h.Value, values))).Where(h => h.Item2.Length > 0))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (token is not null && api.Authentication is { Query: null, Body: null } inHeader)
        {
            request.Headers.TryAddWithoutValidation(inHeader.Header, token);
        }

        if (api.Signing is { } signing)
        {
            var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Template.Fill(signing.Secret, values)), Encoding.UTF8.GetBytes(Template.Fill(signing.Text, values)));
            request.Headers.TryAddWithoutValidation(signing.Header, signing.Base64 ? Convert.ToBase64String(signature) : Convert.ToHexStringLower(signature));
        }

        return request;
    }

    private static JsonNode Put(JsonNode? body, string path, string value)
    {
        var root = body as JsonObject ?? [];
        var at = root;
        var steps = path.Split('.');
        foreach (var step in steps[..^1])
        {
            if (at[step] is not JsonObject next)
            {
                at[step] = next = [];
            }

            at = next;
        }

        at[steps[^1]] = value;
        return root;
    }
}
