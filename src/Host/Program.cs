using System.Collections;
using System.Runtime.InteropServices;
using Merit.Host.Commands;
using Merit.Host.Pipeline;
using Merit.Host.Warehouse.Sessions;
using Merit.Scripting.Running;

var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
    .ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? "", StringComparer.Ordinal);
MachineMemory.LimitManaged(environment);
var around = new Surroundings
{
    Output = Terminal.OfProcess(environment),
    Environment = environment,
    CurrentDirectory = Environment.CurrentDirectory,
    BaseDirectory = AppContext.BaseDirectory,
    Clock = TimeProvider.System,
    Stages = new Stages(AppContext.BaseDirectory, TimeProvider.System),
};

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
Watchdog.Start(TimeProvider.System, End);
return await CommandLine.RunAsync(args, around, stop.Token);

// The first signal asks; a second one, when that takes too long, ends the process.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}

// A thread of the engine that never comes back keeps everything waiting. What was not published stays as it was.
void End(Merit.Diagnostics.Diagnostic finding)
{
    around.Output.Finding(finding);
#pragma warning disable RS0030 // No command returns from here.
    Environment.Exit(ExitCode.Failed);
#pragma warning restore RS0030
}
