using System.Text;

namespace Merit.Host.Delivery.Carriers;

/// <summary>Puts the files of reports into a folder, below the time of the occasion. A file appears there whole or not at all.</summary>
internal sealed class FolderCarrier(string folder, TimeZoneInfo zone) : ICarrier
{
    public bool IsRecognised => true;

    public async Task CarryAsync(Parcel parcel, Action handingOver, CancellationToken stop)
    {
        var own = Path.Combine(folder, parcel.Schedule, $"{TimeZoneInfo.ConvertTime(parcel.Occasion, zone):yyyy-MM-dd-HHmm}");
        try
        {
            Directory.CreateDirectory(own);
            handingOver();
            if (parcel.Words.Count > 0)
            {
                await WriteAsync(Path.Combine(own, "read-me.txt"), Encoding.UTF8.GetBytes(string.Join('\n', [parcel.Subject, .. parcel.Words]) + "\n"), stop);
            }

            foreach (var report in parcel.Reports.SelectMany(r => r.Files))
            {
                await WriteAsync(Path.Combine(own, report.Name), report.Content, stop);
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new CarrierException($"the folder cannot be written: {refused.Message.TrimEnd('.')}", refused);
        }
    }

    private static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken stop)
    {
        var draft = $"{path}.part";
        await using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(content, stop);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }
}
