using System.Globalization;
using System.Text.Json.Nodes;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Dashboard;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Merit.Host.Inbound;

/// <summary>Takes in events at <c>/in/NAME</c> and leads on from <c>/q/NAME</c>. Whatever it says yes to is on the disk before it says so.</summary>
internal sealed class InboundDoor : IDisposable
{
    /// <summary>Where events are sent to.</summary>
    public const string Events = "/in";

    /// <summary>Where short addresses begin.</summary>
    public const string Short = "/q";

    /// <summary>The endpoint under which visits by short addresses are kept.</summary>
    public const string Scans = "scans";

    private readonly Dictionary<string, Taker> _takers;
    private readonly Dictionary<string, LeadOn> _links;
    private readonly TimeProvider _clock;
    private readonly List<EventJournal> _journals = [];

    private InboundDoor(string directory, InboundSettings settings, IReadOnlyDictionary<string, string> addresses, TimeProvider clock)
    {
        _clock = clock;
        Address = settings.Address;
        _takers = settings.Endpoints.ToDictionary(e => e.Name, e => new Taker(e, Open(directory, e.Name), new Pace(e.Rate, clock), settings.Address), StringComparer.Ordinal);
        var scans = settings.Links.Count > 0 ? Open(directory, Scans) : null;
        _links = settings.Links.Where(l => addresses.ContainsKey(l.Name)).ToDictionary(l => l.Name, l => new LeadOn(l, addresses[l.Name], scans, new Pace(InboundEndpoint.UsualRate, clock)), StringComparer.Ordinal);
    }

    /// <summary>The address under which others reach it, or null.</summary>
    public Uri? Address { get; }

    /// <summary>Opens what a workspace declares, or null where it declares nothing.</summary>
    /// <param name="directory">The workspace's folder.</param>
    /// <param name="settings">What it declares.</param>
    /// <param name="addresses">What each short address leads to.</param>
    /// <param name="clock">The time.</param>
    public static InboundDoor? Open(string directory, InboundSettings settings, IReadOnlyDictionary<string, string> addresses, TimeProvider clock) =>
        settings is { Endpoints.Count: 0, Links.Count: 0 } ? null : new InboundDoor(directory, settings, addresses, clock);

    /// <summary>Whether a request is for this door rather than for a page of the dashboard.</summary>
    public static bool IsFor(PathString path) => path.StartsWithSegments(Events, StringComparison.Ordinal) || path.StartsWithSegments(Short, StringComparison.Ordinal);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Events + "/{name}", (HttpContext context, string name) => Guarded(context, () => TakeAsync(context, name)));
        routes.MapMethods(Events + "/{name}", [HttpMethods.Options], (HttpContext context, string name) => Guarded(context, () => Preflight(context, name)));

        // Some who send look first whether anybody is there.
        routes.MapMethods(Events + "/{name}", [HttpMethods.Get, HttpMethods.Head], (HttpContext context, string name) => Guarded(context, () => Present(context, name)));
        routes.MapMethods(Short + "/{name}", [HttpMethods.Get, HttpMethods.Head], (HttpContext context, string name) => Guarded(context, () => Lead(context, name)));
    }

    public void Dispose() => _journals.ForEach(j => j.Dispose());

    private async Task TakeAsync(HttpContext context, string name)
    {
        var taker = Taker(name);
        Origin(context, taker.Endpoint);
        var body = await BodyAsync(context, taker.Endpoint.Size);
        var request = taker.Admit(context.Request, body, _clock.GetUtcNow());
        Keep(context, taker.Pace, taker.Endpoint.Rate);
        var events = EventBody.Read(body, context.Request.ContentType, request) ?? throw new MeritException(InboundRules.NotUnderstood.Here());
        var kept = taker.Journal.Append(events);
        if (taker.Endpoint.Then is { } then && context.Request.HasFormContentType)
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = then.AbsoluteUri;
            return;
        }

        context.Response.StatusCode = StatusCodes.Status202Accepted;
        await Answers.WriteAsync(context, new JsonObject { ["accepted"] = kept, ["known_already"] = events.Count - kept }, "application/json");
    }

    private Task Preflight(HttpContext context, string name)
    {
        Origin(context, Taker(name).Endpoint);
        context.Response.Headers.AccessControlAllowMethods = HttpMethods.Post;
        context.Response.Headers.AccessControlAllowHeaders = "Authorization, Content-Type, Idempotency-Key";
        context.Response.Headers.AccessControlMaxAge = "600";
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private Task Present(HttpContext context, string name)
    {
        _ = Taker(name);
        context.Response.StatusCode = StatusCodes.Status200OK;
        return Task.CompletedTask;
    }

    // A GET that changes nothing anybody sees: it is written down that somebody came, as a server's own log would; whoever only looks ahead is not counted.
    private Task Lead(HttpContext context, string name)
    {
        var link = _links.GetValueOrDefault(name) ?? throw new MeritException(InboundRules.NoEndpoint.Here());
        var headers = context.Request.Headers;
        var looksAhead = HttpMethods.IsHead(context.Request.Method) || headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase) || headers["Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase);
        if (!looksAhead)
        {
            Keep(context, link.Pace, InboundEndpoint.UsualRate);
            link.Journal?.Append([new InboundEvent(Guid.CreateVersion7(_clock.GetUtcNow()).ToString("N"), link.Scan())]);
        }

        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = link.Address;
        return Task.CompletedTask;
    }

    private Taker Taker(string name) => _takers.GetValueOrDefault(name) ?? throw new MeritException(InboundRules.NoEndpoint.Here());

    private EventJournal Open(string directory, string name)
    {
        try
        {
            var journal = EventJournal.Open(directory, name, _clock);
            _journals.Add(journal);
            return journal;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    // A browser always says which site's page sends; a program says nothing, and needs no leave but the token or the signature.
    private static void Origin(HttpContext context, InboundEndpoint endpoint)
    {
        var origin = context.Request.Headers.Origin.ToString();
        if (origin.Length == 0)
        {
            return;
        }

        if (!endpoint.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase))
        {
            throw new MeritException(InboundRules.ForeignOrigin.Here());
        }

        context.Response.Headers.AccessControlAllowOrigin = origin;
        context.Response.Headers.Vary = "Origin";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }

    private static void Keep(HttpContext context, Pace pace, int rate)
    {
        if (pace.Wait() is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            throw new MeritException(InboundRules.TooMany.Here(rate));
        }
    }

    private static async Task<byte[]> BodyAsync(HttpContext context, long most)
    {
        if (context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = most + 1;
        }

        using var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new MeritException(InboundRules.TooLarge.Here(most), refused);
        }

        return body.Length <= most ? body.ToArray() : throw new MeritException(InboundRules.TooLarge.Here(most));
    }

    private static async Task Guarded(HttpContext context, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (MeritException refused)
        {
            if (refused.Diagnostics[0].Rule == InboundRules.CannotKeep)
            {
                // What is not kept is sent again; where it would have been kept is not for strangers.
                context.Response.Headers.RetryAfter = "60";
                await Problem.WriteAsync(context, [refused.Diagnostics[0] with { Message = "The event could not be kept.", NextStep = "Send it again later." }]);
                return;
            }

            await Problem.WriteAsync(context, refused.Diagnostics);
        }
    }
}
