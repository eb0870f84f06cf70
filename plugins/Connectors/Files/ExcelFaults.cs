using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Merit.Connectors.Files;

/// <summary>A cell whose formula failed.</summary>
/// <param name="Shown">What Excel shows there, such as <c>#DIV/0!</c>.</param>
internal sealed record ExcelFault(string Shown);

/// <summary>The cells of a sheet whose formulas failed, which the reader passes over as if they were empty. Only the formats made of XML tell (.xlsx, .xlsm).</summary>
internal static class ExcelFaults
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>What Excel shows in them, by row from 1 and column from 0.</summary>
    public static IReadOnlyDictionary<(long Row, int Column), string> Of(string path, string sheet)
    {
        Dictionary<(long Row, int Column), string> faults = [];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (!IsArchive(file))
        {
            return faults;
        }

        using var archive = new ZipArchive(file, ZipArchiveMode.Read);
        if (Part(archive, sheet) is { } part)
        {
            using var xml = Open(part);
            Read(xml, faults);
        }

        return faults;
    }

    private static bool IsArchive(FileStream file)
    {
        var isOne = file.ReadByte() is 'P' && file.ReadByte() is 'K';
        file.Position = 0;
        return isOne;
    }

    // The workbook gives a sheet's name an id, its relations give the id a part.
    private static ZipArchiveEntry? Part(ZipArchive archive, string sheet)
    {
        var id = Find(archive, "xl/workbook.xml", "sheet", x => string.Equals(x.GetAttribute("name"), sheet, StringComparison.Ordinal) ? x.GetAttribute("id", Relations) : null);
        var target = id is null ? null
            : Find(archive, "xl/_rels/workbook.xml.rels", "Relationship", x => string.Equals(x.GetAttribute("Id"), id, StringComparison.Ordinal) ? x.GetAttribute("Target") : null);
        return target is null ? null : archive.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target);
    }

    private static string? Find(ZipArchive archive, string part, string element, Func<XmlReader, string?> value)
    {
        if (archive.GetEntry(part) is not { } entry)
        {
            return null;
        }

        using var xml = Open(entry);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && string.Equals(xml.LocalName, element, StringComparison.Ordinal) && value(xml) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    // A row or cell without a place of its own follows the one before.
    private static void Read(XmlReader xml, Dictionary<(long Row, int Column), string> faults)
    {
        var (row, column, failed) = (0L, -1, false);
        while (xml.Read())
        {
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "row"):
                    row = long.TryParse(xml.GetAttribute("r"), CultureInfo.InvariantCulture, out var number) ? number : row + 1;
                    column = -1;
                    break;
                case (XmlNodeType.Element, "c"):
                    column = xml.GetAttribute("r") is { } place ? ColumnOf(place) : column + 1;
                    failed = xml.GetAttribute("t") is "e";
                    break;
                case (XmlNodeType.Element, "v") when failed:
                    faults[(row, column)] = xml.Read() ? xml.Value : "";
                    break;
            }
        }
    }

    // "AB12" stands in the column 27, counted from 0.
    private static int ColumnOf(string place) => place.TakeWhile(char.IsAsciiLetter).Aggregate(0, (number, letter) => (number * 26) + char.ToUpperInvariant(letter) - 'A' + 1) - 1;

    private static XmlReader Open(ZipArchiveEntry entry) =>
        XmlReader.Create(entry.Open(), new XmlReaderSettings { CloseInput = true, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
}
