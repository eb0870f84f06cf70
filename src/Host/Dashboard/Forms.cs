using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Reports.Writers.Html;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Merit.Host.Dashboard;

/// <summary>Forms, by which alone anything is changed: each carries a token of this site.</summary>
internal static class Forms
{
    /// <summary>The part of a form that shows it is one of this site.</summary>
    public static string Token(HttpContext context)
    {
        var tokens = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        return $"<input type=\"hidden\" name=\"{tokens.FormFieldName}\" value=\"{Html.Text(tokens.RequestToken ?? "")}\">";
    }

    /// <summary>What was filled in; MRT6043 where it is no form of this site.</summary>
    public static async Task<IFormCollection> ReadAsync(HttpContext context)
    {
        try
        {
            await context.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(context);
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception refused) when (refused is AntiforgeryValidationException or InvalidDataException)
        {
            throw new MeritException(AccessRules.StaleForm.Here(), refused);
        }
    }

    /// <summary>Leads to a page, once a form was read.</summary>
    public static void Lead(HttpContext context, string to)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = to;
    }
}
