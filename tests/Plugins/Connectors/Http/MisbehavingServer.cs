using System.Collections.Specialized;
using System.Text;
using Merit.Tests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Merit.Plugins.Tests.Connectors.Http;

/// <summary>A server on the loopback that answers as it is told, and misbehaves before that as often as it is told.</summary>
internal sealed class MisbehavingServer : IDisposable
{
    private readonly LoopbackServer _server;
    private readonly Lock _turn = new();
    private readonly Queue<Answer> _trouble = new();

    public MisbehavingServer() => _server = new LoopbackServer(ServeAsync);

    public string Address => _server.Address;

    /// <summary>What it answers when nothing is wrong; asked by one request at a time.</summary>
    public Func<Asked, Answer> Answers { get; set; } = _ => new Answer("{}");

    public List<Asked> Requests { get; } = [];

    /// <summary>Misbehaves in the next requests, once each.</summary>
    public void Trouble(params Answer[] answers)
    {
        foreach (var answer in answers)
        {
            _trouble.Enqueue(answer);
        }
    }

    public void Dispose() => _server.Dispose();

    private async Task ServeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var path = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        Answer answer;
        lock (_turn)
        {
            var asked = new Asked(context.Request.Method, path, body, Headers(context.Request.Headers));
            Requests.Add(asked);
            answer = path.StartsWith("/token", StringComparison.Ordinal) || !_trouble.TryDequeue(out var trouble) ? Answers(asked) : trouble;
        }

        await SendAsync(context, answer);
    }

    private static async Task SendAsync(HttpContext context, Answer answer)
    {
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (answer.RetryAfter is { } later)
        {
            context.Response.Headers.RetryAfter = later;
        }

        var body = Encoding.UTF8.GetBytes(answer.Body);
        if ((answer.Cut ?? answer.Stop) is { } part)
        {
            await BeginAsync(context, body.AsMemory(), part);
            answer.Stopped();
            if (answer.Cut is not null)
            {
                context.Abort();
                return;
            }

            // Until whoever asks has had enough.
            var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var leaving = context.RequestAborted.Register(gone.SetResult);
            await gone.Task;
            return;
        }

        if (answer.Drips)
        {
            await BeginAsync(context, body, body.Length);
            return;
        }

        await LoopbackServer.AnswerAsync(context, body, answer.Status);
    }

    // The first bytes of a body, few at a time.
    private static async Task BeginAsync(HttpContext context, ReadOnlyMemory<byte> body, int part)
    {
        const int Drop = 512;
        context.Response.ContentLength = body.Length;
        for (var at = 0; at < part; at += Drop)
        {
            await context.Response.Body.WriteAsync(body.Slice(at, Math.Min(Drop, part - at)), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    private static NameValueCollection Headers(IHeaderDictionary headers)
    {
        var found = new NameValueCollection(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in headers)
        {
            found[name] = value;
        }

        return found;
    }

    internal sealed record Asked(string Method, string Path, string Body, NameValueCollection Headers)
    {
        public string? Query(string name) => System.Web.HttpUtility.ParseQueryString(new Uri("http://x" + Path).Query)[name];
    }

    internal sealed record Answer(string Body, int Status = 200)
    {
        public string? RetryAfter { get; init; }

        /// <summary>More of what stands before the body.</summary>
        public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

        /// <summary>After how many bytes of the body the connection is cut; with none of them not even a status comes.</summary>
        public int? Cut { get; init; }

        /// <summary>After how many bytes of the body no more comes; with none of them no answer at all.</summary>
        public int? Stop { get; init; }

        /// <summary>Done once it has stopped there.</summary>
        public Action Stopped { get; init; } = () => { };

        /// <summary>Whether the body comes in many small pieces.</summary>
        public bool Drips { get; init; }
    }
}

/// <summary>A clock whose timers go off at once and take the time with them, so that waits are seen and not waited for. Those that limit how long an answer may take go off when told.</summary>
internal sealed class HastyClock : TimeProvider
{
    private DateTimeOffset _now = new(2025, 6, 15, 12, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Timeouts = TimeSpan.FromSeconds(100);

    private readonly List<ITimer> _held = [];

    public List<TimeSpan> Waits { get; } = [];

    /// <summary>Puts it to a time.</summary>
    public void Set(DateTime utc) => _now = new DateTimeOffset(utc, TimeSpan.Zero);

    /// <summary>Lets every answer that is waited for be too late.</summary>
    public void RunOut()
    {
        lock (_held)
        {
            _held.ForEach(t => t.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
            _held.Clear();
        }
    }

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Timeouts)
        {
            var held = System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            lock (_held)
            {
                _held.Add(held);
            }

            return held;
        }

        if (dueTime > TimeSpan.Zero && dueTime != Timeout.InfiniteTimeSpan)
        {
            Waits.Add(dueTime);
            _now += dueTime;
        }

        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
