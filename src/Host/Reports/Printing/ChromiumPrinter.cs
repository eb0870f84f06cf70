using System.Text;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;

namespace Merit.Host.Reports.Printing;

/// <summary>Prints by a Chromium of this machine, which is started for it, opens nothing but the pages, and is ended.</summary>
/// <param name="program">The executable; null where there is none.</param>
internal sealed class ChromiumPrinter(string? program) : IPagePrinter
{
    // As long as a slow machine may take for all pages of a run: a browser that hangs must not hold it for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>The printer of this machine.</summary>
    public static ChromiumPrinter OfThisMachine() => new(ChromiumProgram.Find(Environment.GetEnvironmentVariable));

    public IReadOnlyList<ReportFile> Print(IReadOnlyList<PrintOrder> orders) =>
        program is null ? throw new MeritException(TemplateRules.NoChromium.Here(string.Join(", ", orders.Select(o => o.File)), ChromiumProgram.Variable)) : PrintAsync(program, orders).GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<ReportFile>> PrintAsync(string program, IReadOnlyList<PrintOrder> orders)
    {
        var folder = Directory.CreateTempSubdirectory("merit-print");
        try
        {
            using var late = new CancellationTokenSource(Patience);
            await using var chromium = await ChromiumProcess.StartAsync(program, folder.FullName, late.Token);
            var files = new List<ReportFile>();
            foreach (var order in orders)
            {
                var page = Path.Combine(folder.FullName, "page.html");
                await File.WriteAllTextAsync(page, order.Html, Encoding.UTF8, late.Token);
                files.Add(new ReportFile(order.File, await chromium.Tools.PrintAsync(new Uri(page), order.AsPicture, late.Token)));
            }

            return files;
        }
        catch (Exception failed) when (failed is IOException or System.ComponentModel.Win32Exception or System.Net.WebSockets.WebSocketException or OperationCanceledException or InvalidDataException)
        {
            throw new MeritException(TemplateRules.ChromiumFailed.Here(program, failed is OperationCanceledException ? "it did not answer in time" : failed.Message.TrimEnd('.'), ChromiumProgram.Variable), failed);
        }
        finally
        {
            Discard(folder);
        }
    }

    private static void Discard(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            // A process of the browser still writes there: the system's own cleaning of temporary files will do.
        }
    }
}
