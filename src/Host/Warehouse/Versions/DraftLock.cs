using Merit.Diagnostics;
using Merit.Diagnostics.Rules;

namespace Merit.Host.Warehouse.Versions;

/// <summary>The right to write: an open file nobody else can open. The system lets go of it when its process ends, however it ends.</summary>
internal sealed class DraftLock : IDisposable
{
    private readonly FileStream _file;

    private DraftLock(FileStream file) => _file = file;

    public static DraftLock Take(string directory)
    {
        var path = Path.Combine(directory, "load.lock");
        try
        {
            Directory.CreateDirectory(directory);
            return new DraftLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (File.Exists(path))
        {
            throw new MeritException(WarehouseRules.AnotherLoad.Here(path), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MeritException(WarehouseRules.CannotWrite.Here(e.Message, directory), e);
        }
    }

    public void Dispose() => _file.Dispose();
}
