using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Merit.Tests;

/// <summary>
/// A web server on the loopback, without a host around it: it is there in a few milliseconds. The system chooses the port as it is bound, so that nobody takes it in between.
/// Every answer ends its connection: a client never finds a connection it kept closed, and what a test cuts is cut once.
/// </summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly KestrelServer _server;

    /// <param name="answer">Answers a request; side by side, where several come at once.</param>
    public LoopbackServer(Func<HttpContext, Task> answer)
    {
        var options = new KestrelServerOptions { AddServerHeader = false, AllowSynchronousIO = false };
        options.Limits.MaxRequestBodySize = null;
        options.Listen(IPAddress.Loopback, 0);
        _server = new KestrelServer(Options.Create(options), new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance), NullLoggerFactory.Instance);
        try
        {
            // To bind a socket waits for nothing.
            _server.StartAsync(new Application(answer), CancellationToken.None).GetAwaiter().GetResult();
            Address = _server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        }
        catch
        {
            _server.Dispose();
            throw;
        }
    }

    /// <summary>Where it is, without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>Closes every connection, and waits for no answer.</summary>
    public void Dispose() => _server.Dispose();

    /// <summary>Answers with a whole body.</summary>
    public static Task AnswerAsync(HttpContext context, ReadOnlyMemory<byte> body, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private sealed class Application(Func<HttpContext, Task> answer) : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures)
        {
            var context = new DefaultHttpContext(contextFeatures);
            context.Response.Headers.Connection = "close";
            return context;
        }

        public Task ProcessRequestAsync(HttpContext context) => answer(context);

        public void DisposeContext(HttpContext context, Exception? exception)
        {
            // Nothing is pooled.
        }
    }
}
