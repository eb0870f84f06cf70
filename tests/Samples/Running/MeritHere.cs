using Merit.Host.Commands;
using Merit.Host.Pipeline;

namespace Merit.Samples.Tests.Running;

/// <summary>Runs merit's command line inside this process: for questions asked by the hundred, each of which would begin a process to say one line. What a process does is seen by <see cref="MeritProcess"/>.</summary>
internal static class MeritHere
{
    public static Outcome Run(string project, params IEnumerable<string> arguments)
    {
        using var output = new StringWriter();
        using var notes = new StringWriter();
        var code = CommandLine.RunAsync([.. arguments], new Surroundings
        {
            Output = new Terminal(output, notes, interactive: false, colour: false),
            Environment = new Dictionary<string, string>(StringComparer.Ordinal),
            CurrentDirectory = project,
            BaseDirectory = AppContext.BaseDirectory,
            Clock = TimeProvider.System,
            Stages = new Stages(AppContext.BaseDirectory, TimeProvider.System),
        }, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        return new Outcome(code, output.ToString(), notes.ToString());
    }
}
