using static Merit.Plugins.Tests.Connectors.Http.MisbehavingServer;

namespace Merit.Plugins.Tests.Connectors.Http.Vendors;

/// <summary>What can go wrong for a while: how the server misbehaves from the second question for data on.</summary>
internal sealed record Trouble(string Name, Func<VendorServer, int, Answer?> Misbehave)
{
    /// <summary>How long is waited for it, in seconds, where that is told.</summary>
    public IReadOnlyList<double> Waits { get; init; } = [];

    public static IReadOnlyList<Trouble> All { get; } =
    [
        new("token expires", (s, n) => Once(n, () => Then(s.Expire, null))),
        new("429 with seconds", (s, n) => Once(n, () => new Answer(s.Busy.Body, 429) { RetryAfter = "7" })) { Waits = [7] },
        new("429 with a date", (s, n) => Once(n, () => new Answer(s.Busy.Body, 429) { RetryAfter = (s.Clock.GetUtcNow() + TimeSpan.FromSeconds(30)).ToString("R", System.Globalization.CultureInfo.InvariantCulture) })) { Waits = [30] },
        new("429 without a word", (s, n) => Once(n, () => new Answer("slow down", 429))) { Waits = [1] },
        new("500 and 503", (_, n) => n is 2 ? new Answer("oops", 500) : n is 3 ? new Answer("<html>", 503) : null) { Waits = [1, 2] },
        new("the vendor's own words for later", (s, n) => Once(n, () => s.Busy)) { Waits = [1] },
        new("no answer", (s, n) => Once(n, () => new Answer("") { Stop = 0, Stopped = s.Clock.RunOut })) { Waits = [1] },
        new("an answer that stands still", (s, n) => Once(n, () => new Answer("{\"data\": [{\"id\": \"1\"}]}") { Stop = 9, Stopped = s.Clock.RunOut })) { Waits = [1] },
        new("a cut connection", (_, n) => Once(n, () => new Answer("") { Cut = 0 })) { Waits = [1] },
        new("a connection cut within the answer", (_, n) => Once(n, () => new Answer("{\"data\": [{\"id\": \"1\"}]}") { Cut = 9 })) { Waits = [1] },
        new("JSON cut short", (_, n) => Once(n, () => new Answer("{\"data\": [{\"id\": \"1"))) { Waits = [1] },
        new("an empty answer", (_, n) => Once(n, () => new Answer(""))) { Waits = [1] },
    ];

    private static Answer? Once(int question, Func<Answer?> answer) => question is 2 ? answer() : null;

    private static Answer? Then(Action act, Answer? answer)
    {
        act();
        return answer;
    }
}
