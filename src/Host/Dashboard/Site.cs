using System.Net;
using System.Net.Sockets;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Dashboard.Api;
using Merit.Host.Dashboard.Pages;
using Merit.Host.Inbound;
using Merit.Host.Workers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Merit.Host.Dashboard;

/// <summary>The pages and the interface for programs, served to this machine.</summary>
internal sealed class Site : IAsyncDisposable
{
    // Questions have no bodies.
    private const long MostBytesOfRequest = 64 << 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly WebApplication _app;

    private Site(WebApplication app, string address) => (_app, Address) = (app, address);

    /// <summary>Where it is, such as <c>http://127.0.0.1:8600/</c>.</summary>
    public string Address { get; }

    /// <summary>Serves from now on; MRT6002 where the port is in use.</summary>
    /// <param name="pool">Who answers questions.</param>
    /// <param name="at">Where.</param>
    /// <param name="inbound">What takes events in, or null.</param>
    /// <param name="stop">Asks to stop.</param>
    public static async Task<Site> StartAsync(WorkerPool pool, IPEndPoint at, InboundDoor? inbound, CancellationToken stop)
    {
        // Nothing is read from the folder it is started in, nor from variables: the workspace says everything.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytesOfRequest;
            kestrel.Listen(at);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(pool);
        var app = builder.Build();
        app.Use(new HostCheck(inbound?.Address?.Host).InvokeAsync);
        app.Use(Headers.InvokeAsync);
        app.Use(Failures.InvokeAsync);
        app.UseRouting();
        app.MapApi();
        app.MapPages();
        inbound?.Map(app);
        app.MapFallback(_ => throw new MeritException(ServeRules.NoPage.Here()));
        try
        {
            await app.StartAsync(stop);
        }
        catch (Exception refused) when (refused is IOException or SocketException)
        {
            await app.DisposeAsync();
            throw new MeritException(ServeRules.PortInUse.Here(at.Port, "another program listens there, or this user may not"), refused);
        }

        var bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? $"http://{at}";
        return new Site(app, bound.TrimEnd('/') + "/");
    }

    /// <summary>Ends when it is asked to.</summary>
    public async Task EndedAsync(CancellationToken stop)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var asked = stop.Register(ended.SetResult);
        await ended.Task;
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
    }
}
