using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Dashboard.Api;
using Merit.Host.Dashboard.Pages;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Dashboard;

/// <summary>Says what went wrong as its reader can read it: on a page, or as a problem.</summary>
internal static class Failures
{
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (MeritException wrong)
        {
            await SayAsync(context, wrong.Diagnostics);
        }
        catch (Exception gone) when (context.RequestAborted.IsCancellationRequested && gone is OperationCanceledException or IOException)
        {
            // Nobody waits for an answer any more.
        }
#pragma warning disable CA1031 // Whatever goes wrong with one page must not end the others, and nobody is shown how it went wrong inside.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            await SayAsync(context, [InternalRules.Unexpected.Here(defect.GetType().Name, "the terminal of 'merit serve'")]);
        }
    }

    private static Task SayAsync(HttpContext context, IReadOnlyList<Diagnostic> findings) =>
        context.Response.HasStarted ? Task.CompletedTask
        : ApiEndpoints.IsFor(context.Request.Path) ? Problem.WriteAsync(context, findings)
        : FailurePage.WriteAsync(context, findings);
}
