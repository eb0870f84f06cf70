using System.Globalization;

namespace Merit.Scripting.Running;

/// <summary>How long the code of scripts may run, and what it may take.</summary>
public sealed record ScriptLimits
{
    private const string Variable = "MERIT_SCRIPT_SECONDS";

    /// <summary>How long all scripts together, or one model, or a function over one chunk of rows, may run.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(
        double.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 ? seconds : 10);

    /// <summary>How much longer code may be at work where no check reaches it, inside LINQ, before it is left behind.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How much memory it may hold.</summary>
    public long Memory { get; init; } = 1L << 30;

    internal string Seconds => Time.TotalSeconds.ToString("0.##", CultureInfo.InvariantCulture);
}
