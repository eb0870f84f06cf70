using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Delivering;

/// <summary>A process that is killed while it hands over a mail, wherever it is: nobody gets it twice, and it is sent where it cannot have arrived.</summary>
public sealed class KilledDeliveryTests(DeliveringWorkspace workspace) : IClassFixture<DeliveringWorkspace>
{
    [Theory]
    [InlineData("MAIL", 1, "delivered")]
    [InlineData("DATA", 1, "delivered")]
    [InlineData(".", 0, "unknown")]
    [InlineData("taken", 1, "unknown")]
    public async Task Killed_when_the_server_hears(string heard, int taken, string state)
    {
        using var server = new MailListener();
        workspace.Write(server.Port);
        string[] command = ["deliver", "mine", "--to", "lead", "--key", heard];
        using (var process = MeritProcess.Start(workspace.Files.Folder, command))
        {
            server.Hears = word =>
            {
                if (word == heard)
                {
                    process.Kill();
                    return "";
                }

                return null;
            };
            await process.WaitForExitAsync();
        }

        server.Hears = _ => null;
        var again = MeritProcess.Run(workspace.Files.Folder, command);

        Assert.Equal(taken, server.Taken.Count);
        Assert.Contains($"\"state\":\"{state}\"", File.ReadLines(workspace.Files.PathOf(".merit/deliveries.jsonl")).Last(l => l.Contains($"@{heard}/", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(state == "unknown", again.Notes.Contains("MRT4060", StringComparison.Ordinal));
    }
}
