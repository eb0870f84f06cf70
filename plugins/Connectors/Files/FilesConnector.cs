using Merit.Plugins.Connectors;

namespace Merit.Connectors.Files;

/// <summary>Names delimited text, Parquet and JSON for the engine to read; reads Excel itself.</summary>
internal sealed class FilesConnector(FilesOptions options) : IConnector, IChecks
{
    public IAsyncEnumerable<Chunk> ReadAsync(ReadRequest request, CancellationToken stop) => Read(request, stop).ToAsyncEnumerable();

    public Task<IReadOnlyList<WrongSetting>> CheckAsync(ReadRequest request, CancellationToken stop)
    {
        try
        {
            Find(request);
            return Task.FromResult<IReadOnlyList<WrongSetting>>([]);
        }
        catch (ConnectorException e)
        {
            return Task.FromResult<IReadOnlyList<WrongSetting>>([new WrongSetting("path", e.Message, e.NextStep)]);
        }
    }

    private List<IGrouping<FileKind, string>> Find(ReadRequest request)
    {
        var groups = options.Path.SelectMany(p => FileSearch.Find(p, request.Directory, IsKnown)).Distinct(StringComparer.Ordinal)
            .SelectMany(f => Unpacking.Of(f, request.Directory)).GroupBy(KindOf).ToList();
        return groups.Count <= 1 ? groups : throw new ConnectorException(
            $"The files are of several kinds: {string.Join(", ", groups.Select(g => $"{g.Key.ToString().ToLowerInvariant()} ({Path.GetFileName(g.First())})"))}.",
            "Make a source of each kind.");
    }

    private IEnumerable<Chunk> Read(ReadRequest request, CancellationToken stop)
    {
        foreach (var group in Find(request))
        {
            if (group.Key == FileKind.Excel)
            {
                foreach (var file in group)
                {
                    stop.ThrowIfCancellationRequested();
                    yield return ExcelSheet.Read(file, options);
                }
            }
            else
            {
                yield return new Plugins.Connectors.Files([.. group], FormatOf(group.Key));
            }
        }
    }

    private FileKind KindOf(string path) => options.Format ?? Kind(path) ?? throw new ConnectorException(
        $"What {Path.GetFileName(path)} is cannot be told from its ending '{Path.GetExtension(path).ToLowerInvariant()}'.", "Give 'format': csv, tsv, parquet, json, ndjson or excel.");

    // Of a folder, other files are not meant.
    private bool IsKnown(string path) => Unpacking.IsPacked(path) || options.Format is not null || Kind(path) is not null;

    private static FileKind? Kind(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".csv" or ".txt" or ".psv" => FileKind.Csv,
        ".tsv" or ".tab" => FileKind.Tsv,
        ".parquet" or ".pq" => FileKind.Parquet,
        ".json" => FileKind.Json,
        ".ndjson" or ".jsonl" => FileKind.Ndjson,
        ".xlsx" or ".xls" or ".xlsm" or ".xlsb" => FileKind.Excel,
        _ => null,
    };

    private FileFormat FormatOf(FileKind kind) => kind switch
    {
        FileKind.Parquet => new ParquetFormat(),
        FileKind.Json => new JsonFormat(),
        FileKind.Ndjson => new JsonFormat { Lines = true },
        _ => new CsvFormat
        {
            Delimiter = options.Delimiter is { } text ? Delimiter(text) : kind == FileKind.Tsv ? "\t" : null,
            Quote = options.Quote,
            Encoding = options.Encoding,
            Header = options.Header,
            Skip = options.Skip,
            PadShortRows = options.PadShortRows,
            Nulls = options.Nulls,
        },
    };

    private static string Delimiter(string text) => text.ToLowerInvariant() switch
    {
        "tab" or "\\t" => "\t",
        "comma" => ",",
        "semicolon" => ";",
        "pipe" => "|",
        "space" => " ",
        _ => text,
    };
}
