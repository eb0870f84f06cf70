using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Merit.Host.Access;

/// <summary>What ASP.NET Core brings along for signing in: tickets, forms that are known to be this site's, and seals for both.</summary>
internal static class SigningIn
{
    public static void AddSigningIn(this IServiceCollection services, OpenAccess access)
    {
        services.AddDataProtection().SetApplicationName("merit").PersistKeysToFileSystem(access.Seals);
        var signingIn = services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            Private(options.Cookie, "merit-ticket", SameSiteMode.Lax);
            options.ExpireTimeSpan = access.Settings.Session;
            options.SlidingExpiration = true;
        });
        if (access.Settings.OpenId is { } provider)
        {
            signingIn.AddOpenIdConnect(OpenId.Scheme, new OpenId(access, provider).Configure);
        }

        services.AddForms();
    }

    /// <summary>Forms of who sits at this machine: another site's page can send to this address too, but knows no token.</summary>
    public static void AddLocalForms(this IServiceCollection services)
    {
        // For as long as it is served.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddForms();
    }

    private static void AddForms(this IServiceCollection services) => services.AddAntiforgery(options =>
    {
        Private(options.Cookie, "merit-form", SameSiteMode.Strict);

        // Every answer says so already.
        options.SuppressXFrameOptionsHeader = true;
    });

    // Where others come by https, no browser sends it over anything else.
    private static void Private(CookieBuilder cookie, string name, SameSiteMode sameSite)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = sameSite;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.IsEssential = true;
    }
}
