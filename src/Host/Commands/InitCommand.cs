using System.CommandLine;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Workspaces;

namespace Merit.Host.Commands;

/// <summary><c>merit init</c></summary>
internal sealed class InitCommand : Verb
{
    private static readonly string[] Samples = ["guide", "demo"];

    private readonly Argument<string> _directory = new("DIR") { Description = "The new folder." };

    private readonly Option<string> _sample = Words("--sample", "What to start from; guide unless given", Samples);

    private readonly Option<int?> _touchpoints = new("--touchpoints") { Description = "About how many touchpoints the demo has.", HelpName = "N" };

    private readonly Option<int?> _seed = new("--seed") { Description = "The demo's seed: the same seed gives the same data.", HelpName = "N" };

    public InitCommand(Surroundings around)
        : base("init", "Makes a workspace that runs, without the network.", around)
    {
        Arguments.Add(_directory);
        Options.Add(_sample);
        Options.Add(_touchpoints);
        Options.Add(_seed);
    }

    protected override Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var directory = Path.GetFullPath(parsed.GetRequiredValue(_directory), Project(parsed));
        if (File.Exists(directory) || (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any()))
        {
            throw new MeritException(CommandRules.FolderInUse.Here(directory));
        }

        var sample = parsed.GetValue(_sample) ?? Samples[0];
        var from = Path.Combine(Around.BaseDirectory, "samples", sample);
        if (!File.Exists(Path.Combine(from, WorkspaceLoader.FileName)))
        {
            throw new MeritException(CommandRules.UnknownSample.Here(sample, string.Join(", ", Samples)));
        }

        Copy(from, directory);
        Output.Note($"The workspace is in {directory}.");
        Output.Note($"Next: merit run --project {Path.GetRelativePath(Around.CurrentDirectory, directory)}");
        return Task.FromResult(Done());
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? to);
            File.Copy(file, target);
        }
    }
}
