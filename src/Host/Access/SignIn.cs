using System.Security.Claims;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Dashboard;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Merit.Host.Access;

/// <summary>Signing in and out. Both are sent as forms of this site; what only looks changes nothing.</summary>
internal sealed class SignIn(OpenAccess access)
{
    public const string Address = "/signin";
    public const string Out = "/signout";

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Address, context => SignInPage.ShowAsync(context, null));
        app.MapPost(Address, InAsync);
        app.MapPost(Out, OutAsync);
        if (access.Settings.OpenId is { } provider)
        {
            app.MapGet(OpenId.Address, new OpenId(access, provider).LeadAsync);
        }
    }

    private async Task InAsync(HttpContext context)
    {
        var form = await Forms.ReadAsync(context);
        var (name, password) = (form["name"].ToString().Trim(), form["password"].ToString());
        var from = Gate.FromOf(context, access.Settings);
        if (!access.Paces.MayTry(from, name))
        {
            await RefuseAsync(context, name, from, AccessRules.TooMany.Here($"{Paces.Tries} tries"));
            return;
        }

        var account = access.Book.Find(AccountKind.User, name);
        if (!Password.Fits(account, password) || account is null)
        {
            await RefuseAsync(context, name, from, AccessRules.WrongPassword.Here());
            return;
        }

        Record(name, "sign-in", "done", from);
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, TicketOf(account));
        Forms.Lead(context, Local(form["then"].ToString()));
    }

    /// <summary>A ticket that says who somebody is, and by which password.</summary>
    public static ClaimsPrincipal TicketOf(Account account) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, account.Name), new Claim(ClaimTypes.Name, account.Name), new Claim(Gate.StampClaim, account.Stamp)], CookieAuthenticationDefaults.AuthenticationScheme));

    private async Task OutAsync(HttpContext context)
    {
        await Forms.ReadAsync(context);
        if (context.Features.Get<Visitor>() is { } visitor)
        {
            Record(visitor.Name, "sign-out", "done", Gate.FromOf(context, access.Settings));
        }

        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        Forms.Lead(context, Address);
    }

    private async Task RefuseAsync(HttpContext context, string name, string from, Diagnostic why)
    {
        Record(name, "sign-in", "refused", from);
        await SignInPage.ShowAsync(context, why);
    }

    private void Record(string who, string action, string outcome, string from) =>
        access.Audit.Add(now => new AuditEntry { At = now, Who = who, Action = action, Target = Address, Outcome = outcome, From = from });

    /// <summary>An address of this site; the overview for any other.</summary>
    internal static string Local(string to) => to is ['/', not ('/' or '\\'), ..] && !to.Any(char.IsControl) ? to : "/";
}
