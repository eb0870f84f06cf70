using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Merit.Connectors.Http.Describing;
using Merit.Connectors.Http.Records;
using Merit.Plugins.Connectors;

namespace Merit.Connectors.Http.Asking;

/// <summary>What a request is signed in with: a key as it stands, or a token that is fetched, kept while it lasts, and fetched anew.</summary>
internal sealed class Tokens(AuthenticationDescription how, HttpClient client, TimeProvider clock, IReadOnlyDictionary<string, string> values)
{
    // A token that ends while a request is on its way is of no use.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private string? _token;
    private DateTimeOffset _until;

    /// <summary>The value that goes where the description says; null for none.</summary>
    public async Task<string?> GetAsync(CancellationToken stop) => how.Kind switch
    {
        AuthenticationKind.None => null,
        AuthenticationKind.Key => Template.Fill(how.Value, values),
        AuthenticationKind.Basic => $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Template.Fill(how.User, values)}:{Template.Fill(how.Password, values)}"))}",
        _ => (how is { Query: null, Body: null } ? how.Prefix : "") + (_token is { } token && _until > clock.GetUtcNow() ? token : await FetchAsync(stop)),
    };

    /// <summary>The API did not take it.</summary>
    public void Forget() => _token = null;

    private async Task<string> FetchAsync(CancellationToken stop)
    {
        var sent = new Dictionary<string, string>(StringComparer.Ordinal) { ["grant_type"] = how.Kind == AuthenticationKind.RefreshToken ? "refresh_token" : "client_credentials" };
        foreach (var (name, value) in how.TokenRequest)
        {
            sent[name] = Template.Fill(value, values);
        }

        using var content = how.TokenRequestIsJson ? (HttpContent)JsonContent.Create(sent) : new FormUrlEncodedContent(sent);
        using var response = await client.PostAsync(new Uri(Template.Fill(how.TokenAddress, values)), content, stop);
        try
        {
            using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(stop));
            if (response.IsSuccessStatusCode && JsonPath.Text(answer.RootElement, how.TokenField) is { } token)
            {
                var lasts = double.TryParse(JsonPath.Text(answer.RootElement, how.ExpiresField), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : TimeSpan.FromMinutes(5);
                (_token, _until) = (token, clock.GetUtcNow() + lasts - Margin);
                return token;
            }
        }
        catch (JsonException)
        {
            // Told below, as any answer without a token.
        }

        throw new ConnectorException(FormattableString.Invariant($"Signing in failed: the server of tokens answers with status {(int)response.StatusCode}."), "Check 'secrets'.");
    }
}
