using Merit.Host.Commands;
using Merit.Host.Tests.Workspaces;

namespace Merit.Host.Tests.Commands;

/// <summary>Runs command lines in a folder of their own.</summary>
internal sealed class CommandRun : IDisposable
{
    private readonly StringWriter _data = new() { NewLine = "\n" };
    private readonly StringWriter _notes = new() { NewLine = "\n" };

    public FakeStages Stages { get; } = new();

    public TemporaryFolder Folder { get; } = new();

    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    public string Data => _data.ToString();

    public string Notes => _notes.ToString();

    /// <summary>What is typed or piped where a secret is asked for, one after the other.</summary>
    public Queue<string> Secrets { get; } = [];

    /// <summary>Whether secrets are typed.</summary>
    public bool IsTyped { get; init; }

    public bool Interactive { get; init; }

    public bool Colour { get; init; }

    /// <summary>The exit code of a command line in a folder with a workspace.</summary>
    public Task<int> Run(params string[] args) => Run(CancellationToken.None, args);

    public async Task<int> Run(CancellationToken stop, params string[] args)
    {
        if (!File.Exists(Path.Combine(Folder.Path, "merit.yaml")))
        {
            Folder.Write("merit.yaml", Loading.Head);
        }

        return await CommandLine.RunAsync(args, new Surroundings
        {
            Output = new Terminal(_data, _notes, Interactive, Colour) { AskSecret = _ => Secrets.TryDequeue(out var secret) ? secret : null, IsTyped = IsTyped },
            Environment = Environment,
            CurrentDirectory = Folder.Path,
            BaseDirectory = AppContext.BaseDirectory,
            Clock = TimeProvider.System,
            Stages = Stages,
        }, stop);
    }

    public void Dispose()
    {
        Folder.Dispose();
        _data.Dispose();
        _notes.Dispose();
    }
}
