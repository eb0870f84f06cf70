using System.Text;
using Merit.Host.Workers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Merit.Host.Dashboard;

/// <summary>Tells open pages what the site's figures are made of, now and whenever that changes.</summary>
internal static class Events
{
    public static async Task StreamAsync(HttpContext context)
    {
        var pool = context.RequestServices.GetRequiredService<WorkerPool>();
        context.RequestServices.GetRequiredService<Greeting>().Come();
        context.Response.ContentType = "text/event-stream";
        while (true)
        {
            var changed = pool.WhenChanged;
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes($"event: state\ndata: {pool.Stamp}\n\n"), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await changed.WaitAsync(context.RequestAborted);
        }
    }
}
