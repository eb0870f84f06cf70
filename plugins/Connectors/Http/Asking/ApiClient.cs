using System.Globalization;
using System.Net;
using System.Text.Json;
using Merit.Connectors.Http.Describing;
using Merit.Connectors.Http.Records;
using Merit.Plugins.Connectors;

namespace Merit.Connectors.Http.Asking;

/// <summary>Asks the API: at its rate, signed in, again where that may help, and gives up with words where not.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly ApiDescription _api;
    private readonly string _what;
    private readonly TimeProvider _clock;
    private readonly HttpClient _client;
    private readonly Tokens _tokens;
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    public ApiClient(ApiDescription api, string what, TimeProvider clock, IReadOnlyDictionary<string, string> values)
    {
        (_api, _what, _clock) = (api, what, clock);
        _client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(api.Retry.TimeoutSeconds) };
        _tokens = new Tokens(api.Authentication, _client, clock, values);
    }

    /// <summary>The answer to a request, made anew for each attempt.</summary>
    /// <param name="make">Makes the request, given what stands in for the token.</param>
    /// <param name="place">The page, for messages.</param>
    /// <param name="stop">Asks to stop.</param>
    public async Task<JsonElement> AskAsync(Func<Call> make, string place, CancellationToken stop)
    {
        var renewed = false;
        for (var attempt = 1; ; attempt++)
        {
            Outcome outcome;
            try
            {
                await PaceAsync(stop);
                using var request = make().Request(_api, await _tokens.GetAsync(stop), _clock);
                using var response = await _client.SendAsync(request, stop);
                outcome = Judge(response, await response.Content.ReadAsByteArrayAsync(stop));
            }
            catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !stop.IsCancellationRequested))
            {
                outcome = new Outcome(Verdict.TryAgain, e is OperationCanceledException ? "there was no answer in time" : e.Message.TrimEnd('.'));
            }

            switch (outcome.Verdict)
            {
                case Verdict.Fine:
                    return outcome.Answer;
                case Verdict.Expired when !renewed:
                    renewed = true;
                    _tokens.Forget();
                    break;
                case Verdict.TryAgain when attempt < _api.Retry.Attempts:
                    await Task.Delay(outcome.Wait ?? Growing(attempt), _clock, stop);
                    break;
                default:
                    throw new ConnectorException($"{_what}, {place}: {outcome.Why}.", Next(outcome.Verdict));
            }
        }
    }

    public void Dispose() => _client.Dispose();

    private Outcome Judge(HttpResponseMessage response, byte[] body)
    {
        JsonElement? answer = null;
        try
        {
            using var document = JsonDocument.Parse(body);
            answer = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // An answer cut short, or a page of a server in between.
        }

        var code = answer is { } found && _api.Errors?.Code is { } path ? JsonPath.Text(found, path) : null;
        var told = answer is { } said && _api.Errors?.Message is { } where ? JsonPath.Text(said, where) : null;
        var why = string.Create(CultureInfo.InvariantCulture, $"the API answers with status {(int)response.StatusCode}{(code is null ? "" : $", code {code}")}{(told is null ? "" : $": {told.TrimEnd('.')}")}");
        var isBad = code is not null && _api.Errors?.Fine.Contains(code, StringComparer.Ordinal) == false;
        return response.StatusCode == HttpStatusCode.Unauthorized || (isBad && _api.Errors?.Expired.Contains(code, StringComparer.Ordinal) == true) ? new Outcome(Verdict.Expired, why)
            : _api.Retry.Statuses.Contains((int)response.StatusCode) || (isBad && _api.Errors?.Retry.Contains(code, StringComparer.Ordinal) == true) ? new Outcome(Verdict.TryAgain, why) { Wait = Named(response) }
            : !response.IsSuccessStatusCode || isBad ? new Outcome(Verdict.Refused, why)
            : response.StatusCode == HttpStatusCode.NoContent ? new Outcome(Verdict.Fine, "")
            : answer is { } sound ? new Outcome(Verdict.Fine, "") { Answer = sound }
            : new Outcome(Verdict.TryAgain, "its answer is no JSON, or was cut off");
    }

    private TimeSpan? Named(HttpResponseMessage response)
    {
        var after = response.Headers.RetryAfter;
        var wait = after?.Delta ?? (after?.Date - _clock.GetUtcNow());
        return wait is { } time ? TimeSpan.FromSeconds(Math.Clamp(time.TotalSeconds, 0, _api.Retry.LongestSeconds)) : null;
    }

    private TimeSpan Growing(int attempt) => TimeSpan.FromSeconds(Math.Min(_api.Retry.Seconds * Math.Pow(2, attempt - 1), _api.Retry.LongestSeconds));

    private async Task PaceAsync(CancellationToken stop)
    {
        if (_api.Rate is not { } rate)
        {
            return;
        }

        var now = _clock.GetUtcNow();
        if (_next > now)
        {
            await Task.Delay(_next - now, _clock, stop);
        }

        _next = (_next > now ? _next : now) + TimeSpan.FromSeconds(rate.Seconds / rate.Requests);
    }

    private static string Next(Verdict verdict) => verdict switch
    {
        Verdict.Expired => "Check 'secrets': the API does not take them.",
        Verdict.TryAgain => "Try again later; nothing was published, and the next load begins where this one did.",
        _ => "Check 'settings' and the description's request.",
    };

    private enum Verdict
    {
        Fine,
        TryAgain,
        Expired,
        Refused,
    }

    private sealed record Outcome(Verdict Verdict, string Why)
    {
        public JsonElement Answer { get; init; }

        public TimeSpan? Wait { get; init; }
    }
}
