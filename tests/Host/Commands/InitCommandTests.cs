namespace Merit.Host.Tests.Commands;

public sealed class InitCommandTests
{
    [Fact]
    public async Task The_guide_is_copied_whole()
    {
        using var run = new CommandRun();

        Assert.Equal(0, await run.Run("init", "mine"));

        var made = Path.Combine(run.Folder.Path, "mine");
        var guide = Path.Combine(AppContext.BaseDirectory, "samples", "guide");
        Assert.Equal(Files(guide).Append(".gitignore").Order(StringComparer.Ordinal), Files(made));
        Assert.Equal([".merit/", "out/", "inbound/", ".env", "access.json"], File.ReadAllLines(Path.Combine(made, ".gitignore")));
        Assert.Contains("merit run --project mine", run.Notes, StringComparison.Ordinal);
        Assert.Equal(["mine"], Directory.GetDirectories(run.Folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task The_demo_is_generated_from_its_seed()
    {
        using var run = new CommandRun();

        Assert.Equal(0, await run.Run("init", "a", "--sample", "demo", "--touchpoints", "200", "--seed", "7"));
        Assert.Equal(0, await run.Run("init", "b", "--sample", "demo", "--touchpoints", "200", "--seed", "7"));

        Assert.Equal(run.Folder.Read("a/data/touchpoints.csv"), run.Folder.Read("b/data/touchpoints.csv"));
        Assert.True(File.Exists(Path.Combine(run.Folder.Path, "a", "merit.yaml")));
    }

    [Fact]
    public async Task A_folder_in_use_is_left_alone()
    {
        using var run = new CommandRun();
        run.Folder.Write("mine/notes.txt", "mine");

        Assert.Equal(1, await run.Run("init", "mine"));
        Assert.Contains("error MRT5003: The folder ", run.Notes, StringComparison.Ordinal);
        Assert.Equal(["notes.txt"], Files(Path.Combine(run.Folder.Path, "mine")));
    }

    [Fact]
    public async Task An_empty_folder_will_do()
    {
        using var run = new CommandRun();
        Directory.CreateDirectory(Path.Combine(run.Folder.Path, "mine"));

        Assert.Equal(0, await run.Run("init", "mine"));
        Assert.True(File.Exists(Path.Combine(run.Folder.Path, "mine", "merit.yaml")));
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal);
}
