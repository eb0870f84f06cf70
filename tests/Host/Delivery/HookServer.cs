using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Tests.Delivery;

/// <summary>A server on this machine that answers posts as it is told, and keeps what it got.</summary>
internal sealed class HookServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _answers = new();

    private HookServer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            Got.Add((context.Request, JsonNode.Parse(await reader.ReadToEndAsync()) as JsonObject ?? [], $"{context.Request.Query["timestamp"]}|{context.Request.Query["sign"]}", $"{context.Request.Headers["Idempotency-Key"]}"));
            await (_answers.TryDequeue(out var answer) ? answer(context) : context.Response.WriteAsync("""{"errcode":0,"code":0}"""));
        });
    }

    public List<(HttpRequest Request, JsonObject Body, string Signed, string Key)> Got { get; } = [];

    public Uri Address => new($"{_app.Urls.First()}/hook/verysecret?token=also");

    public static async Task<HookServer> StartAsync()
    {
        var server = new HookServer();
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Answers the next posts so, one after the other.</summary>
    public HookServer Then(int status, string body = "", params (string Name, string Value)[] headers)
    {
        _answers.Enqueue(async context =>
        {
            context.Response.StatusCode = status;
            foreach (var (name, value) in headers)
            {
                context.Response.Headers[name] = value;
            }

            await context.Response.WriteAsync(body);
        });
        return this;
    }

    /// <summary>Never answers the next post.</summary>
    public HookServer ThenStalls()
    {
        _answers.Enqueue(context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        return this;
    }

    /// <summary>Ends the connection of the next post without an answer.</summary>
    public HookServer ThenHangsUp()
    {
        _answers.Enqueue(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        return this;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
