namespace Merit.Metrics.Tests.Naive;

/// <summary>Shows of a failed property what a person wants to read: the seed, the difference, and the smallest case found; not the case it began with.</summary>
internal static class Shrunk
{
    public static void Shown(Action check)
    {
        try
        {
            check();
        }
        catch (Exception failed) when (failed.Message.Contains("\nShrunk:", StringComparison.Ordinal))
        {
            var message = failed.Message.ReplaceLineEndings("\n");
            Assert.Fail(message[..message.IndexOf("\nOriginal:", StringComparison.Ordinal)] + "\n" + message[(message.IndexOf("\nShrunk:", StringComparison.Ordinal) + 1)..]);
        }
    }
}
