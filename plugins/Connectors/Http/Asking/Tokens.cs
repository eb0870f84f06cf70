using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Merit.Connectors.Http.Describing;
using Merit.Connectors.Http.Records;

namespace Merit.Connectors.Http.Asking;

/// <summary>What a request is signed in with: a key as it stands, or a token that is fetched, kept while it lasts, and fetched anew.</summary>
internal sealed class Tokens(ApiDescription api, Account account, Func<HttpRequestMessage, CancellationToken, Task<Outcome>> send, TimeProvider clock, IReadOnlyDictionary<string, string> values)
{
    // A token that ends while a request is on its way is of no use.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>(StringComparer.Ordinal);

    private readonly AuthenticationDescription _how = api.Authentication;

    /// <summary>What goes where the description says, and what else is known once one is signed in; or why one is not.</summary>
    public async Task<(string? Value, IReadOnlyDictionary<string, string> Fields, Outcome? Trouble)> GetAsync(CancellationToken stop)
    {
        switch (_how.Kind)
        {
            case AuthenticationKind.None:
                return (null, Nothing, null);
            case AuthenticationKind.Key:
                return (Template.Fill(_how.Value, values), Nothing, null);
            case AuthenticationKind.Basic:
                return ($"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Template.Fill(_how.User, values)}:{Template.Fill(_how.Password, values)}"))}", Nothing, null);
        }

        await account.Signing.WaitAsync(stop);
        try
        {
            if (account.Token is not { } token || token.Until <= clock.GetUtcNow())
            {
                (account.Token, var trouble) = await FetchAsync(stop);
                if (account.Token is null)
                {
                    return (null, Nothing, trouble);
                }

                token = account.Token;
            }

            return ((_how is { Query: null, Body: null } ? _how.Prefix : "") + token.Value, token.Fields, null);
        }
        finally
        {
            account.Signing.Release();
        }
    }

    /// <summary>The API did not take it.</summary>
    public void Forget(string? value)
    {
        // Another stream may have fetched a new one meanwhile.
        if (account.Token is { } token && value?.EndsWith(token.Value, StringComparison.Ordinal) == true)
        {
            account.Token = null;
        }
    }

    private async Task<(Token? Token, Outcome? Trouble)> FetchAsync(CancellationToken stop)
    {
        var known = new Dictionary<string, string>(values, StringComparer.Ordinal) { ["uuid"] = $"{Guid.NewGuid()}" };
        var sent = new Dictionary<string, string>(StringComparer.Ordinal) { ["grant_type"] = _how.Kind == AuthenticationKind.RefreshToken ? "refresh_token" : "client_credentials" };
        foreach (var (name, value) in _how.TokenRequest)
        {
            sent[name] = Template.Fill(value, known);
        }

        foreach (var empty in sent.Where(s => s.Value.Length == 0).Select(s => s.Key).ToList())
        {
            sent.Remove(empty);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Template.Fill(_how.TokenAddress, known)))
        {
            Content = _how.TokenRequestIsJson ? JsonContent.Create(sent) : new FormUrlEncodedContent(sent),
        };
        var outcome = await send(request, stop);
        if (outcome.Verdict != Verdict.Fine || outcome.Answer.ValueKind != JsonValueKind.Object || JsonPath.Text(outcome.Answer, _how.TokenField) is not { Length: > 0 } token)
        {
            return (null, outcome.Verdict == Verdict.TryAgain ? outcome : new Outcome(Verdict.NotSignedIn, outcome.Verdict == Verdict.Fine ? $"the server of tokens gives none{Told(outcome.Answer)}" : outcome.Why));
        }

        var lasts = double.TryParse(JsonPath.Text(outcome.Answer, _how.ExpiresField), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : TimeSpan.FromMinutes(5);
        return (new Token(token, clock.GetUtcNow() + lasts - Margin, Fields(outcome.Answer)), null);
    }

    private string Told(JsonElement answer) => api.Errors?.Message is { } path && JsonPath.Text(answer, path) is { } told ? $": {told}" : "";

    private static Dictionary<string, string> Fields(JsonElement answer) => answer.EnumerateObject()
        .Where(p => p.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number).ToDictionary(p => $"token.{p.Name}", p => JsonPath.Text(p.Value) ?? "", StringComparer.Ordinal);
}
