namespace Merit.Connectors.Http.Describing;

/// <summary>A question to an API, and where its answers stand.</summary>
internal class RequestDescription
{
    public string Method { get; set; } = "GET";

    public string Path { get; set; } = "";

    public Dictionary<string, string> Query { get; set; } = [];

    /// <summary>Headers of these requests, beside the API's own.</summary>
    public Dictionary<string, string> Headers { get; set; } = [];

    /// <summary>A JSON body, with templates in its texts.</summary>
    public object? Body { get; set; }

    /// <summary>Path of the records in an answer; the answer itself unless given.</summary>
    public string Records { get; set; } = "";

    public PagingDescription Paging { get; set; } = new();
}

/// <summary>Something to read.</summary>
internal sealed class StreamDescription : RequestDescription
{
    /// <summary>What it is, a phrase.</summary>
    public string About { get; set; } = "";

    /// <summary>The table its rows are made for.</summary>
    public string? Into { get; set; }

    /// <summary>What that table's columns are made of: a field, or a mapping with from, constant or sql.</summary>
    public Dictionary<string, object> Columns { get; set; } = [];

    public List<string> Key { get; set; } = [];

    /// <summary>The column that grows with every change.</summary>
    public string? Cursor { get; set; }

    /// <summary>How {{from}} is written, where it is not as the API writes the cursor: epoch_ms, epoch_s, or a form of UTC.</summary>
    public string? CursorFormat { get; set; }

    /// <summary>What {{from}} is in a full read.</summary>
    public string Start { get; set; } = "";

    public DatesDescription? Dates { get; set; }

    /// <summary>Asks once for each record of another stream, whose fields are {{each.name}}.</summary>
    public string? ForEach { get; set; }

    /// <summary>How records that are gone are asked for, when only changes are read.</summary>
    public DeletedDescription? Deleted { get; set; }

    /// <summary>How a record says that it is gone.</summary>
    public RemovedDescription? Removed { get; set; }

    /// <summary>What {{fields}} names of each path: all of it, its first part, or its last.</summary>
    public PartOfPath FieldsAre { get; set; }

    public Dictionary<string, FieldDescription> Fields { get; set; } = [];
}

/// <summary>A part of a path.</summary>
internal enum PartOfPath
{
    Whole,
    First,
    Last,
}

/// <summary>A request for the records that are gone.</summary>
internal sealed class DeletedDescription : RequestDescription
{
    /// <summary>Path of the key in each of its records.</summary>
    public string Id { get; set; } = "id";
}

/// <summary>A field whose values say that a record is gone.</summary>
internal sealed class RemovedDescription
{
    public string Field { get; set; } = "";

    public List<string> Values { get; set; } = ["true"];
}

/// <summary>How pages follow one another.</summary>
internal enum PagingKind
{
    None,
    Page,
    Offset,
    Cursor,
    NextLink,
    KeySet,
}

/// <summary>How to ask for the next page: {{page}}, {{offset}}, {{cursor}} or {{last}} of the request's templates.</summary>
internal sealed class PagingDescription
{
    public PagingKind Kind { get; set; }

    /// <summary>Number of the first page.</summary>
    public int First { get; set; } = 1;

    /// <summary>Records of a full page: a shorter one is the last.</summary>
    public int Size { get; set; } = 100;

    /// <summary>Path of the next page's cursor or address in an answer.</summary>
    public string Next { get; set; } = "";

    /// <summary>Path of what says whether there is more, where a page's length does not.</summary>
    public string? More { get; set; }

    /// <summary>Path of how many records there are in all, where an answer says so.</summary>
    public string? Total { get; set; }

    /// <summary>The column whose last value {{last}} is.</summary>
    public string Column { get; set; } = "";

    /// <summary>How many records the API gives at most this way: more are asked for by fewer days, where days are asked for.</summary>
    public int? Limit { get; set; }
}

/// <summary>Reads days in slices: {{from}} and {{to}} of the request's templates.</summary>
internal sealed class DatesDescription
{
    /// <summary>The first day of all.</summary>
    public string First { get; set; } = "";

    /// <summary>Days of a slice.</summary>
    public int Days { get; set; } = 30;

    /// <summary>How many days back figures are still corrected.</summary>
    public int Restated { get; set; } = 3;

    /// <summary>How many days back the API answers at all.</summary>
    public int? Oldest { get; set; }

    /// <summary>The column with a row's day.</summary>
    public string Column { get; set; } = "";

    public string Format { get; set; } = "yyyy-MM-dd";
}

/// <summary>A column.</summary>
internal sealed class FieldDescription
{
    /// <summary>Where it stands in a record; with ^. before it, in the answer.</summary>
    public string Path { get; set; } = "";

    /// <summary>What it is in every record instead, such as {{each.id}}.</summary>
    public string? Value { get; set; }

    public Merit.Plugins.Connectors.ValueKind Type { get; set; }

    /// <summary>How times are written: ISO 8601 unless given, epoch_s, epoch_ms, parts (year, month, day), or a form such as yyyyMMdd.</summary>
    public string? Format { get; set; }

    /// <summary>What a decimal is divided by, such as 100 for cents.</summary>
    public decimal Divide { get; set; } = 1;

    /// <summary>A regular expression whose first group is the value.</summary>
    public string? Match { get; set; }

    /// <summary>What {{fields}} calls it, where that is not its path; nothing for what is not asked for.</summary>
    public string? Ask { get; set; }
}
