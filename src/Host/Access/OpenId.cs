using System.Security.Claims;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Dashboard;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Merit.Host.Access;

/// <summary>Signing in with a provider: ASP.NET Core's own handler asks it, and whoever it names must be a user here.</summary>
/// <param name="access">Who may come in.</param>
/// <param name="provider">The provider.</param>
internal sealed class OpenId(OpenAccess access, OpenIdSettings provider)
{
    public const string Scheme = "openid";
    public const string Address = "/signin/openid";

    private const string Back = "/signin/back";
    private const string Verified = "email_verified";

    /// <summary>Leads to the provider, and from there to where somebody wanted to go.</summary>
    public async Task LeadAsync(HttpContext context)
    {
        if (!access.Paces.MayAsk($"from {Gate.FromOf(context, access.Settings)}"))
        {
            throw new MeritException(AccessRules.TooMany.Here($"{access.Paces.PerVisitor} requests"));
        }

        try
        {
            await context.ChallengeAsync(Scheme, new AuthenticationProperties { RedirectUri = SignIn.Local(Asked.Text(context.Request.Query, "then") ?? "") });
        }
        catch (Exception silent) when (silent is InvalidOperationException or HttpRequestException or IOException)
        {
            throw new MeritException(AccessRules.NoProvider.Here(provider.Authority.AbsoluteUri.TrimEnd('/')), silent);
        }
    }

    public void Configure(OpenIdConnectOptions options)
    {
        options.Authority = provider.Authority.AbsoluteUri;
        options.RequireHttpsMetadata = !provider.Authority.IsLoopback;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        options.CallbackPath = Back;

        // Signed out is who sends the form of this site, and nobody by an address.
        options.RemoteSignOutPath = default;
        options.SignedOutCallbackPath = default;

        // With the answer in the address, cookies need not be sent with what other sites post.
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.Scope.Add(OpenIdSettings.Email);
        options.MapInboundClaims = false;
        options.SaveTokens = false;
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        options.Events.OnTokenValidated = Take;
        options.Events.OnRemoteFailure = failed =>
        {
            failed.Response.Redirect(View.Address(SignIn.Address, [("refused", Scheme)]));
            failed.HandleResponse();
            return Task.CompletedTask;
        };
    }

    // The provider says who somebody is; whether they may come in, and as what, is said here.
    private Task Take(TokenValidatedContext token)
    {
        var name = token.Principal?.FindFirstValue(provider.Claim);
        var isSure = provider.Claim is not OpenIdSettings.Email || string.Equals(token.Principal?.FindFirstValue(Verified), "true", StringComparison.OrdinalIgnoreCase);
        var account = name is not null && isSure ? access.Book.Find(AccountKind.User, name) : null;
        access.Audit.Add(now => new AuditEntry
        {
            At = now, Who = name ?? "", Action = "sign-in", Target = Address, Outcome = account is null ? "refused" : "done", From = Gate.FromOf(token.HttpContext, access.Settings),
        });
        if (account is null)
        {
            token.Fail("Nobody of this name is known here.");
            return Task.CompletedTask;
        }

        token.Principal = SignIn.TicketOf(account);
        return Task.CompletedTask;
    }
}
