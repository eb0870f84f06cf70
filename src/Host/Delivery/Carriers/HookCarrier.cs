using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Merit.Host.Delivery.Carriers;

/// <summary>Posts to a webhook. A chat cannot tell a message that comes twice, so one it may have taken is not sent again; a program can, by the key.</summary>
internal sealed class HookCarrier(HookRecipient recipient, HttpClient client, TimeProvider clock) : ICarrier
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // How the chats say within a fine answer that one posts too much.
    private static readonly HashSet<long> TooMuch = [45009, 130101, 11232, 9499, 410100];

    public bool IsRecognised => recipient.Speaks is "json";

    public async Task CarryAsync(Parcel parcel, Action handingOver, CancellationToken stop)
    {
        var body = HookBody.Of(recipient.Speaks, parcel);
        var address = new Uri(recipient.Address);
        if (recipient.SigningSecret is { } secret)
        {
            if (recipient.Speaks is "dingtalk")
            {
                address = HookBody.Sign(address, secret, clock.GetUtcNow());
            }
            else
            {
                HookBody.Sign(body, secret, clock.GetUtcNow());
            }
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new StringContent(body.ToJsonString(Json), Encoding.UTF8, new MediaTypeHeaderValue("application/json", "utf-8"));
        request.Headers.Add("Idempotency-Key", Uri.EscapeDataString(parcel.Key));
        handingOver();
        try
        {
            using var answer = await client.SendAsync(request, stop);
            Judge(answer, await answer.Content.ReadAsStringAsync(stop));
        }
        catch (HttpRequestException failed) when (failed.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            throw new CarrierException($"no connection: {failed.Message.TrimEnd('.')}", failed);
        }
        catch (HttpRequestException failed)
        {
            throw new CarrierException("the connection ended before there was an answer", failed) { IsUnanswered = true };
        }
        catch (OperationCanceledException late) when (!stop.IsCancellationRequested)
        {
            throw new CarrierException($"there was no answer within {client.Timeout.TotalSeconds:0} seconds", late) { IsUnanswered = true };
        }
    }

    private void Judge(HttpResponseMessage answer, string text)
    {
        var status = (int)answer.StatusCode;
        if (!answer.IsSuccessStatusCode)
        {
            throw new CarrierException($"the answer was {status}{(Said(text) is { Length: > 0 } said ? $": {said}" : "")}")
            {
                IsLasting = status is >= 300 and < 500 && answer.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout),
                After = Wait(answer.Headers.RetryAfter),
            };
        }

        // Some say what is wrong in an answer that is fine.
        if (recipient.Speaks is "feishu" or "dingtalk" or "wecom" && Code(text) is var code and not 0)
        {
            throw new CarrierException($"the answer was {(code is { } number ? $"{number}" : "not understood")}: {Said(text)}") { IsLasting = code is { } known && !TooMuch.Contains(known) };
        }
    }

    private TimeSpan? Wait(RetryConditionHeaderValue? asked) => asked?.Delta ?? (asked?.Date is { } until ? until - clock.GetUtcNow() : null);

    private static long? Code(string text) => Parsed(text) is { } answer && (answer["errcode"] ?? answer["code"] ?? answer["StatusCode"]) is JsonValue code && code.TryGetValue<long>(out var number) ? number : null;

    private static string Said(string text)
    {
        var said = Parsed(text) is { } answer && (answer["errmsg"] ?? answer["msg"] ?? answer["error"] ?? answer["message"]) is JsonValue message ? message.ToString() : text;
        said = string.Join(' ', said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return said.Length > 200 ? said[..200] + "…" : said;
    }

    private static JsonObject? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
