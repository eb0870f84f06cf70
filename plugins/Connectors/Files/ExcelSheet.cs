using System.IO.Enumeration;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Merit.Plugins.Connectors;

namespace Merit.Connectors.Files;

/// <summary>Sheets of an Excel file as rows in typed columns. Row numbers are the sheet's own; empty rows are passed over.</summary>
internal static class ExcelSheet
{
    /// <summary>Reads the sheets the options name, or the first.</summary>
    public static IReadOnlyList<Rows> Read(string path, FilesOptions options)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = ExcelReaderFactory.CreateReader(file);
            if (options.Sheet.Count > 0)
            {
                return Named(reader, path, options);
            }

            var rows = Read(reader, path, options);
            return rows is { RowNumbers.Count: 0, Columns.Count: <= 1 } && reader.ResultsCount > 1
                ? throw new ConnectorException($"The first sheet of {Path.GetFileName(path)}, '{reader.Name}', holds no table.", "Name the one that does with 'sheet'.")
                : [rows];
        }
        catch (Exception e) when (e is ExcelReaderException or IOException or InvalidDataException or XmlException)
        {
            throw new ConnectorException(
                $"{Path.GetFileName(path)} cannot be read as an Excel file: {e.Message}", "Open it in Excel and save it as .xlsx, without a password.", e);
        }
    }

    // Of several sheets, each is a place of its own, as if the file were a folder.
    private static List<Rows> Named(IExcelDataReader reader, string path, FilesOptions options)
    {
        List<(string Sheet, Rows Rows)> read = [];
        List<string> seen = [];
        HashSet<string> met = new(StringComparer.Ordinal);
        do
        {
            var name = reader.Name?.Trim() ?? "";
            seen.Add(name);
            if (options.Sheet.Where(s => FileSystemName.MatchesSimpleExpression(s.Trim(), name)).ToList() is { Count: > 0 } by)
            {
                met.UnionWith(by);
                read.Add((name, Read(reader, path, options)));
            }
        }
        while (reader.NextResult());
        return options.Sheet.FirstOrDefault(s => !met.Contains(s)) is { } missing
            ? throw new ConnectorException($"{Path.GetFileName(path)} has no sheet '{missing}'.", $"Its sheets are: {string.Join(", ", seen)}.")
            : read.ConvertAll(r => read.Count == 1 ? r.Rows : r.Rows with { Place = $"{path}/{r.Sheet}" });
    }

    private static Rows Read(IExcelDataReader reader, string path, FilesOptions options)
    {
        IReadOnlyList<string>? names = null;
        List<ExcelColumn> columns = [];
        List<long> numbers = [];
        var rows = Filled(reader, path, options);
        foreach (var (number, cells) in options is { FindHeader: true, Header: true } ? HeaderSearch.From(rows) : rows)
        {
            if (names is null && options.Header)
            {
                names = [.. cells.Select(c => c is ExcelFault ? "" : ExcelColumn.Text(c) ?? "")];
                continue;
            }

            while (columns.Count < cells.Length)
            {
                columns.Add(new ExcelColumn(numbers.Count));
            }

            for (var i = 0; i < columns.Count; i++)
            {
                columns[i].Add(i < cells.Length ? cells[i] : null);
            }

            numbers.Add(number);
        }

        while (columns.Count < (names?.Count ?? 0))
        {
            columns.Add(new ExcelColumn(numbers.Count));
        }

        // A column without a header and without a value is formatting, not data.
        var named = columns.Select((c, i) => (Column: c, Name: names is not null && i < names.Count ? names[i].Trim() : "", Number: i + 1))
            .Where(c => c.Name.Length > 0 || !c.Column.IsEmpty);
        return new Rows(path, [.. Unique(named.Select(c => (c.Column, c.Name.Length > 0 ? c.Name : $"column{c.Number}")))], numbers);
    }

    private static IEnumerable<(long Number, object?[] Cells)> Filled(IExcelDataReader reader, string path, FilesOptions options)
    {
        var faults = ExcelFaults.Of(path, reader.Name ?? "");
        while (reader.Read())
        {
            var number = reader.Depth + 1L;
            var cells = Enumerable.Range(0, reader.FieldCount).Select(i => Cell(reader.GetValue(i), faults.GetValueOrDefault((number, i)), options.Nulls)).ToArray();
            if (number > options.Skip && !cells.All(c => c is null))
            {
                yield return (number, cells);
            }
        }
    }

    private static IEnumerable<Column> Unique(IEnumerable<(ExcelColumn Column, string Name)> columns)
    {
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (column, name) in columns)
        {
            var unique = name;
            for (var n = 1; !taken.Add(unique); n++)
            {
                unique = $"{name}_{n}";
            }

            yield return column.Named(unique);
        }
    }

    // A text of 'nulls' is no value, also where it is how Excel shows an error.
    private static object? Cell(object? value, string? fault, IReadOnlyList<string> nulls) => (fault, value) switch
    {
        ({ } shown, _) => nulls.Contains(shown, StringComparer.Ordinal) ? null : new ExcelFault(shown),
        (_, string text) when string.IsNullOrWhiteSpace(text) || nulls.Contains(text, StringComparer.Ordinal) => null,
        _ => value,
    };
}
