using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Delivering;

/// <summary>A process that is killed while it posts, writes a folder, or runs a schedule: a chat gets nothing twice, a program can tell by the key, a folder is whole, and a run goes on where it was.</summary>
public sealed class KilledHookTests(DeliveringWorkspace workspace) : IClassFixture<DeliveringWorkspace>
{
    [Theory]
    [InlineData("slack", "connected", 0, "unknown")]
    [InlineData("slack", "posted", 1, "unknown")]
    [InlineData("slack", "answering", 1, "unknown")]
    [InlineData("json", "connected", 1, "delivered")]
    [InlineData("json", "answering", 2, "delivered")]
    public async Task Killed_when_the_other_side_hears(string kind, string heard, int taken, string state)
    {
        using var server = new HookListener();
        workspace.Write(1);
        workspace.Files.Write("merit.yaml", File.ReadAllText(workspace.Files.PathOf("merit.yaml")).Replace("recipients:\n", $"recipients:\n  hook: {{ webhook: \"${{HOOK}}\", as: {kind} }}\n", StringComparison.Ordinal));
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["HOOK"] = server.Address.AbsoluteUri };
        string[] command = ["deliver", "mine", "--to", "hook", "--key", $"{kind}-{heard}"];
        using (var process = MeritProcess.Start(workspace.Files.Folder, environment, command))
        {
            server.Hears = word =>
            {
                if (word != heard)
                {
                    return true;
                }

                process.Kill();
                process.WaitForExit();
                return false;
            };
            await process.WaitForExitAsync();
        }

        server.Hears = _ => true;
        var again = MeritProcess.Run(workspace.Files.Folder, environment, command);
        MeritProcess.Run(workspace.Files.Folder, environment, command);

        Assert.Equal(taken, server.Taken.Count);
        Assert.True(server.Taken.Distinct(StringComparer.Ordinal).Count() <= 1);
        Assert.Contains($"\"state\":\"{state}\"", File.ReadLines(workspace.Files.PathOf(".merit/deliveries.jsonl")).Last(l => l.Contains($"@{kind}-{heard}/", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(state == "unknown", again.Notes.Contains("MRT4060", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Address.AbsoluteUri, again.Notes + File.ReadAllText(workspace.Files.PathOf(".merit/deliveries.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_was_killed_goes_on_with_its_occasion_and_leaves_out_whom_it_reached()
    {
        using var server = new MailListener();
        workspace.Write(server.Port);
        workspace.Files.Write("merit.yaml", File.ReadAllText(workspace.Files.PathOf("merit.yaml")).Replace("recipients: archive", "recipients: [archive, lead]", StringComparison.Ordinal));
        workspace.Files.Write(".merit/schedules.jsonl", """{"schedule":"nightly","occasion":"2026-01-01T00:00:00+00:00","started_at":"2026-01-01T00:00:00+00:00","result":"known"}""" + "\n");
        using (var process = MeritProcess.Start(workspace.Files.Folder, "schedule", "run"))
        {
            server.Hears = word =>
            {
                if (word == "MAIL")
                {
                    process.Kill();
                    return "";
                }

                return null;
            };
            await process.WaitForExitAsync();
        }

        server.Hears = _ => null;
        MeritProcess.Run(workspace.Files.Folder, "schedule", "run").Fine();

        Assert.Single(server.Taken);
        Assert.Single(Directory.GetFiles(workspace.Files.PathOf("sent"), "mine.html", SearchOption.AllDirectories));
        var runs = File.ReadAllLines(workspace.Files.PathOf(".merit/schedules.jsonl"));
        Assert.Single(runs.Skip(1).Select(r => r.Split("\"occasion\":")[1].Split(',')[0]).Distinct(StringComparer.Ordinal));
        Assert.Contains("\"result\":\"fine\"", runs[^1], StringComparison.Ordinal);
    }
}
