namespace Merit.Bench.Load;

/// <summary>How long something took.</summary>
/// <param name="Wall">By the clock.</param>
/// <param name="Processor">Of all processors.</param>
internal sealed record Taken(TimeSpan Wall, TimeSpan Processor);
