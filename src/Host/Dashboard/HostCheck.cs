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
/// <param name="own">The host under which others reach the pages too, or null.</param>
/// <param name="isOpen">Whether others reach this machine's addresses: then each of them is its own name.</param>
internal sealed class HostCheck(string? inbound, string? own = null, bool isOpen = false)
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next) =>
        IsOwn(context.Request.Host.Host) || string.Equals(context.Request.Host.Host, own, StringComparison.OrdinalIgnoreCase) || (InboundDoor.IsFor(context.Request.Path) && string.Equals(context.Request.Host.Host, inbound, StringComparison.OrdinalIgnoreCase)) ? next(context) : Problem.WriteAsync(context, [ServeRules.ForeignHost.Here()]);

    // A number is nobody's to point elsewhere.
    private bool IsOwn(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && (isOpen || IPAddress.IsLoopback(address)));
}
