using System.Diagnostics;
using Merit.Host.Workers;
using Merit.Host.Workers.Protocol;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Tests.Workers;

/// <summary>What a worker of a test does when it is asked.</summary>
internal enum Behaviour
{
    /// <summary>Answers every time.</summary>
    Answers,

    /// <summary>Says nothing at all, not even that it is there.</summary>
    NeverOpens,

    /// <summary>Opens, and never answers.</summary>
    Hangs,

    /// <summary>Opens, and ends when it is asked.</summary>
    Dies,

    /// <summary>Answers that code of a script still runs in it.</summary>
    IsSpent,
}

/// <summary>Starts shells that say what a worker would; each behaviour once, and then workers that answer.</summary>
internal sealed class CannedProgram(params Behaviour[] first) : IWorkerProgram
{
    private readonly Lock _starting = new();
    private readonly List<bool> _started = [];

    /// <summary>The state that workers find.</summary>
    public string State { get; set; } = "one";

    /// <summary>Of each worker started, whether it was to leave scripts alone.</summary>
    public IReadOnlyList<bool> Started
    {
        get
        {
            lock (_starting)
            {
                return [.. _started];
            }
        }
    }

    /// <summary>What keeps workers from answering.</summary>
    public IReadOnlyList<Finding> Findings { get; set; } = [];

    /// <summary>What workers say of the workspace.</summary>
    public WorkspaceCard? Card { get; set; }

    /// <summary>An answer whose only figure says which state it comes from.</summary>
    public static Answer AnswerOf(string state) => new(new Request { Metrics = [state] }, [], [], [], null);

    public ProcessStartInfo Start(bool withoutScripts)
    {
        int number;
        lock (_starting)
        {
            number = _started.Count;
            _started.Add(withoutScripts);
        }

        var does = number < first.Length ? first[number] : Behaviour.Answers;
        var opened = Said(Reply.Of(new Opened { Stamp = State, Workspace = Card, Findings = withoutScripts ? [] : Findings, Spent = Findings.Count > 0 && !withoutScripts }));
        var answer = Said(Reply.Of(AnswerOf(State)) with { Spent = does == Behaviour.IsSpent });
        var script = does switch
        {
            Behaviour.NeverOpens => "cat >/dev/null; :",
            Behaviour.Hangs => $"{opened}; cat >/dev/null; :",
            Behaviour.Dies => $"{opened}; head -c 4 >/dev/null",

            // Every question of these tests is one line of a pipe at most, and read at once.
            _ => $"{opened}; while [ -n \"$(dd bs=65536 count=1 2>/dev/null | tr -d '\\000')\" ]; do {answer}; done",
        };
        return new ProcessStartInfo("/bin/sh") { ArgumentList = { "-c", script }, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
    }

    private static string Said(Reply reply)
    {
        using var message = new MemoryStream();
        Wire.WriteAsync(message, reply).GetAwaiter().GetResult();
        return $"echo {Convert.ToBase64String(message.ToArray())} | base64 -d";
    }
}
