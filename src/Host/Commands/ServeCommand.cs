using System.CommandLine;
using System.Globalization;
using System.Net;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Access;
using Merit.Host.Dashboard;
using Merit.Host.Delivery;
using Merit.Host.Inbound;
using Merit.Host.Links;
using Merit.Host.Schedules;
using Merit.Host.Workers;

namespace Merit.Host.Commands;

/// <summary><c>merit serve</c></summary>
internal sealed class ServeCommand : Verb
{
    private const int UsualPort = 8600;
    private const int MostWorkers = 64;

    private readonly Option<int> _port = new("--port") { Description = $"The port; 0 lets the system choose one. {UsualPort} unless given.", HelpName = "N", DefaultValueFactory = _ => UsualPort };

    private readonly Option<string> _address = new("--address") { Description = "The address; 127.0.0.1 unless given. Others sign in.", HelpName = "IP" };

    private readonly Option<int?> _workers = new("--workers") { Description = "How many processes answer questions.", HelpName = "N" };

    public ServeCommand(Surroundings around)
        : base("serve", "Shows the workspace's figures in a browser, and to other programs, until it is stopped.", around)
    {
        _port.Validators.Add(result => Within(result, "--port", 0, IPEndPoint.MaxPort));
        _workers.Validators.Add(result => Within(result, "--workers", 1, MostWorkers));
        foreach (var option in new Option[] { _port, _address, _workers })
        {
            Options.Add(option);
        }
    }

    protected override async Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var address = Address(parsed.GetValue(_address));
        var project = Project(parsed);
        var limits = WorkerLimits.Of(parsed.GetValue(_workers), Around.Environment);
        await using var pool = new WorkerPool(new WorkerProgram(Around.BaseDirectory, project, limits), limits, () => WorkspaceStamp.Of(project), Around.Clock) { IsGreeted = true };
        Output.Progress("Opening…");
        await pool.OpenAsync(stop);
        using var bell = new FolderBell(Path.Combine(project, "reports"), pool.Look);
        if (pool.Opened.Workspace is null)
        {
            pool.Opened.ThrowIfClosed();
        }

        using var inbound = Inbound(project, stop);
        using var access = Access(pool.Opened.Workspace, project, address);
        var resending = new Resending(async (arguments, told) => await OwnProcess.RunAsync(Around.BaseDirectory, [.. arguments, "--project", project], told, stop) is ExitCode.Fine);
        await using var site = await Site.StartAsync(pool, new IPEndPoint(address, parsed.GetValue(_port)), inbound, access, resending, stop);
        foreach (var finding in pool.Opened.Findings)
        {
            Output.Finding(finding.Diagnostic with { Rule = finding.Diagnostic.Rule with { Severity = Severity.Warning } });
        }

        Output.Data(site.Address);
        Output.Note("Ctrl-C ends it.");
        await using var ticking = await Ticking.StartAsync(pool, end => Ticking.RunAsync(Around.BaseDirectory, project, Output.Note, end), Around.Clock, stop);
        await site.EndedAsync(stop);
        return ExitCode.Fine;
    }

    // Read once: who may send is not to change under way by a file that is half written. Where merit.yaml is wrong, pages say so, and nothing is taken in.
    private InboundDoor? Inbound(string project, CancellationToken stop)
    {
        // Plugins are not loaded into this process for nothing.
        if (!File.ReadAllText(Path.Combine(project, Workspaces.WorkspaceLoader.FileName)).Contains("inbound", StringComparison.Ordinal))
        {
            return null;
        }

        var (workspace, _, findings) = Around.Read(project);
        if (workspace is null or { Inbound: { Endpoints.Count: 0, Links.Count: 0 } } || findings.All.Any(f => f.Severity == Severity.Error))
        {
            return null;
        }

        var desk = new LinkDesk(workspace);
        var links = desk.Make([.. workspace.Inbound.Links.Select(l => l.Tag)], stop);
        foreach (var finding in desk.Findings)
        {
            Output.Finding(finding with { Rule = finding.Rule with { Severity = Severity.Warning } });
        }

        var addresses = workspace.Inbound.Links.Join(links, l => l.Tag, l => l.Tag, (l, made) => (l.Name, made.Address)).ToDictionary(l => l.Name, l => l.Address, StringComparer.Ordinal);
        return InboundDoor.Open(workspace.Directory, workspace.Inbound, addresses, Around.Clock);
    }

    private static IPAddress Address(string? text)
    {
        if (text is null or "localhost")
        {
            return IPAddress.Loopback;
        }

        return IPAddress.TryParse(text, out var address) ? address : throw new MeritException(ServeRules.OpenAddress.Here(text));
    }

    // This machine's own address needs nobody to sign in, unless merit.yaml says that others come by another one. How others reach it is read once.
    private OpenAccess? Access(Workers.Protocol.WorkspaceCard? workspace, string project, IPAddress address)
    {
        var settings = workspace?.Access ?? new AccessSettings();
        if (IPAddress.IsLoopback(address) && settings is { Address: null, Always: false })
        {
            return null;
        }

        var book = new AccountBook(project);
        if (book.Users.Count + book.Keys.Count == 0)
        {
            throw new MeritException(ServeRules.OpenAddress.Here(settings.Address?.AbsoluteUri ?? $"{address}"));
        }

        if (settings.Address is not { Scheme: "https" } && !IPAddress.IsLoopback(address))
        {
            Output.Finding(AccessRules.Unprotected.Here($"{address}"));
        }

        var state = workspace?.StateDirectory ?? Path.Combine(project, ".merit");
        return new OpenAccess(book, new AuditLog(state, "serve", Around.Clock), settings, state);
    }

    private static void Within(System.CommandLine.Parsing.OptionResult result, string name, int least, int most)
    {
        if (result.Tokens is [var token] && (!int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n < least || n > most))
        {
            result.AddError($"'{token.Value}' is not a value of {name}: write a whole number from {least} to {most}.");
        }
    }
}
