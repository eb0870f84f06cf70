using System.Net;
using Merit.Diagnostics.Rules;
using Merit.Host.Inbound;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Dashboard;

/// <summary>
/// Refuses requests that name another host. A page of a stranger can have its name point at this machine, and would then be allowed to read what it is answered; but the
/// browser still sends the stranger's name. What takes events in and shows nothing is also there under the address that merit.yaml names for others.
/// </summary>
/// <param name="inbound">That address' host, or null.</param>
internal sealed class HostCheck(string? inbound)
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next) =>
        IsOwn(context.Request.Host.Host) || (InboundDoor.IsFor(context.Request.Path) && string.Equals(context.Request.Host.Host, inbound, StringComparison.OrdinalIgnoreCase)) ? next(context) : Problem.WriteAsync(context, [ServeRules.ForeignHost.Here()]);

    private static bool IsOwn(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
