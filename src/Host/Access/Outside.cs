using Microsoft.AspNetCore.Http;

namespace Merit.Host.Access;

/// <summary>Whoever comes by the address of merit.yaml comes by its scheme, whatever a server before this one speaks with it: so that tickets are sent over it alone.</summary>
internal sealed class Outside(Uri? address)
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (address is not null && string.Equals(context.Request.Host.Host, address.Host, StringComparison.OrdinalIgnoreCase))
        {
            context.Request.Scheme = address.Scheme;
        }

        return next(context);
    }
}
