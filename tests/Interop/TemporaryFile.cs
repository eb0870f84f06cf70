namespace Merit.Interop.Tests;

/// <summary>A path in a folder of its own, gone with it afterwards.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("merit-interop-");

    public TemporaryFile(string name = "test.duckdb") => Path = System.IO.Path.Combine(folder.FullName, name);

    public string Path { get; }

    public void Dispose() => folder.Delete(recursive: true);
}
