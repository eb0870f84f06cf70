using Merit.Connectors.Files;
using Merit.Plugins.Connectors;

namespace Merit.Plugins.Tests.Connectors;

public sealed class FilesConnectorTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"merit-files-{Guid.NewGuid():N}");

    public FilesConnectorTests()
    {
        foreach (var file in new[] { "a.csv", "b.CSV", "c.tsv", "data/d.csv", "data/deep/er/e.csv", "data/deep/f.parquet", ".git/g.csv", "data/.h.csv", "data/leads 2025.csv" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, file)) ?? _folder);
            File.WriteAllText(Path.Combine(_folder, file), "x\n1\n");
        }
    }

    [Theory]
    [InlineData("a.csv", "a.csv")]
    [InlineData("*.csv", "a.csv b.CSV")]
    [InlineData("?.tsv", "c.tsv")]
    [InlineData("data/*.csv", "data/d.csv data/leads 2025.csv")]
    [InlineData("**/*.csv", "a.csv b.CSV data/d.csv data/deep/er/e.csv data/leads 2025.csv")]
    [InlineData("data/**/e.csv", "data/deep/er/e.csv")]
    [InlineData("*/deep/*.parquet", "data/deep/f.parquet")]
    [InlineData("./data/../a.csv", "a.csv")]
    public async Task Paths_and_patterns(string path, string expected)
    {
        var files = Assert.IsType<Files>(Assert.Single(await Read(new FilesOptions { Path = [path] })));
        Assert.Equal(expected, string.Join(' ', files.Paths.Select(p => Path.GetRelativePath(_folder, p).Replace('\\', '/'))));
    }

    [Theory]
    [InlineData("day,campaign,cost\n1,a,2\n", 0)]
    [InlineData("Costs of 2025\nmade by,Finance\n\n\"day\",\"camp,aign\",cost\n1,a,2\n1,b,\n1,c,4\n", 3)]
    [InlineData("Report;;;\nAccount;42;;\nday;campaign;cost;clicks\n1;a;2,5;3\n1;b;2,5;3\n", 2)]
    [InlineData("one\n1\n2\n", 0)]
    [InlineData("", 0)]
    public async Task A_header_under_a_title_is_found(string text, int above)
    {
        File.WriteAllText(Path.Combine(_folder, "titled.csv"), text);
        var files = Assert.IsType<Files>(Assert.Single(await Read(new FilesOptions { Path = ["titled.csv"], FindHeader = true })));
        Assert.Equal(above, Assert.IsType<CsvFormat>(files.Format).Skip);
    }

    [Fact]
    public async Task Several_paths_name_a_file_once()
    {
        var files = Assert.IsType<Files>(Assert.Single(await Read(new FilesOptions { Path = ["data/d.csv", "a.csv", "*.csv"] })));
        Assert.Equal(["d.csv", "a.csv", "b.CSV"], files.Paths.Select(p => Path.GetFileName(p)));
    }

    [Theory]
    [InlineData("A.csw", "There is no file A.csw.", "Did you mean a.csv?")]
    [InlineData("data/leads_2025.csv", "There is no file data/leads_2025.csv.", "Did you mean data/leads 2025.csv?")]
    [InlineData("data/something.csv", "There is no file data/something.csv.", "It was looked for in ")]
    [InlineData("date/d.csv", "There is no file date/d.csv: its folder ", "Correct 'path'")]
    [InlineData("data/*.json", "No file matches data/*.json.", "The search begins in ")]
    [InlineData("a.csv/b.csv", "There is no file a.csv/b.csv: its folder ", "Correct 'path'")]
    public async Task What_is_not_there_is_said(string path, string message, string nextStep)
    {
        var error = await Assert.ThrowsAsync<ConnectorException>(() => Read(new FilesOptions { Path = [path] }));
        Assert.StartsWith(message, error.Message);
        Assert.StartsWith(nextStep, error.NextStep);
    }

    [Fact]
    public async Task The_kind_is_told_by_the_ending_or_by_the_format()
    {
        Assert.Equal("\t", Assert.IsType<CsvFormat>(await Format(new FilesOptions { Path = ["c.tsv"] })).Delimiter);
        Assert.Null(Assert.IsType<CsvFormat>(await Format(new FilesOptions { Path = ["a.csv"] })).Delimiter);
        Assert.IsType<ParquetFormat>(await Format(new FilesOptions { Path = ["data/deep/f.parquet"] }));
        Assert.True(Assert.IsType<JsonFormat>(await Format(new FilesOptions { Path = ["a.csv"], Format = FileKind.Ndjson })).Lines);
        Assert.False(Assert.IsType<JsonFormat>(await Format(new FilesOptions { Path = ["a.csv"], Format = FileKind.Json })).Lines);
    }

    [Theory]
    [InlineData("tab", "\t")]
    [InlineData("Semicolon", ";")]
    [InlineData("pipe", "|")]
    [InlineData(";", ";")]
    [InlineData("::", "::")]
    public async Task Delimiters_have_names(string text, string delimiter) =>
        Assert.Equal(delimiter, Assert.IsType<CsvFormat>(await Format(new FilesOptions { Path = ["a.csv"], Delimiter = text })).Delimiter);

    [Fact]
    public async Task Kinds_do_not_mix_and_an_unknown_ending_needs_a_format()
    {
        Assert.Contains("several kinds", (await Assert.ThrowsAsync<ConnectorException>(() => Read(new FilesOptions { Path = ["data/**/*.*"] }))).Message);
        await File.WriteAllTextAsync(Path.Combine(_folder, "x.dat"), "", TestContext.Current.CancellationToken);
        Assert.Contains("'.dat'", (await Assert.ThrowsAsync<ConnectorException>(() => Read(new FilesOptions { Path = ["x.dat"] }))).Message);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<FileFormat> Format(FilesOptions options) => Assert.IsType<Files>(Assert.Single(await Read(options))).Format;

    private async Task<List<Chunk>> Read(FilesOptions options) =>
        await new FilesConnector(options).ReadAsync(new ReadRequest("test", _folder), TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
}
