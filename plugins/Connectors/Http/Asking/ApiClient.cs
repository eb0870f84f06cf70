using System.Globalization;
using System.Net;
using System.Text.Json;
using Merit.Connectors.Http.Describing;
using Merit.Plugins.Connectors;

namespace Merit.Connectors.Http.Asking;

/// <summary>Asks the API: at its rate, signed in, again where that may help, and gives up with words where not.</summary>
internal sealed class ApiClient : IDisposable
{
    private const string Blot = "***";

    // Blotting out shorter ones would leave nothing legible.
    private const int Shortest = 4;

    private readonly ApiDescription _api;
    private readonly string _what;
    private readonly TimeProvider _clock;
    private readonly HttpClient _client;
    private readonly Account _account;
    private readonly Tokens _tokens;
    private readonly List<string> _secrets;

    /// <param name="file">How it is asked.</param>
    /// <param name="what">What is read, for messages.</param>
    /// <param name="address">Its address, where it is not the description's.</param>
    /// <param name="clock">The clock of its pace.</param>
    /// <param name="answers">What answers in its place; the network unless given.</param>
    public ApiClient(DescriptionFile file, string what, string? address, TimeProvider clock, HttpMessageHandler? answers = null)
    {
        (_api, _what, _clock) = (file.Api, what, clock);
        Began = clock.GetUtcNow();
        _client = new HttpClient(answers ?? new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };
        _account = Account.Of(_api, address, file.Values);
        _tokens = new Tokens(_api, _account, SendAsync, clock, file.Values);
        _secrets = [.. file.Values.Where(v => v.Key.StartsWith("secrets.", StringComparison.Ordinal) && v.Value.Length >= Shortest).Select(v => v.Value)];
    }

    /// <summary>When asking began: by the server's clock, where that is behind.</summary>
    public DateTimeOffset Began { get; private set; }

    /// <summary>The answer to a request, made anew for each attempt.</summary>
    /// <param name="make">Makes the request, given what is known once one is signed in.</param>
    /// <param name="place">The page, for messages.</param>
    /// <param name="accepts">Whether an answer can be what it should be; why not, otherwise. Null for any.</param>
    /// <param name="stop">Asks to stop.</param>
    public async Task<JsonElement> AskAsync(Func<IReadOnlyDictionary<string, string>, Call> make, string place, Func<JsonElement, string?>? accepts, CancellationToken stop)
    {
        var renewed = false;
        for (var attempt = 1; ; attempt++)
        {
            var (outcome, token) = await TryAsync(make, stop);
            if (outcome.Verdict == Verdict.Fine && accepts?.Invoke(outcome.Answer) is { } odd)
            {
                outcome = new Outcome(Verdict.TryAgain, odd);
            }

            switch (outcome.Verdict)
            {
                case Verdict.Fine:
                    return outcome.Answer;
                case Verdict.TooMuch:
                    throw new TooMuchException($"{_what}, {place}: {Hide(outcome.Why)}.");
                case Verdict.Expired when !renewed:
                    renewed = true;
                    _tokens.Forget(token);
                    break;
                case Verdict.TryAgain when attempt < _api.Retry.Attempts && !(outcome.Wait?.TotalSeconds > _api.Retry.LongestSeconds):
                    await Task.Delay(outcome.Wait ?? Growing(attempt), _clock, stop);
                    break;
                default:
                    throw new ConnectorException($"{_what}, {place}: {Hide(outcome.Why)}.", Next(outcome));
            }
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<(Outcome Outcome, string? Token)> TryAsync(Func<IReadOnlyDictionary<string, string>, Call> make, CancellationToken stop)
    {
        string? token = null;
        try
        {
            (token, var fields, var trouble) = await _tokens.GetAsync(stop);
            if (trouble is not null)
            {
                return (trouble with { Why = $"signing in failed: {trouble.Why}" }, token);
            }

            await PaceAsync(stop);
            using var request = make(fields).Request(_api, token);
            return (await SendAsync(request, stop), token);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return (new Outcome(Verdict.TryAgain, e is OperationCanceledException ? "there was no answer in time" : e.Message.TrimEnd('.')), token);
        }
    }

    private async Task<Outcome> SendAsync(HttpRequestMessage request, CancellationToken stop)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(_api.Retry.TimeoutSeconds), _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, late.Token);
        using var response = await _client.SendAsync(request, either.Token);
        Began = response.Headers.Date is { } now && now < Began ? now : Began;
        return Outcome.Of(_api, response, await response.Content.ReadAsByteArrayAsync(either.Token), _clock.GetUtcNow());
    }

    private TimeSpan Growing(int attempt) => TimeSpan.FromSeconds(Math.Min(_api.Retry.Seconds * Math.Pow(2, attempt - 1), _api.Retry.LongestSeconds));

    private async Task PaceAsync(CancellationToken stop)
    {
        if (_api.Rate is { } rate && _account.Turn(rate, _clock.GetUtcNow()) is var wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, _clock, stop);
        }
    }

    // An API may repeat what it was sent.
    private string Hide(string text) => _secrets.Concat(_account.Token is { Value.Length: >= Shortest } token ? [token.Value] : [])
        .SelectMany(s => new[] { s, Uri.EscapeDataString(s) }).Aggregate(text, (kept, secret) => kept.Replace(secret, Blot, StringComparison.Ordinal));

    private string Next(Outcome outcome) => outcome switch
    {
        { Verdict: Verdict.Expired or Verdict.NotSignedIn } => "Check 'secrets': the API does not take them.",
        { Verdict: Verdict.TryAgain, Wait: { } wait } when wait.TotalSeconds > _api.Retry.LongestSeconds =>
            string.Create(CultureInfo.InvariantCulture, $"It asks to wait until {_clock.GetUtcNow() + wait:yyyy-MM-dd HH:mm} UTC: load again then. Nothing was published, and the next load begins where this one did."),
        { Verdict: Verdict.TryAgain } => "Try again later; nothing was published, and the next load begins where this one did.",
        _ => "Check 'settings' and the description's request.",
    };
}

/// <summary>The API does not answer so much at once.</summary>
internal sealed class TooMuchException(string message) : Exception(message);
