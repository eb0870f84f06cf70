using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Plugins.Connectors;

namespace Merit.Host.Warehouse.Staging;

/// <summary>
/// Delimited text. The engine reads the file itself, strictly: if it finds no fault, nothing else is done. If it does, the broken records are taken out
/// (and kept) by <see cref="CsvScanner"/>, and the engine reads what is left.
/// </summary>
internal sealed class CsvStage(Session session, Source source, string tempDirectory, RejectLog rejects) : IStage
{
    private readonly StageTable _table = new(session);

    /// <summary>Takes files, in order.</summary>
    public void Take(IReadOnlyList<(string Path, string Shown)> files, CsvFormat format)
    {
        List<CsvFile> opened = [.. files.Select(f => Open(f.Path, f.Shown, format))];
        _table.Need(opened.SelectMany(f => f.Columns).Select(c => new StagedColumn(c, "VARCHAR")));
        foreach (var file in opened.Where(f => f.Columns.Count > 0))
        {
            Take(file);
        }
    }

    public Staged Finish() => _table.Finish();

    private CsvFile Open(string path, string shown, CsvFormat format)
    {
        var text = Transcoder.Utf8(path, format.Encoding, tempDirectory, source.At);
        var quote = format.Quote ?? "\"";
        var dialect = format.Delimiter is { } delimiter ? new CsvDialect(delimiter, quote) : CsvDialect.Find(text.Path, quote, format.Skip);
        using var scanner = new CsvScanner(text.Path, dialect, format.Skip);
        if (!scanner.Read())
        {
            return new CsvFile(text, shown, dialect, [], 0, format);
        }

        return format.Header
            ? new CsvFile(text, shown, dialect, ColumnNames.From(scanner.Values), checked((int)scanner.NextLine - 1), format)
            : new CsvFile(text, shown, dialect, ColumnNames.Numbered(1, scanner.Fields), format.Skip, format);
    }

    private void Take(CsvFile file)
    {
        if (!file.Text.Damaged && TryRead(file, file.Text.Path, file.Skip, parallel: true, out var rows) is null)
        {
            _table.Added(file.Shown, rows, new CsvRowLocator(file.Scan, file.FaultOf, rawAsIs: true));
            return;
        }

        file = file with { Padded = ShortRows.Accepted(file.Scan, file.Columns.Count, file.Format.PadShortRows) };
        var cleaned = Path.Combine(tempDirectory, $"{Guid.NewGuid():N}.csv");
        var kept = Clean(file, cleaned);
        var problem = TryRead(file, cleaned, skip: 1, parallel: false, out rows);
        if (problem is not null || rows != kept)
        {
            throw new MeritException(
                LoadRules.WrongFormat.At(source.At, source.Name, "delimited text", problem?.Diagnostics[0].Message.TrimEnd('.') ?? $"{file.Shown} is read in two ways"), problem);
        }

        _table.Added(file.Shown, rows, new CsvRowLocator(file.Scan, file.FaultOf, rawAsIs: false));
        File.Delete(cleaned);
    }

    // Writes the sound records, one after the other, and keeps the others as rejects.
    private long Clean(CsvFile file, string copy)
    {
        using var scanner = file.Scan();
        using var output = new FileStream(copy, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        var kept = 0L;

        // The engine takes the first line break it meets for that of the file, also one inside quotes: it shall meet ours first.
        output.Write("-\n"u8);
        while (scanner.Read())
        {
            if (file.FaultOf(scanner) is { } fault)
            {
                rejects.Add(file.Shown, scanner.Line, null, fault, CsvRowLocator.Cut(scanner.Text));
                continue;
            }

            output.Write(scanner.Record);
            for (var field = scanner.Fields; field < file.Columns.Count; field++)
            {
                output.Write(file.Dialect.DelimiterBytes);
            }

            output.WriteByte((byte)'\n');
            kept++;
        }

        rejects.Flush();
        return kept;
    }

    private MeritException? TryRead(CsvFile file, string path, int skip, bool parallel, out long rows)
    {
        var columns = string.Join(", ", file.Columns.Select(c => $"{SqlText.Text(c)}: 'VARCHAR'"));
        var quote = SqlText.Text(file.Dialect.Quote);
        try
        {
            rows = session.Execute(string.Create(CultureInfo.InvariantCulture, $$"""
                INSERT INTO temp.{{_table.Name}} BY NAME SELECT * FROM read_csv({{SqlText.Text(path)}}, auto_detect = false, header = false, skip = {{skip}},
                    delim = {{SqlText.Text(file.Dialect.Delimiter)}}, quote = {{quote}}, escape = {{quote}}, columns = { {{columns}} },
                    nullstr = {{SqlText.List(file.Format.Nulls.Prepend(""))}}, max_line_size = {{CsvScanner.LongestRecord}}, strict_mode = true, parallel = {{(parallel ? "true" : "false")}})
                """));
            return null;
        }
        catch (MeritException e)
        {
            rows = 0;
            return e;
        }
    }

    private sealed record CsvFile(
        Transcoder.Utf8File Text, string Shown, CsvDialect Dialect, IReadOnlyList<string> Columns, int Skip, CsvFormat Format)
    {
        private static readonly byte[] Replacement = Encoding.UTF8.GetBytes("\uFFFD");

        public IReadOnlySet<int> Padded { get; init; } = new HashSet<int>();

        public CsvScanner Scan() => new(Text.Path, Dialect, Skip, Columns.Count) { Padded = Padded };

        public string? FaultOf(CsvScanner scanner) =>
            scanner.Fault
            ?? (!Utf8.IsValid(scanner.Record) || (Text.Damaged && scanner.Record.IndexOf(Replacement) >= 0) ? $"it holds bytes that are not {Text.Encoding}; 'encoding' says what the file is written in" : null);
    }
}
