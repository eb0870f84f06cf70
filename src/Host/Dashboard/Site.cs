using System.Net;
using System.Net.Sockets;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Access;
using Merit.Host.Dashboard.Api;
using Merit.Host.Dashboard.Pages;
using Merit.Host.Delivery;
using Merit.Host.Inbound;
using Merit.Host.Workers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Merit.Host.Dashboard;

/// <summary>The pages and the interface for programs, served to this machine, or to who signs in.</summary>
internal sealed class Site : IAsyncDisposable
{
    // Questions have no bodies.
    private const long MostBytesOfRequest = 64 << 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly WebApplication _app;
    private readonly CancellationTokenSource _end;
    private readonly Task _greeting;

    private Site(WebApplication app, string address, Task greeting, CancellationTokenSource end) => (_app, Address, _greeting, _end) = (app, address, greeting, end);

    /// <summary>Where it is, such as <c>http://127.0.0.1:8600/</c>.</summary>
    public string Address { get; }

    /// <summary>Serves from now on; MRT6002 where the port is in use.</summary>
    /// <param name="pool">Who answers questions.</param>
    /// <param name="at">Where.</param>
    /// <param name="inbound">What takes events in, or null.</param>
    /// <param name="access">Who may come in; null where only who sits at this machine does.</param>
    /// <param name="resending">Sends past reports again.</param>
    /// <param name="stop">Asks to stop.</param>
    public static async Task<Site> StartAsync(WorkerPool pool, IPEndPoint at, InboundDoor? inbound, OpenAccess? access, Resending resending, CancellationToken stop)
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
        var greeter = new Greeting();
        builder.Services.AddSingleton(pool);
        builder.Services.AddSingleton(greeter);
        builder.Services.AddSingleton(resending);
        if (access is not null)
        {
            builder.Services.AddSigningIn(access);
        }
        else
        {
            builder.Services.AddLocalForms();
        }

        var app = builder.Build();
        var end = new CancellationTokenSource();
        var greeting = Task.Run(() => greeter.RunAsync(pool, app.Services, end.Token), CancellationToken.None);
        app.Use(new HostCheck(inbound?.Address?.Host, access?.Settings.Address?.Host, !IPAddress.IsLoopback(at.Address)).InvokeAsync);
        app.Use(Headers.InvokeAsync);
        app.Use(Failures.InvokeAsync);
        if (access is not null)
        {
            app.Use(new Outside(access.Settings.Address).InvokeAsync);
            app.UseAuthentication();
        }

        app.Use(access is null ? Anybody : new Gate(access, () => pool.Opened.Workspace?.Access ?? access.Settings).InvokeAsync);
        app.UseRouting();
        app.MapApi();
        app.MapAgents();
        app.MapPages();
        inbound?.Map(app);
        if (access is not null)
        {
            new SignIn(access).Map(app);
        }

        app.MapFallback(_ => throw new MeritException(ServeRules.NoPage.Here()));
        try
        {
            await app.StartAsync(stop);
        }
        catch (Exception refused) when (refused is IOException or SocketException)
        {
            await StopAsync(greeting, end);
            await app.DisposeAsync();
            throw new MeritException(ServeRules.PortInUse.Here(at.Port, "another program listens there, or this user may not"), refused);
        }

        var bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? $"http://{at}";
        return new Site(app, bound.TrimEnd('/') + "/", greeting, end);
    }

    // Whoever reaches it sits at this machine.
    private static Task Anybody(HttpContext context, RequestDelegate next)
    {
        context.Features.Set(Visitor.Local);
        return next(context);
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
        await StopAsync(_greeting, _end);
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
    }

    private static async Task StopAsync(Task greeting, CancellationTokenSource end)
    {
        await end.CancelAsync();
        await greeting.ContinueWith(_ => { }, TaskScheduler.Default);
        end.Dispose();
    }
}
