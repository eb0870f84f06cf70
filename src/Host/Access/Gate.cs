using System.Net;
using System.Security.Claims;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Dashboard.Api;
using Merit.Host.Dashboard.Pages;
using Merit.Host.Inbound;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Access;

/// <summary>Stands before every page: finds out who asks and whether they may see what they ask for, and has it written down before it is shown.</summary>
/// <param name="access">Who may come in.</param>
/// <param name="settings">The rules of now.</param>
internal sealed class Gate(OpenAccess access, Func<AccessSettings> settings)
{
    /// <summary>In whose name tickets of those who are signed in speak of their password.</summary>
    public const string StampClaim = "stamp";

    private const string Bearer = "Bearer ";

    /// <summary>What an assistant asks for, where an address does not say it.</summary>
    public const string Detail = "merit.detail";

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (InboundDoor.IsFor(context.Request.Path) || context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        var visitor = await WhoAsync(context);
        var right = Right.Of(context.Request.Path);
        if (visitor is not null)
        {
            context.Features.Set(visitor);
        }

        if (right.Role is not { } role)
        {
            await next(context);
            return;
        }

        if (visitor is null)
        {
            LeadToSignIn(context);
            return;
        }

        access.Audit.Check();
        Record(context, visitor);
        Check(context, visitor, role, right.Whole);
        await next(context);
    }

    /// <summary>Where a request comes from. A server before this one, on this machine, says who asked it.</summary>
    public static string FromOf(HttpContext context, AccessSettings settings)
    {
        var from = context.Connection.RemoteIpAddress ?? IPAddress.None;
        return settings.Address is not null && IPAddress.IsLoopback(from) && context.Request.Headers["X-Forwarded-For"].LastOrDefault()?.Split(',')[^1].Trim() is { } told && IPAddress.TryParse(told, out var asked)
            ? asked.ToString()
            : from.ToString();
    }

    private void Check(HttpContext context, Visitor visitor, Role role, bool whole)
    {
        if (!access.Paces.MayAsk(visitor.Shown))
        {
            context.Response.Headers.RetryAfter = "60";
            throw new MeritException(AccessRules.TooMany.Here($"{access.Paces.PerVisitor} requests"));
        }

        if (visitor.Role < role)
        {
            throw new MeritException(AccessRules.NotAllowed.Here(Roles.NameOf(role), Roles.NameOf(visitor.Role)));
        }

        if (whole && settings().RulesOf(visitor).Count > 0)
        {
            throw new MeritException(AccessRules.OnlyWhole.Here());
        }
    }

    private async Task<Visitor?> WhoAsync(HttpContext context)
    {
        if (context.Request.Headers.Authorization.ToString() is { Length: > 0 } shown)
        {
            return shown.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? access.Book.ByKey(shown[Bearer.Length..].Trim())?.Visitor(isKey: true) : null;
        }

        var ticket = await context.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        if (ticket.Principal is not { Identity.Name: { } name } principal || access.Book.Find(AccountKind.User, name) is not { } account || principal.FindFirstValue(StampClaim) != account.Stamp)
        {
            return null;
        }

        context.User = principal;
        return account.Visitor(isKey: false);
    }

    private static void LeadToSignIn(HttpContext context)
    {
        if (ApiEndpoints.IsFor(context.Request.Path) || !HttpMethods.IsGet(context.Request.Method) || context.Request.Path == "/events")
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            throw new MeritException(AccessRules.NotSignedIn.Here());
        }

        var there = context.Request.Path + context.Request.QueryString;
        var language = context.Request.Query["lang"].LastOrDefault();
        context.Response.Redirect(Dashboard.View.Address("/signin", [("then", there == "/" ? null : there), ("lang", language)]));
    }

    // Written down when the answer is known and before any of it is sent: what cannot be written down is not shown.
    private void Record(HttpContext context, Visitor visitor)
    {
        var path = context.Request.Path;
        if (path == "/events")
        {
            return;
        }

        context.Response.OnStarting(() =>
        {
            var status = context.Response.StatusCode;
            access.Audit.Add(now => new AuditEntry
            {
                At = now,
                Who = visitor.Shown,
                Action = ActionOf(path),
                Target = path + context.Request.QueryString,
                Detail = context.Items[Detail] as string,
                Outcome = status switch { < 400 => "done", 401 or 403 or 429 => "refused", _ => "failed" },
                Status = status,
                From = FromOf(context, settings()),
            });
            return Task.CompletedTask;
        });
    }

    private static string ActionOf(PathString path) =>
        path == ResendEndpoint.Address ? "resend"
        : path == AgentEndpoint.Address ? "call"
        : ApiEndpoints.IsFor(path) ? "ask"
        : path == "/explore.csv" || path == "/explore.xlsx" || (path.StartsWithSegments("/reports", StringComparison.Ordinal, out var rest) && rest.HasValue && !rest.StartsWithSegments("/live", StringComparison.Ordinal)) ? "download"
        : "look";
}
