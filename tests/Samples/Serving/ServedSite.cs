using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Serving;

/// <summary><c>merit serve</c> at work, as a browser and the system see it.</summary>
internal sealed class ServedSite : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Task<string> _notes;

    private ServedSite(Process process, Uri address)
    {
        (Process, _notes) = (process, process.StandardError.ReadToEndAsync());
        Client = new HttpClient { BaseAddress = address, Timeout = Patience };
    }

    public Process Process { get; }

    public HttpClient Client { get; }

    /// <summary>The processes that answer.</summary>
    public IReadOnlyList<Process> Workers => [.. System.Diagnostics.Process.GetProcesses().Where(p => ParentOf(p.Id) == Process.Id)];

    /// <summary>Serves a workspace at a port that is free, by as few workers as can stand in for each other unless the arguments say how many.</summary>
    public static ServedSite Of(TemporaryWorkspace workspace, IReadOnlyDictionary<string, string> environment, params IReadOnlyList<string> arguments)
    {
        IEnumerable<string> workers = arguments.Contains("--workers", StringComparer.Ordinal) ? [] : ["--workers", "2"];
        var process = MeritProcess.Start(workspace.Folder, environment, ["serve", "--port", "0", .. workers, .. arguments]);
        var address = process.StandardOutput.ReadLine();
        return address is null ? throw new InvalidOperationException(process.StandardError.ReadToEnd()) : new ServedSite(process, new Uri(address));
    }

    public static ServedSite Of(TemporaryWorkspace workspace) => Of(workspace, new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>What the interface for programs says.</summary>
    public async Task<(int Status, JsonNode Body)> AskAsync(string question)
    {
        using var answer = await Client.GetAsync(new Uri(question, UriKind.Relative));
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync()) ?? throw new InvalidOperationException(question));
    }

    /// <summary>What a page says.</summary>
    public async Task<(int Status, string Page)> ShowAsync(string path)
    {
        using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Asks until the answer is as expected: what changes takes a moment to be seen.</summary>
    public async Task<JsonNode> UntilAsync(string question, Predicate<JsonNode> expected)
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            var (_, body) = await AskAsync(question);
            if (expected(body))
            {
                return body;
            }

            Assert.True(patience.Elapsed < Patience, body.ToJsonString());
        }
    }

    /// <summary>Asks it to end, as a terminal or a service would; what it noted.</summary>
    public async Task<string> EndAsync()
    {
        using var kill = System.Diagnostics.Process.Start("kill", ["-TERM", Process.Id.ToString(CultureInfo.InvariantCulture)]);
        await Process.WaitForExitAsync().WaitAsync(Patience);
        return await _notes;
    }

    public static async Task AllEndAsync(IEnumerable<Process> processes) => await Task.WhenAll(processes.Select(p => p.WaitForExitAsync())).WaitAsync(Patience);

    public void Dispose()
    {
        Client.Dispose();
        Process.Kill(entireProcessTree: true);
        Process.Dispose();
    }

    // The fourth field of /proc/…/stat, after the name, which may hold spaces and brackets.
    private static int ParentOf(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            return int.Parse(text[(text.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
