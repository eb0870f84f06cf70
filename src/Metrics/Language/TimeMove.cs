using Merit.Metrics.Requests;

namespace Merit.Metrics.Language;

/// <summary>Turns the days a figure is about into the days a measure reads. A window ends where the figure's days end, or with today if that comes first.</summary>
internal abstract record TimeMove
{
    /// <summary>In words; different moves have different ones.</summary>
    public abstract string Text { get; }
}

/// <summary>The days that end with the figure's last one.</summary>
internal sealed record RollingMove(int Count, TimeGrain Grain) : TimeMove
{
    public override string Text => $"rolling {new TimeUnit(Grain).Text(Count)}";
}

/// <summary>All days up to the figure's last one: since the start of that day's month, quarter or year, or since ever.</summary>
internal sealed record SinceMove(TimeGrain? Grain) : TimeMove
{
    public override string Text => Grain is { } grain ? $"{grain.ToString().ToLowerInvariant()} to date" : "cumulative";
}

/// <summary>The same days one group or period before, or a year before.</summary>
internal sealed record BackMove(bool Year) : TimeMove
{
    public override string Text => Year ? "year ago" : "previous";
}

/// <summary>Those of the figure's days that have begun.</summary>
internal sealed record TodayMove : TimeMove
{
    public override string Text => "until today";
}
