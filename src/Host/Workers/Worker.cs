using System.Diagnostics;
using System.Threading.Channels;
using Merit.Diagnostics;
using Merit.Host.Commands;
using Merit.Host.Workers.Protocol;
using Merit.Scripting.Running;

namespace Merit.Host.Workers;

/// <summary>The inside of a worker: opens the published version once, and answers one question after the other until nobody asks any more.</summary>
/// <param name="around">What it works with.</param>
/// <param name="input">Brings questions.</param>
/// <param name="output">Takes replies.</param>
internal sealed class Worker(Surroundings around, Stream input, Stream output)
{
    private readonly Lock _writing = new();

    /// <param name="directory">The workspace's folder.</param>
    /// <param name="withoutScripts">Leaves scripts alone: they are known to be broken.</param>
    /// <param name="stop">Asks to stop.</param>
    public async Task RunAsync(string directory, bool withoutScripts, CancellationToken stop)
    {
        _ = Warming.Begin();

        // Code of a script that cannot be stopped keeps the question from ever being answered: what is known of it is the answer.
        Watchdog.Start(around.Clock, finding => Say(Reply.Of([finding], spent: true)));
        var questions = Channel.CreateUnbounded<Question>();
        _ = Task.Run(() => ReadAsync(questions.Writer), CancellationToken.None);
        using var desk = QuestionDesk.Open(around, directory, withoutScripts, stop);
        Say(Reply.Of(desk.Opened));
        await foreach (var question in questions.Reader.ReadAllAsync(stop))
        {
            Say(Answer(desk, question));
        }
    }

    private Reply Answer(QuestionDesk desk, Question question)
    {
        try
        {
            return Reply.Of(desk.Answer(question));
        }
        catch (MeritException wrong)
        {
            return Reply.Of(wrong.Diagnostics);
        }
        catch (OutOfMemoryException)
        {
            return Reply.Of([Merit.Diagnostics.Rules.ServeRules.TooLarge.Here(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20)], spent: true);
        }
#pragma warning disable CA1031 // Whatever goes wrong with one question must not end those after it.
        catch (Exception defect) when (defect is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return Reply.Of([DefectOf(desk, defect)]);
        }
    }

    private Diagnostic DefectOf(QuestionDesk desk, Exception defect) => Merit.Diagnostics.Rules.InternalRules.Unexpected.Here(
        defect.GetType().Name, new DefectLog(around).Write(desk.Directory, ["serve"], defect));

    private void Say(Reply reply)
    {
        lock (_writing)
        {
            Wire.WriteAsync(output, reply).GetAwaiter().GetResult();
        }
    }

    // Apart from the answering, so that a worker ends with the process that asks, whatever it is at work on.
    private async Task ReadAsync(ChannelWriter<Question> questions)
    {
        while (await Wire.ReadAsync<Question>(input) is { } question)
        {
            questions.TryWrite(question);
        }

        using var self = Process.GetCurrentProcess();
        self.Kill();
    }
}
