using System.ComponentModel;
using System.Diagnostics;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Workers.Protocol;

namespace Merit.Host.Workers;

/// <summary>A worker seen from outside: asked one thing at a time, and ended when it takes too long or too much.</summary>
internal sealed class WorkerProcess : IDisposable
{
    // Names come from addresses, which anybody may write.
    private const int MostSubjects = 50;

    private static readonly TimeSpan BetweenWeighings = TimeSpan.FromMilliseconds(100);

    private readonly Process _process;
    private readonly WorkerLimits _limits;
    private readonly TimeProvider _clock;
    private readonly HashSet<string> _subjects = new(StringComparer.Ordinal);

    private WorkerProcess(Process process, WorkerLimits limits, TimeProvider clock) => (_process, _limits, _clock) = (process, limits, clock);

    /// <summary>Its process.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it can be asked again.</summary>
    public bool IsUsable { get; private set; } = true;

    /// <summary>What it has opened.</summary>
    public Opened Opened { get; private set; } = new();

    /// <summary>Whether it was asked about something before.</summary>
    public bool Knows(string subject) => _subjects.Contains(subject);

    /// <summary>Starts one and waits for what it opens; throws <see cref="MeritException"/> where it does not get that far, <see cref="OperationCanceledException"/> where it is stopped before.</summary>
    public static async Task<WorkerProcess> StartAsync(ProcessStartInfo start, WorkerLimits limits, TimeProvider clock, CancellationToken stop)
    {
        var worker = new WorkerProcess(Begin(start), limits, clock);
        try
        {
            await using var abandon = stop.Register(worker.Kill);
            worker.Opened = (await worker.HearAsync()).Read<Opened>();
            return worker;
        }
        catch (MeritException) when (stop.IsCancellationRequested)
        {
            // What is told of a worker that was ended on purpose is no news to anybody.
            worker.Dispose();
            throw new OperationCanceledException(stop);
        }
        catch
        {
            worker.Dispose();
            throw;
        }
    }

    /// <summary>Its answer; throws what it found wrong, or what became of it. Afterwards, look whether it is still usable.</summary>
    public async Task<TAnswer> AskAsync<TAnswer>(Question<TAnswer> question)
    {
        if (question.Subject is { } subject)
        {
            if (_subjects.Count == MostSubjects)
            {
                _subjects.Clear();
            }

            _subjects.Add(subject);
        }

        try
        {
            await Wire.WriteAsync<Question>(_process.StandardInput.BaseStream, question);
        }
        catch (IOException)
        {
            // What became of it is told when no reply comes.
        }

        var reply = await HearAsync();
        IsUsable &= !reply.Spent && Weight <= _limits.Memory;
        return reply.Read<TAnswer>();
    }

    /// <summary>Ends it, now.</summary>
    public void Kill()
    {
        IsUsable = false;
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
        {
            // It has ended already.
        }
    }

    /// <summary>Ends when the process has.</summary>
    public Task EndedAsync() => _process.WaitForExitAsync(CancellationToken.None);

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private long Weight
    {
        get
        {
            try
            {
                _process.Refresh();
                return _process.WorkingSet64;
            }
            catch (InvalidOperationException)
            {
                return 0;
            }
        }
    }

    private async Task<Reply> HearAsync()
    {
        Diagnostic? ended = null;
        using var late = _clock.CreateTimer(_ => End(ServeRules.TooLong.Here(_limits.Seconds)), null, _limits.Time, Timeout.InfiniteTimeSpan);
        using var scales = _clock.CreateTimer(_ => Weigh(), null, BetweenWeighings, BetweenWeighings);
        if (await Wire.ReadAsync<Reply>(_process.StandardOutput.BaseStream) is { } reply)
        {
            return reply;
        }

        Kill();
        throw new MeritException(ended ?? ServeRules.Died.Here());

        void Weigh()
        {
            if (Weight > _limits.Memory)
            {
                End(ServeRules.TooLarge.Here(_limits.Memory >> 20));
            }
        }

        void End(Diagnostic why)
        {
            Interlocked.CompareExchange(ref ended, why, null);
            Kill();
        }
    }

    private static Process Begin(ProcessStartInfo start)
    {
        try
        {
            var process = Process.Start(start) ?? throw new MeritException(ServeRules.NoWorker.Here("it did not start"));

            // Nobody reads what a dying process has to say there, but it must not wait for a reader.
            process.BeginErrorReadLine();
            return process;
        }
        catch (Win32Exception refused)
        {
            throw new MeritException(ServeRules.NoWorker.Here(refused.Message.TrimEnd('.')), refused);
        }
    }
}
