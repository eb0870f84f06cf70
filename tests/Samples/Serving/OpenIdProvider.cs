using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Merit.Samples.Tests.Serving;

/// <summary>A provider of OpenID Connect on this machine that behaves as OpenID Connect Core 1.0 and RFC 7636 describe, and lies only where a test has it lie.</summary>
internal sealed class OpenIdProvider : IAsyncDisposable
{
    public const string ClientId = "merit-here";
    public const string Secret = "kept-in-the-environment";

    private readonly WebApplication _app;
    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "one" };
    private readonly RsaSecurityKey _another = new(RSA.Create(2048)) { KeyId = "one" };
    private readonly Dictionary<string, (string Nonce, string Challenge, string Redirect)> _codes = new(StringComparer.Ordinal);

    private OpenIdProvider(WebApplication app) => _app = app;

    public string Address { get; private set; } = "";

    /// <summary>Whom it says to be at the browser.</summary>
    public Dictionary<string, object> Says { get; set; } = [];

    public bool SignsWithAnotherKey { get; set; }

    public bool RepeatsAnotherNonce { get; set; }

    /// <summary>What was wrong with what Merit asked.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<OpenIdProvider> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var provider = new OpenIdProvider(app);
        app.UseRouting();
        app.MapGet("/.well-known/openid-configuration", c => c.Response.WriteAsJsonAsync(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["issuer"] = provider.Address, ["authorization_endpoint"] = provider.Address + "/authorize", ["token_endpoint"] = provider.Address + "/token", ["jwks_uri"] = provider.Address + "/jwks",
            ["response_types_supported"] = new[] { "code" }, ["subject_types_supported"] = new[] { "public" }, ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        }));
        app.MapGet("/jwks", c => c.Response.WriteAsJsonAsync(new { keys = new[] { provider.Jwk() } }));
        app.MapGet("/authorize", provider.Authorize);
        app.MapPost("/token", provider.TokenAsync);
        await app.StartAsync();
        provider.Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.First() ?? "";
        return provider;
    }

    /// <summary>It answers no more.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private object Jwk()
    {
        var key = _key.Rsa.ExportParameters(false);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = "one", n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) };
    }

    private Task Authorize(HttpContext context)
    {
        var asked = context.Request.Query;
        Demand(asked["client_id"] == ClientId, "client_id");
        Demand(asked["response_type"] == "code", "response_type");
        Demand(asked["code_challenge_method"] == "S256", "code_challenge_method");
        Demand($"{asked["scope"]}".Split(' ').Contains("openid", StringComparer.Ordinal), "scope");
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = ($"{asked["nonce"]}", $"{asked["code_challenge"]}", $"{asked["redirect_uri"]}");
        context.Response.Redirect($"{asked["redirect_uri"]}?code={code}&state={Uri.EscapeDataString($"{asked["state"]}")}");
        return Task.CompletedTask;
    }

    private async Task TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        Demand(form["client_secret"] == Secret && form["client_id"] == ClientId, "client");
        if (!_codes.Remove($"{form["code"]}", out var given))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsJsonAsync(new { error = "invalid_grant" });
            return;
        }

        Demand(Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes($"{form["code_verifier"]}"))) == given.Challenge, "code_verifier");
        Demand(form["redirect_uri"] == given.Redirect, "redirect_uri");
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = ClientId,
            Subject = new ClaimsIdentity([new Claim("sub", "1")]),
            Claims = new Dictionary<string, object>(Says, StringComparer.Ordinal) { ["nonce"] = RepeatsAnotherNonce ? "another" : given.Nonce },
            SigningCredentials = new SigningCredentials(SignsWithAnotherKey ? _another : _key, SecurityAlgorithms.RsaSha256),
        });
        await context.Response.WriteAsJsonAsync(new { access_token = "x", token_type = "Bearer", expires_in = 60, id_token = token });
    }

    private void Demand(bool holds, string what)
    {
        if (!holds)
        {
            Complaints.Add(what);
        }
    }
}
