using Microsoft.AspNetCore.Http;

namespace Merit.Host.Dashboard;

/// <summary>What every answer tells the browser to keep to.</summary>
internal static class Headers
{
    // Bars and columns have their lengths in attributes; scripts and everything else come from files of this site alone.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

        // Figures are of now: a browser that keeps them shows those of yesterday.
        headers.CacheControl = "no-store";
        return next(context);
    }
}
