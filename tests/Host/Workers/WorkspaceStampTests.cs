using Merit.Host.Workers;

namespace Merit.Host.Tests.Workers;

public sealed class WorkspaceStampTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_stays_where_nothing_changes()
    {
        _folder.Write("merit.yaml", "name: A");
        var stamp = WorkspaceStamp.Of(_folder.Path);
        _folder.Write("notes.txt", "x");
        _folder.Write(".merit/warehouse/draft.duckdb.tmp", "x");

        Assert.Equal(stamp, WorkspaceStamp.Of(_folder.Path));
    }

    [Fact]
    public void Templates_of_now_stand_beside_what_is_held_of_the_rest()
    {
        _folder.Write("metrics/cost.csx", "a");
        _folder.Write("reports/own.md", "a");
        var held = WorkspaceStamp.Of(_folder.Path);
        _folder.Write("reports/own.md", "ab");
        var edited = WorkspaceStamp.Of(_folder.Path);
        _folder.Write("metrics/cost.csx", "ab");
        var changed = WorkspaceStamp.Of(_folder.Path);

        Assert.Equal(edited, WorkspaceStamp.Of(held, edited));
        Assert.Equal(edited, WorkspaceStamp.Of(held, changed));
        Assert.NotEqual(changed, WorkspaceStamp.Of(held, changed));
        Assert.True(WorkspaceStamp.IsHeld(edited, held));
        Assert.False(WorkspaceStamp.IsHeld(changed, held));
    }

    [Theory]
    [InlineData("merit.yaml")]
    [InlineData(".env")]
    [InlineData("metrics/cost.csx")]
    [InlineData("models/rfm.csx")]
    [InlineData("reports/own.md")]
    [InlineData("plugins/Acme/Acme.dll")]
    [InlineData(".merit/warehouse/v00000007.duckdb")]
    public void It_changes_with_every_file_that_matters(string file)
    {
        List<string> seen = [WorkspaceStamp.Of(_folder.Path)];
        _folder.Write(file, "a");
        seen.Add(WorkspaceStamp.Of(_folder.Path));
        _folder.Write(file, "ab");
        seen.Add(WorkspaceStamp.Of(_folder.Path));
        var path = Path.Combine(_folder.Path, file);
        File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(path).AddSeconds(1));
        seen.Add(WorkspaceStamp.Of(_folder.Path));

        Assert.Equal(seen.Count, seen.Distinct().Count());
        File.Delete(path);
        Assert.Equal(seen[0], WorkspaceStamp.Of(_folder.Path));
    }
}
