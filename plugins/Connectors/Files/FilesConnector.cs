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

    private IEnumerable<string> Named(ReadRequest request) => options.Path.SelectMany(p => FileSearch.Find(p, request.Directory, IsKnown)).Distinct(StringComparer.Ordinal);

    private List<IGrouping<FileKind, string>> Find(ReadRequest request) => OneKind(Named(request).SelectMany(f => Unpacking.Of(f, request.Directory)));

    private List<IGrouping<FileKind, string>> OneKind(IEnumerable<string> files)
    {
        var groups = files.GroupBy(KindOf).ToList();
        return groups.Count <= 1 ? groups : throw new ConnectorException(
            $"The files are of several kinds: {string.Join(", ", groups.Select(g => $"{g.Key.ToString().ToLowerInvariant()} ({Path.GetFileName(g.First())})"))}.",
            "Make a source of each kind.");
    }

    private IEnumerable<Chunk> Read(ReadRequest request, CancellationToken stop) => options.Follow ? Follow(request, stop) : Find(request).SelectMany(g => Chunks(g.Key, g, stop));

    private IEnumerable<Chunk> Follow(ReadRequest request, CancellationToken stop)
    {
        yield return Changes.ByPlace;
        var ledger = new FileLedger(request);
        List<string> changed = [];
        foreach (var file in Named(request))
        {
            stop.ThrowIfCancellationRequested();
            if (!ledger.IsAsBefore(file))
            {
                if (ledger.Former(file) is { Count: > 0 } former)
                {
                    yield return new RemovedPlaces(former) { AreToldAnew = true };
                }

                var unpacked = Unpacking.Of(file, request.Directory);
                ledger.Reads(file, unpacked);
                changed.AddRange(unpacked);
            }
        }

        if (ledger.Gone is { Count: > 0 } gone)
        {
            yield return new RemovedPlaces(gone);
        }

        foreach (var chunk in OneKind(changed).SelectMany(g => Chunks(g.Key, g, stop)))
        {
            yield return chunk;
        }

        yield return new Checkpoint(ledger.Save());
    }

    private IEnumerable<Chunk> Chunks(FileKind kind, IEnumerable<string> files, CancellationToken stop)
    {
        if (kind == FileKind.Excel)
        {
            foreach (var file in files)
            {
                stop.ThrowIfCancellationRequested();
                foreach (var sheet in ExcelSheet.Read(file, options))
                {
                    yield return sheet;
                }
            }
        }
        else if (options.FindHeader && FormatOf(kind) is CsvFormat csv)
        {
            foreach (var file in files)
            {
                yield return new Plugins.Connectors.Files([file], csv with { Skip = csv.Skip + HeaderSearch.Above(file, csv.Encoding, csv.Skip, csv.Delimiter, csv.Quote ?? "\"") });
            }
        }
        else
        {
            yield return new Plugins.Connectors.Files([.. files], FormatOf(kind));
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
