using System.CommandLine;
using Merit.Host.Workers;

namespace Merit.Host.Commands;

/// <summary>The verb that <c>merit serve</c> starts its workers with; no person uses it.</summary>
internal sealed class WorkerCommand : Verb
{
    private readonly Option<bool> _withoutScripts = new(WorkerProgram.WithoutScripts);

    public WorkerCommand(Surroundings around)
        : base(WorkerProgram.Verb, "Answers questions of 'merit serve'.", around)
    {
        Hidden = true;
        Options.Add(_withoutScripts);
    }

    protected override async Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var (input, output) = Terminal.Pipes();
        await using (input)
        await using (output)
        {
            // Ctrl-C reaches every process of the terminal. This one ends with the one that started it, which has something to say about it.
            await new Worker(Around, input, output).RunAsync(Project(parsed), parsed.GetValue(_withoutScripts), CancellationToken.None);
        }

        return ExitCode.Fine;
    }
}
