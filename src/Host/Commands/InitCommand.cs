using System.CommandLine;
using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Proposing;
using Merit.Host.Samples;
using Merit.Host.Workspaces;

namespace Merit.Host.Commands;

/// <summary><c>merit init</c></summary>
internal sealed class InitCommand : Verb
{
    private const string Guide = "guide";

    private const string Demo = "demo";

    private readonly Argument<string> _directory = new("DIR") { Description = "The new folder." };

    private readonly Option<string> _sample = Words("--sample", "What to start from; guide unless given", Guide, Demo);

    private readonly Option<long?> _touchpoints = new("--touchpoints") { Description = "How many touchpoints the demo has; everything else grows with them.", HelpName = "N" };

    private readonly Option<ulong?> _seed = new("--seed") { Description = "The demo's seed: the same seed and size give the same files.", HelpName = "N" };

    private readonly Option<string[]> _from = new("--from")
    {
        Description = "Files to propose a merit.yaml for, by looking at their columns; they stay where they are.", HelpName = "FILE", AllowMultipleArgumentsPerToken = true,
    };

    public InitCommand(Surroundings around)
        : base("init", "Makes a workspace that runs, without the network.", around)
    {
        Arguments.Add(_directory);
        Options.Add(_sample);
        Options.Add(_touchpoints);
        Options.Add(_seed);
        Options.Add(_from);
        _touchpoints.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!long.TryParse(token.Value, CultureInfo.InvariantCulture, out var n) || n is < 1 or > DemoOptions.MostTouchpoints))
            {
                result.AddError($"'{token.Value}' is not a value of --touchpoints: write a whole number from 1 to {DemoOptions.MostTouchpoints}.");
            }
        });
        Validators.Add(result =>
        {
            if (result.GetResult(_from) is not null && result.GetResult(_sample) is { Implicit: false })
            {
                result.AddError("--from and --sample both say what to start from.");
            }

            if (result.GetValue(_sample) is not Demo && (result.GetResult(_touchpoints) ?? result.GetResult(_seed)) is not null)
            {
                result.AddError("--touchpoints and --seed are for --sample demo.");
            }
        });
    }

    protected override async Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var directory = Path.GetFullPath(parsed.GetRequiredValue(_directory), Project(parsed));
        if (File.Exists(directory) || (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any()))
        {
            throw new MeritException(CommandRules.FolderInUse.Here(directory));
        }

        // Made beside it and moved there whole, so that a stopped init leaves nothing half made.
        var draft = $"{directory}.{Guid.NewGuid():N}.tmp";
        try
        {
            if (parsed.GetValue(_from) is { Length: > 0 } files)
            {
                await ProposeAsync([.. files.Select(f => Path.GetFullPath(f, Project(parsed)))], directory, draft, stop);
            }
            else if (parsed.GetValue(_sample) is Demo)
            {
                var usual = new DemoOptions();
                DemoGenerator.Write(draft, new DemoOptions(parsed.GetValue(_touchpoints) ?? usual.Touchpoints, parsed.GetValue(_seed) ?? usual.Seed), stop);
            }
            else
            {
                Copy(Path.Combine(Around.BaseDirectory, "samples", Guide), draft);
            }

            if (Directory.Exists(directory))
            {
                Directory.Delete(directory);
            }

            Directory.Move(draft, directory);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new MeritException(CommandRules.CannotWrite.Here(directory, failure.Message), failure);
        }
        finally
        {
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }
        }

        if (Around.Read(directory).Workspace is { } workspace)
        {
            Around.Stages.KeepEditor(workspace, []);
        }

        Output.Note($"The workspace is in {directory}.");
        Output.Note(parsed.GetValue(_from) is { Length: > 0 } ? $"Next: look at merit.yaml, then merit load --project {Around.Shown(directory)}" : $"Next: merit run --project {Around.Shown(directory)}");
        return Done();
    }

    private async Task ProposeAsync(List<string> files, string directory, string draft, CancellationToken stop)
    {
        if (files.Find(f => !File.Exists(f)) is { } missing)
        {
            throw new MeritException(LoadRules.NoFileToLookAt.Here(Around.Shown(missing)));
        }

        var columns = await Around.Stages.LookAsync(files, Around.Stages.Plugins(directory).Catalog, stop);
        List<(string Path, FileProposal Proposal)> proposals = [.. files.Zip(columns).SelectMany(f => FileProposal.All(Path.GetFileName(f.First), f.Second).Select(p => (Path.GetRelativePath(directory, f.First).Replace('\\', '/'), p)))];
        foreach (var (_, proposal) in proposals)
        {
            Output.Note(proposal.Table is { } table
                ? $"{proposal.File} is taken for {table}, {ProposedYaml.Percent(proposal.Sure)} sure; {Counted.Of(proposal.Left.Count, "column")} for nothing."
                : $"{proposal.File} is taken for no table of the data model.");
        }

        Directory.CreateDirectory(draft);
        await File.WriteAllTextAsync(Path.Combine(draft, WorkspaceLoader.FileName), ProposedYaml.Write(Path.GetFileName(directory), proposals), stop);
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
