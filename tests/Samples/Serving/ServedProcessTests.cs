using System.Net;
using System.Net.Sockets;
using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Serving;

/// <summary><c>merit serve</c> as the system sees it: what it binds, what it starts and what it leaves.</summary>
public sealed class ServedProcessTests : IDisposable
{
    private readonly TemporaryWorkspace _workspace = LoadedOnce.Copy("guide", () => TemporaryWorkspace.Of("guide"));

    public ServedProcessTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "The workers are found by what Linux says of processes.");

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task When_it_is_asked_to_end_all_end()
    {
        using var site = ServedSite.Of(_workspace);
        await site.AskAsync("api/query?metrics=cost");
        var workers = site.Workers;

        var notes = await site.EndAsync();

        Assert.NotEmpty(workers);
        await ServedSite.AllEndAsync(workers);
        Assert.Equal(0, site.Process.ExitCode);
        Assert.DoesNotContain("error", notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_it_is_killed_no_worker_is_left()
    {
        using var site = ServedSite.Of(_workspace);
        await site.AskAsync("api/query?metrics=cost");
        var workers = site.Workers;

        site.Process.Kill();

        Assert.NotEmpty(workers);
        await ServedSite.AllEndAsync(workers);
    }

    [Fact]
    public async Task A_worker_that_is_killed_is_replaced()
    {
        using var site = ServedSite.Of(_workspace, new Dictionary<string, string>(StringComparer.Ordinal), "--workers", "1");
        await site.AskAsync("api/query?metrics=cost");
        var worker = Assert.Single(site.Workers);

        worker.Kill();
        await worker.WaitForExitAsync();

        // Not the question of before, whose answer is kept.
        await site.UntilAsync("api/query?metrics=revenue", body => body["rows"] is not null);
        Assert.NotEqual(worker.Id, Assert.Single(site.Workers).Id);
    }

    [Fact]
    public async Task New_data_are_answered_from()
    {
        using var site = ServedSite.Of(_workspace);
        var before = (await site.AskAsync("api/query?metrics=cost")).Body["rows"]?[0]?["cost"]?.GetValue<double>();
        var spend = _workspace.PathOf("data/spend.csv");
        await File.WriteAllTextAsync(spend, File.ReadAllLines(spend)[0] + "\n");

        MeritProcess.Run(_workspace.Folder, "load").Fine();

        Assert.True(before > 0);
        await site.UntilAsync("api/query?metrics=cost", body => body["rows"]?[0]?["cost"]?.GetValue<double>() is not { } cost || cost < before);
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("192.0.2.1")]
    [InlineData("example.org")]
    public void It_serves_nobody_else(string address)
    {
        var outcome = MeritProcess.Run(_workspace.Folder, "serve", "--port", "0", "--address", address);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("MRT6001", outcome.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_in_use_is_told()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var outcome = MeritProcess.Run(_workspace.Folder, "serve", "--port", $"{((IPEndPoint)taken.LocalEndpoint).Port}");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("MRT6002", outcome.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workspace_that_is_wrong_is_told_at_once()
    {
        _workspace.Write("merit.yaml", "name: [");

        var outcome = MeritProcess.Run(_workspace.Folder, "serve", "--port", "0");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("merit.yaml", outcome.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_data_it_says_how_to_load_them()
    {
        Directory.Delete(_workspace.PathOf(".merit/warehouse"), recursive: true);
        using var site = ServedSite.Of(_workspace);

        var (status, body) = await site.AskAsync("api/query?metrics=cost");

        Assert.Equal((503, "MRT1303"), (status, body["code"]?.GetValue<string>()));
        MeritProcess.Run(_workspace.Folder, "load").Fine();
        await site.UntilAsync("api/query?metrics=cost", answer => answer["rows"] is not null);
    }

    [Fact]
    public async Task A_name_that_a_stranger_points_here_is_refused()
    {
        using var site = ServedSite.Of(_workspace);
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/query?metrics=cost");
        request.Headers.Host = "stranger.example";

        using var answer = await site.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        Assert.Contains("MRT6008", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", string.Join(' ', (await site.Client.GetAsync(new Uri("explore", UriKind.Relative))).Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }
}
