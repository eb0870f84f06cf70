using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Merit.Connectors.Files;

/// <summary>How a file is written.</summary>
internal enum FileKind
{
    Csv,
    Tsv,
    Parquet,
    Json,
    Ndjson,
    Excel,
}

/// <summary>Which files, and how they are written.</summary>
internal sealed class FilesOptions
{
    [Required]
    [MinLength(1)]
    [Description("The file, relative to the workspace, or a folder of files; * and ? stand for parts of a name, ** for any folders. Or a list. Files packed by gzip or zip are unpacked.")]
    public IReadOnlyList<string> Path { get; set; } = [];

    [Description("csv, tsv, parquet, json, ndjson or excel; by the file's ending unless given.")]
    public FileKind? Format { get; set; }

    [MinLength(1)]
    [Description("What separates fields: a text, or tab, comma, semicolon, pipe, space. Found out unless given.")]
    public string? Delimiter { get; set; }

    [MaxLength(1)]
    [Description("What surrounds fields that hold a delimiter or a line break; \" unless given.")]
    public string? Quote { get; set; }

    [Description("The text's encoding, such as utf-8, gb18030 or windows-1252; a byte-order mark says it by itself.")]
    public string Encoding { get; set; } = "utf-8";

    [Description("Whether the first row names the columns; without, they are column1, column2, …")]
    public bool Header { get; set; } = true;

    [Range(0, 1_000_000)]
    [Description("Lines or rows to pass over at the top.")]
    public int Skip { get; set; }

    [Description("Whether to look for the header under rows that stand above it, such as a title; it is the first row as wide as the table. It is the first row unless given.")]
    public bool FindHeader { get; set; }

    [Description("Whether to read again only files that are new or changed since the last load, by their time of change and then by content; rows of files that are gone go. All are read each time unless given.")]
    public bool Follow { get; set; }

    [Description("Whether a row with too few fields lacks values at its end (true) or is rejected (false); unless given, it is rejected unless the file often leaves out empty fields at the end.")]
    public bool? PadShortRows { get; set; }

    [Description("Texts that mean no value, such as NA or -.")]
    public IReadOnlyList<string> Nulls { get; set; } = [];

    [Description("The sheet of an Excel file, or a list of sheets of like columns; * and ? stand for parts of a name. The first unless given.")]
    public IReadOnlyList<string> Sheet { get; set; } = [];
}
