using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Warehouse;

/// <summary>Turns files of comma-separated values into Parquet.</summary>
internal static class ParquetFiles
{
    /// <summary>Puts a Parquet file in the place of every CSV file of a folder. Every value stays the text that it is, so that what could not be loaded still cannot.</summary>
    /// <param name="folder">The folder, absolute.</param>
    /// <param name="stop">Asks to stop.</param>
    public static void Replace(string folder, CancellationToken stop)
    {
        var spill = Directory.CreateTempSubdirectory("merit-parquet");
        try
        {
            using var session = Session.Open(":memory:", new SessionSettings { TempDirectory = spill.FullName, AllowedDirectories = [folder] }, stop);
            foreach (var file in Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal).ToList())
            {
                session.Execute(
                    $"COPY (FROM read_csv({SqlText.Text(file)}, header = true, all_varchar = true)) TO {SqlText.Text(Path.ChangeExtension(file, ".parquet"))} (FORMAT parquet, COMPRESSION zstd)");
                File.Delete(file);
            }
        }
        finally
        {
            spill.Delete(recursive: true);
        }
    }
}
