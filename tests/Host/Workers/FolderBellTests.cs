using Merit.Host.Workers;

namespace Merit.Host.Tests.Workers;

public sealed class FolderBellTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_tells_of_files_that_are_written_renamed_and_deleted()
    {
        _folder.Write("reports/own.md", "a");
        var file = Path.Combine(_folder.Path, "reports", "own.md");
        foreach (var change in new Action[] { () => File.WriteAllText(file, "ab"), () => File.Move(file, file + "x"), () => File.Delete(file + "x"), () => _folder.Write("reports/parts/_own.md", "a") })
        {
            var told = new TaskCompletionSource();
            using var bell = new FolderBell(Path.Combine(_folder.Path, "reports"), () => told.TrySetResult());

            change();

            await told.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }
    }

    [Fact]
    public void Of_a_folder_that_is_not_there_it_tells_nothing()
    {
        using var bell = new FolderBell(Path.Combine(_folder.Path, "reports"), () => throw new InvalidOperationException());

        _folder.Write("reports/own.md", "a");
    }
}
