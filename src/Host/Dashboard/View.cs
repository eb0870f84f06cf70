using System.Globalization;
using Merit.Host.Access;
using Merit.Host.Measures.Formatting;
using Merit.Host.Reports.Wording;
using Merit.Host.Workers;
using Merit.Host.Workers.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Merit.Host.Dashboard;

/// <summary>One look at a page: who looks, in which language, and what the address asks for.</summary>
internal sealed class View
{
    /// <summary>What every page's address may say, and takes along to the next page.</summary>
    public static readonly string[] Kept = ["lang", "period", "compare"];

    private readonly WorkerPool _pool;
    private readonly Lazy<Asker> _asker;

    public View(HttpContext context)
    {
        _pool = context.RequestServices.GetRequiredService<WorkerPool>();
        _asker = new Lazy<Asker>(() => AskerOf(context, context.RequestAborted));
        (Visitor, FormToken) = (context.Features.Get<Visitor>(), () => Forms.Token(context));
        (Query, Path) = (context.Request.Query, context.Request.Path.Value ?? "/");
        var locale = Asked.Text(Query, "lang") ?? _pool.Opened.Workspace?.Locale ?? "en";
        Voice = new Voice(Words.For(locale), new FigureFormat(Words.For(locale).Locale, _pool.Opened.Workspace?.Currency ?? ""));
    }

    /// <summary>Who looks; null where nobody is signed in.</summary>
    public Visitor? Visitor { get; }

    /// <summary>What every form of the page carries.</summary>
    public Func<string> FormToken { get; }

    public IQueryCollection Query { get; }

    public string Path { get; }

    public Voice Voice { get; }

    public Words Words => Voice.Words;

    /// <summary>The workspace; throws what is wrong with it where there is none.</summary>
    public WorkspaceCard Workspace
    {
        get
        {
            _pool.Opened.ThrowIfClosed();
            return _pool.Opened.Workspace ?? throw new InvalidOperationException("Nothing is open.");
        }
    }

    /// <summary>Whether whoever looks may see some rows only.</summary>
    public bool IsRuled => Visitor is { } visitor && Workspace.Access.RulesOf(visitor).Count > 0;

    /// <summary>Whether whoever looks may see what is at an address.</summary>
    public bool MaySee(string path) => Visitor is { } visitor && Right.Of(path) is var right && visitor.Role >= (right.Role ?? Role.Viewer)
        && !(right.Whole && (_pool.Opened.Workspace?.Access.RulesOf(visitor).Count ?? 1) > 0);

    /// <summary>The workspace's name, or Merit's where it cannot be read.</summary>
    public string Name => _pool.Opened.Workspace?.Name ?? "Merit";

    /// <summary>What the workers hold: another object when others have taken over.</summary>
    public Opened State => _pool.Opened;

    /// <summary>Identifies what the page is made of.</summary>
    public string Stamp => _pool.Stamp;

    /// <summary>The time; tests have their own.</summary>
    public DateTimeOffset Now(HttpContext context) => (context.RequestServices.GetService<TimeProvider>() ?? TimeProvider.System).GetUtcNow();

    /// <summary>A moment as it reads in a zone.</summary>
    public string Moment(DateTimeOffset moment, string zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(zone));
        return $"{Voice.Dates.Day(DateOnly.FromDateTime(local.DateTime))} {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    public Task<TAnswer> AskAsync<TAnswer>(Question<TAnswer> question)
        where TAnswer : class => _asker.Value.AskAsync(question);

    /// <summary>Who asks for whoever sent a request; nobody asks for who is not known.</summary>
    public static Asker AskerOf(HttpContext context, CancellationToken leaves) => new(
        context.RequestServices.GetRequiredService<WorkerPool>(), context.Features.Get<Visitor>() ?? throw new InvalidOperationException("Nobody knows who asks."), leaves);

    /// <summary>The address of another page, which keeps the language, the days and the comparison.</summary>
    public string To(string path, params IEnumerable<(string Name, string? Value)> more)
    {
        List<(string Name, string? Value)> given = [.. more];
        return Address(path, [.. Kept.Where(k => given.TrueForAll(g => g.Name != k)).Select(k => (k, Asked.Text(Query, k))), .. given]);
    }

    /// <summary>The address of this page with something else.</summary>
    public string Here(params IEnumerable<(string Name, string? Value)> changed)
    {
        List<(string Name, string? Value)> given = [.. changed];
        return Address(Path, [.. Query.Where(q => given.TrueForAll(g => g.Name != q.Key)).SelectMany(q => q.Value.Select(v => (q.Key, v))), .. given]);
    }

    /// <summary>An address, with what it asks for.</summary>
    public static string Address(string path, IEnumerable<(string Name, string? Value)> query)
    {
        var asked = string.Join('&', query.Where(q => !string.IsNullOrEmpty(q.Value)).Select(q => $"{Uri.EscapeDataString(q.Name)}={Uri.EscapeDataString(q.Value ?? "")}"));
        return asked.Length == 0 ? path : $"{path}?{asked}";
    }
}
