using System.Net;
using System.Text;

namespace Merit.Plugins.Tests.Connectors.Http;

/// <summary>A server on the loopback that answers as it is told, and misbehaves before that as often as it is told.</summary>
internal sealed class MisbehavingServer : IDisposable
{
    private readonly HttpListener _listener;
    private readonly Queue<Func<Answer>> _trouble = new();

    public MisbehavingServer()
    {
        (_listener, Address) = LoopbackListener.Start();
        _ = Task.Run(ServeAsync);
    }

    public string Address { get; }

    /// <summary>What it answers when nothing is wrong.</summary>
    public Func<Asked, Answer> Answers { get; set; } = _ => new Answer("{}");

    public List<Asked> Requests { get; } = [];

    /// <summary>Misbehaves in the next requests, once each.</summary>
    public void Trouble(params Answer[] answers)
    {
        foreach (var answer in answers)
        {
            _trouble.Enqueue(() => answer);
        }
    }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var reader = new StreamReader(context.Request.InputStream);
            var asked = new Asked(context.Request.HttpMethod, context.Request.RawUrl ?? "", await reader.ReadToEndAsync(), context.Request.Headers);
            Requests.Add(asked);
            Send(context.Response, asked.Path.StartsWith("/token", StringComparison.Ordinal) || !_trouble.TryDequeue(out var trouble) ? Answers(asked) : trouble());
        }
    }

    private static void Send(HttpListenerResponse response, Answer answer)
    {
        if (answer.Hold)
        {
            return;
        }

        if (answer.Cut)
        {
            response.Abort();
            return;
        }

        response.StatusCode = answer.Status;
        if (answer.RetryAfter is { } after)
        {
            response.Headers["Retry-After"] = after;
        }

        // At once: header and body by themselves would each wait for the other side.
        var body = Encoding.UTF8.GetBytes(answer.Body);
        response.ContentLength64 = body.Length;
        response.Close(body, willBlock: true);
    }

    internal sealed record Asked(string Method, string Path, string Body, System.Collections.Specialized.NameValueCollection Headers)
    {
        public string? Query(string name) => System.Web.HttpUtility.ParseQueryString(new Uri("http://x" + Path).Query)[name];
    }

    internal sealed record Answer(string Body, int Status = 200)
    {
        public string? RetryAfter { get; init; }

        public bool Cut { get; init; }

        /// <summary>Whether no answer comes at all.</summary>
        public bool Hold { get; init; }
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
