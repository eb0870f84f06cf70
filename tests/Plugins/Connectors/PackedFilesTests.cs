using System.IO.Compression;
using System.Text;
using Merit.Connectors.Files;
using Merit.Plugins.Connectors;

namespace Merit.Plugins.Tests.Connectors;

/// <summary>Files that are packed, and folders of files.</summary>
public sealed class PackedFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("merit-packed").FullName;

    [Fact]
    public async Task A_packed_file_is_read_as_what_is_packed_in_it()
    {
        Gzip("leads.csv.gz", "id\n1\n");
        var files = await FilesAsync("leads.csv.gz");
        Assert.IsType<CsvFormat>(files.Format);
        Assert.Equal("id\n1\n", await File.ReadAllTextAsync(Assert.Single(files.Paths), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task All_files_of_a_zip_are_read_but_those_that_systems_add()
    {
        Zip("export.zip", ("b.csv", "id\n2\n"), ("2025/a.csv", "id\n1\n"), ("__MACOSX/._b.csv", "x"), (".DS_Store", "x"), ("2025/", ""));
        Assert.Equal(["id\n1\n", "id\n2\n"], await TextsAsync("export.zip"));
    }

    [Fact]
    public async Task A_changed_archive_is_unpacked_again_and_an_unchanged_one_is_not()
    {
        Zip("export.zip", ("a.csv", "id\n1\n"), ("old.csv", "id\n9\n"));
        var first = (await FilesAsync("export.zip")).Paths[0];
        var written = File.GetLastWriteTimeUtc(first);
        Assert.Equal(written, File.GetLastWriteTimeUtc((await FilesAsync("export.zip")).Paths[0]));
        Zip("export.zip", ("a.csv", "id\n1\n22\n"));
        Assert.Equal(["id\n1\n22\n"], await TextsAsync("export.zip"));
    }

    [Fact]
    public async Task Packed_and_plain_files_of_a_pattern_are_read_together_and_a_folder_is_all_its_files()
    {
        Gzip("data/a.csv.gz", "id\n1\n");
        Directory.CreateDirectory(Path.Combine(_folder, "data", "deep"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "data", "b.csv"), "id\n2\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder, "data", "readme.md"), "about", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder, "data", "deep", "c.csv"), "id\n3\n", TestContext.Current.CancellationToken);
        Assert.Equal(["id\n1\n", "id\n2\n"], (await TextsAsync("data/*.csv*")).Order(StringComparer.Ordinal));
        Assert.Equal(["id\n1\n", "id\n2\n", "id\n3\n"], (await TextsAsync("data")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_folder_without_such_files_and_an_archive_without_any_are_told()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "none"));
        Assert.Contains("holds no file of a kind", (await Assert.ThrowsAsync<ConnectorException>(() => TextsAsync("none"))).Message, StringComparison.Ordinal);
        Zip("empty.zip", ("folder/", ""));
        Assert.Contains("There is no file in empty.zip", (await Assert.ThrowsAsync<ConnectorException>(() => TextsAsync("empty.zip"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../out.csv")]
    [InlineData("/out.csv")]
    public async Task An_entry_that_leads_out_of_its_archive_is_refused(string name)
    {
        Zip("evil.zip", (name, "x"));
        var refused = await Assert.ThrowsAsync<ConnectorException>(() => TextsAsync("evil.zip"));
        Assert.Contains("leads out of it", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, ".merit", "unpacked", "out.csv")) || File.Exists("/out.csv"));
    }

    [Theory]
    [InlineData("broken.zip")]
    [InlineData("broken.csv.gz")]
    public async Task A_damaged_archive_is_told_and_nothing_of_it_is_kept(string name)
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder, name), Encoding.UTF8.GetBytes("this is not packed at all"), TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<ConnectorException>(() => TextsAsync(name));
        Assert.StartsWith($"{name} cannot be unpacked: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("damaged", refused.NextStep, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_folder, ".merit"), "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public async Task A_file_cut_short_is_not_taken_for_a_shorter_one(double part)
    {
        Gzip("cut.csv.gz", "id\n" + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"{i * 7919L % 100_003}\n")));
        var whole = await File.ReadAllBytesAsync(Path.Combine(_folder, "cut.csv.gz"), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(_folder, "cut.csv.gz"), whole[..(int)(part * whole.Length)], TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<ConnectorException>(() => TextsAsync("cut.csv.gz"));

        Assert.StartsWith("cut.csv.gz cannot be unpacked: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_one_after_the_other_are_one_file()
    {
        Gzip("a.csv.gz", "id\n1\n");
        Gzip("b.csv.gz", "2\n");
        byte[] both = [.. await File.ReadAllBytesAsync(Path.Combine(_folder, "a.csv.gz"), TestContext.Current.CancellationToken), .. await File.ReadAllBytesAsync(Path.Combine(_folder, "b.csv.gz"), TestContext.Current.CancellationToken)];
        await File.WriteAllBytesAsync(Path.Combine(_folder, "both.csv.gz"), both, TestContext.Current.CancellationToken);

        Assert.Equal(["id\n1\n2\n"], await TextsAsync("both.csv.gz"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<Plugins.Connectors.Files> FilesAsync(string path)
    {
        List<Chunk> chunks = [];
        await foreach (var chunk in new FilesConnector(new FilesOptions { Path = [path] }).ReadAsync(new ReadRequest("s", _folder), TestContext.Current.CancellationToken))
        {
            chunks.Add(chunk);
        }

        return Assert.IsType<Plugins.Connectors.Files>(Assert.Single(chunks));
    }

    private async Task<IReadOnlyList<string>> TextsAsync(string path) => [.. (await FilesAsync(path)).Paths.Select(File.ReadAllText)];

    private void Gzip(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? _folder);
        using var file = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        file.Write(Encoding.UTF8.GetBytes(text));
    }

    private void Zip(string name, params (string Name, string Text)[] entries)
    {
        File.Delete(Path.Combine(_folder, name));
        using var archive = ZipFile.Open(Path.Combine(_folder, name), ZipArchiveMode.Create);
        foreach (var (entry, text) in entries)
        {
            using var writer = new StreamWriter(archive.CreateEntry(entry).Open());
            writer.Write(text);
        }
    }
}
