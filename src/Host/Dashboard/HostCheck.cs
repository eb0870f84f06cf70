using System.Net;
using Merit.Diagnostics.Rules;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Dashboard;

/// <summary>
/// Refuses requests that name another host. A page of a stranger can have its name point at this machine, and would then be allowed to read what it is answered; but the
/// browser still sends the stranger's name.
/// </summary>
internal static class HostCheck
{
    public static Task InvokeAsync(HttpContext context, RequestDelegate next) =>
        IsOwn(context.Request.Host.Host) ? next(context) : Problem.WriteAsync(context, [ServeRules.ForeignHost.Here()]);

    private static bool IsOwn(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
