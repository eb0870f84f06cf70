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

    // What can be made again, what is secret, and what others sent.
    private const string Ignored = """
        .merit/
        out/
        inbound/
        .env
        access.json

        """;

    private readonly Argument<string> _directory = new("DIR") { Description = "The new folder." };

    private readonly Option<string> _sample = Words("--sample", "What to start from; guide unless given", Guide, Demo);

    private readonly Option<long?> _touchpoints = new("--touchpoints") { Description = "How many touchpoints the demo has; everything else grows with them.", HelpName = "N" };

    private readonly Option<ulong?> _seed = new("--seed") { Description = "The demo's seed: the same seed and size give the same files.", HelpName = "N" };

    private readonly Option<int?> _length = new("--journey-length") { Description = "How many touchpoints a contact of the demo has on average; a few unless given.", HelpName = "N" };

    private readonly Option<int?> _channels = new("--channels") { Description = "How many channels the demo has; 12 unless given.", HelpName = "N" };

    private readonly Option<double?> _buyers = new("--buyers") { Description = "The part of the demo's contacts who buy after their last touchpoint, from 0 to 1; few unless given.", HelpName = "PART" };

    private readonly Option<string> _format = Words("--format", "What the demo's data files are; csv unless given", "csv", "parquet");

    private readonly Option<string[]> _from = new("--from")
    {
        Description = "Files to propose a merit.yaml for, by looking at their columns; they stay where they are.", HelpName = "FILE", AllowMultipleArgumentsPerToken = true,
    };

    public InitCommand(Surroundings around)
        : base("init", "Makes a workspace that runs, without the network.", around)
    {
        Arguments.Add(_directory);
        Options.Add(_sample);
        Option[] ofDemo = [_touchpoints, _seed, _length, _channels, _buyers, _format];
        foreach (var option in ofDemo)
        {
            Options.Add(option);
        }

        Options.Add(_from);
        Within(_touchpoints, 1, DemoOptions.MostTouchpoints);
        Within(_length, 1, DemoOptions.LongestJourney);
        Within(_channels, DemoOptions.LeastChannels, DemoOptions.MostChannels);
        Within(_buyers, 0, 1, whole: false);
        Validators.Add(result =>
        {
            if (result.GetResult(_from) is not null && result.GetResult(_sample) is { Implicit: false })
            {
                result.AddError("--from and --sample both say what to start from.");
            }

            if (result.GetValue(_sample) is not Demo && Array.Find(ofDemo, o => result.GetResult(o) is { Implicit: false }) is { } lonely)
            {
                result.AddError($"{lonely.Name} is for --sample demo.");
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
                MakeDemo(parsed, draft, stop);
            }
            else
            {
                Copy(Path.Combine(Around.BaseDirectory, "samples", Guide), draft);
            }

            File.WriteAllText(Path.Combine(draft, ".gitignore"), Ignored);
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

    private void MakeDemo(ParseResult parsed, string directory, CancellationToken stop)
    {
        var usual = new DemoOptions();
        var options = new DemoOptions(parsed.GetValue(_touchpoints) ?? usual.Touchpoints, parsed.GetValue(_seed) ?? usual.Seed)
        {
            JourneyLength = parsed.GetValue(_length),
            Channels = parsed.GetValue(_channels) ?? usual.Channels,
            Buyers = parsed.GetValue(_buyers),
            Format = parsed.GetValue(_format) is "parquet" ? DemoFormat.Parquet : DemoFormat.Csv,
        };
        DemoGenerator.Write(directory, options, stop);
    }

    private static void Within(Option option, double least, double most, bool whole = true) => option.Validators.Add(result =>
    {
        var style = whole ? NumberStyles.AllowLeadingSign : NumberStyles.Float;
        if (result.Tokens is [var token] && (!double.TryParse(token.Value, style, CultureInfo.InvariantCulture, out var n) || !(n >= least && n <= most)))
        {
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"'{token.Value}' is not a value of {option.Name}: write a {(whole ? "whole " : "")}number from {least} to {most}."));
        }
    });

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
